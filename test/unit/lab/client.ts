// Asks a running lab as a browser would: the host mapping chooses the port, the CA decides whom to trust.
import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { applyHostRules, parseHostRules } from '../../../scripts/browser/host-rules.ts';
import { bareAddress } from '../../lab/leaf-kinds.ts';
import type { Lab } from '../../lab/lab.ts';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The loopback port behind a host's port 80 or 443. */
export function mappedPort(lab: Lab, port: 80 | 443, host = 'any.lab.test'): number {
  const mapped = applyHostRules(parseHostRules(lab.map), { host, port });
  if (mapped?.host !== '127.0.0.1') throw new Error(`the map has no rule for ${host}:${port}`);
  return mapped.port;
}

/** `refused: true` asks in spite of the certificate. */
export async function ask(
  lab: Lab,
  address: string,
  options: { readonly refused?: boolean; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Reply> {
  const url = new URL(address);
  const common = {
    host: '127.0.0.1',
    path: url.pathname + url.search,
    headers: { host: url.host, connection: 'close', ...options.headers },
  };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request =
      url.protocol === 'http:'
        ? httpRequest({ ...common, port: mappedPort(lab, 80) })
        : httpsRequest({
            ...common,
            port: mappedPort(lab, 443, url.hostname),
            agent: false,
            ca: readFileSync(lab.caFile),
            servername: serverName(url.hostname),
            rejectUnauthorized: options.refused !== true,
          });
    request.on('response', resolve).on('upgrade', resolve).on('error', reject).end();
  });
  const chunks: Buffer[] = [];
  // An upgraded connection is no message with a body.
  if (response.statusCode === 101) response.socket.destroy();
  else for await (const chunk of response) chunks.push(Buffer.from(chunk));
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: Buffer.concat(chunks).toString(),
  };
}

/** The leaf that a host presents (DER), and why Node does not accept it; null when it does. */
export async function inspectHost(
  lab: Lab,
  host: string,
): Promise<{ readonly der: Buffer; readonly error: string | null }> {
  const socket = connect({
    host: '127.0.0.1',
    port: mappedPort(lab, 443, host),
    ca: readFileSync(lab.caFile),
    servername: serverName(host),
    rejectUnauthorized: false,
  });
  await new Promise((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
  const { raw } = socket.getPeerCertificate();
  // Node sets an Error's code here, whatever its types say.
  const error = socket.authorizationError as unknown;
  socket.destroy();
  return { der: raw, error: error == null ? null : errorCode(error) };
}

/** The code of a Node error, or the error as text. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** Addresses are no server names (RFC 6066, 3). */
function serverName(host: string): string {
  return isIP(bareAddress(host)) === 0 ? host : '';
}
