// Serves the pages of the corpus "field" on loopback: a folder for each host, over http and https, with a throw-away CA of the lab. The pages are
// read in place, not copied.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSecureContext } from 'node:tls';
import type { SecureContext } from 'node:tls';
import { HSTS } from '../lab/lab-answers.ts';
import { makeAuthority, makeLeaf } from '../lab/lab-certificates.ts';
import type { Leaf } from '../lab/lab-certificates.ts';
import { planLeaf } from '../lab/leaf-kinds.ts';
import { issueTlsHosts } from './field-tls.ts';

const FIELD = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpora', 'field');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain',
  '.xml': 'text/xml',
  '.xhtml': 'application/xhtml+xml',
  '.pdf': 'application/pdf',
};

/** A folder's responses besides its files; returns true when it has answered. */
type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  about: {
    readonly scheme: string;
    readonly host: string;
    readonly url: URL;
    readonly dir: string;
    readonly PNG: Buffer;
  },
) => boolean | undefined;

interface Site {
  readonly folder: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly handler: Handler | null;
}

export interface FieldServer {
  readonly caFile: string;
  /** Host rules for the test browsers, in the format of Chromium's resolver rules. */
  readonly map: string;
  readonly hostOf: (folder: string) => string;
  readonly close: () => Promise<void>;
}

/** Where the corpus should be. */
export const FIELD_FOLDER: string = FIELD;

/** Whether the corpus exists on this machine. */
export function hasField(): boolean {
  return existsSync(join(FIELD, 'cases.md'));
}

/** Starts both servers on free ports. */
export async function startField(): Promise<FieldServer> {
  const now = Date.now();
  const lab = await makeAuthority('Field CA', now);
  const leaf = await makeLeaf(planLeaf('dv', ['h5.test', '*.h5.test', '*.thirdparty.test'], now), {
    lab,
    constrained: lab,
    distrusted: lab,
    stranger: lab,
    interceptor: lab,
  });
  const ca = await mkdtemp(join(tmpdir(), 'field-ca-'));
  await writeFile(join(ca, 'ca.pem'), lab.certificate);
  const own = await issueTlsHosts(lab, now);
  const sites = await readSites();
  for (const host of own.keys()) sites.set(host, { folder: '', headers: HSTS, handler: answerPage });
  const context = contextOf(leaf);
  const contexts = new Map([...own].map(([host, each]) => [host, contextOf(each)]));
  const http = createHttpServer(listener('http', sites));
  const https = createHttpsServer(
    {
      cert: leaf.certificate,
      key: leaf.key,
      SNICallback: (name, done) => {
        if (name.endsWith('.invalid')) done(new Error(`no https for ${name}`));
        else done(null, contexts.get(name) ?? context);
      },
    },
    listener('https', sites),
  );
  const [httpPort, httpsPort] = [await listen(http), await listen(https)];
  return {
    caFile: join(ca, 'ca.pem'),
    map: `MAP *:443 127.0.0.1:${httpsPort}, MAP *:80 127.0.0.1:${httpPort}`,
    hostOf: (folder) => [...sites].find(([, site]) => site.folder === folder)?.[0] ?? '',
    close: async () => {
      for (const server of [http, https]) {
        server.closeAllConnections();
        server.close();
      }
      await rm(ca, { recursive: true, force: true });
    },
  };
}

function contextOf({ certificate, key }: Leaf): SecureContext {
  return createSecureContext({ cert: certificate, key });
}

/** A page of a host of which only the certificate is special. */
const answerPage: Handler = (_request, response, { host }) => {
  response.writeHead(200, { 'content-type': 'text/html', ...HSTS });
  response.end(`<!doctype html><title>${host}</title><link rel="icon" href="data:,"><p>${host}`);
  return true;
};

async function readSites(): Promise<Map<string, Site>> {
  const sites = new Map<string, Site>();
  for (const folder of readdirSync(FIELD)) {
    const file = (name: string): string => join(FIELD, folder, name);
    if (!existsSync(file('host'))) continue;
    const headers: unknown = existsSync(file('headers.json'))
      ? JSON.parse(readFileSync(file('headers.json'), 'utf8'))
      : {};
    const module: unknown = existsSync(file('handler.mjs'))
      ? await import(pathToFileURL(file('handler.mjs')).href)
      : null;
    sites.set(readFileSync(file('host'), 'utf8').trim(), {
      folder,
      // The corpus's files, in the forms that cases.md names.
      headers: headers as Site['headers'],
      handler: (module as { readonly default?: Handler } | null)?.default ?? null,
    });
  }
  return sites;
}

function listener(scheme: 'http' | 'https', sites: ReadonlyMap<string, Site>): RequestListener {
  return (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const url = URL.parse(request.url ?? '/', `${scheme}://${host === '' ? 'none' : host}`);
    const site = sites.get(host);
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    if (url === null || site === undefined) return answerAny(url, response);
    const dir = join(FIELD, site.folder);
    if (site.handler?.(request, response, { scheme, host, url, dir, PNG }) === true) return;
    for (const [name, value] of Object.entries(site.headers)) response.setHeader(name, value);
    const path = join(dir, url.pathname === '/' ? 'index.html' : url.pathname.replaceAll('..', ''));
    if (!existsSync(path)) return answerAny(url, response);
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
    response.end(readFileSync(path));
  };
}

/** Hosts and paths that the corpus mentions without files. */
function answerAny(url: URL | null, response: ServerResponse): void {
  const type = TYPES[extname(url?.pathname ?? '')];
  response.writeHead(type === undefined ? 404 : 200, { 'content-type': type ?? 'text/plain' });
  response.end(type === 'image/png' ? PNG : '');
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.on('tlsClientError', () => undefined);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
