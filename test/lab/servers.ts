// The lab's two servers: one for http, one for https, both on loopback ports that the system chooses. Browsers reach them under made-up
// names through a host mapping. The server's name (SNI, RFC 6066) chooses the certificate.
import { createHash } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createSecureContext } from 'node:tls';
import type { SecureContext } from 'node:tls';
import type { Answer } from './lab-answers.ts';
import type { Leaf } from './lab-certificates.ts';

type Scheme = 'http' | 'https';

/** A request that arrived. */
export interface Hit {
  readonly scheme: Scheme;
  /** As in the address: without a default port, IPv6 in brackets. */
  readonly host: string;
  /** With the query. */
  readonly path: string;
  readonly method: string;
  /**
   * The status of the response; 0: intentionally none. 404: the address is not the lab's, as when the browser's own services come through the host
   * mapping.
   */
  readonly status: number;
}

/** Answers a request dynamically, at once or later. Returns the status; 0 when it never answers. */
export type Service = (url: URL, response: ServerResponse) => number;

export interface ServerParts {
  /** Canonical absolute address without query → answer. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Origin → the dynamic responder that replaces its fixed responses. */
  readonly services: ReadonlyMap<string, Service>;
  /** Host name → certificate. Other names are refused, as by a server without https. */
  readonly leaves: ReadonlyMap<string, Leaf>;
  /** For hosts that are IP addresses: clients send no name for these (RFC 6066, 3). */
  readonly addressLeaf: Leaf;
  readonly onHit: (hit: Hit) => void;
}

export interface Servers {
  readonly httpPort: number;
  readonly httpsPort: number;
  /** Closes open connections too. */
  readonly close: () => Promise<void>;
}

/** Long enough for an address of 64 KiB, which browsers send. */
const MAX_HEADER_BYTES = 160 * 1024;

/** Starts both servers. */
export async function startServers(parts: ServerParts): Promise<Servers> {
  const contexts = new Map<string, SecureContext>();
  for (const [host, leaf] of parts.leaves) contexts.set(host, toContext(leaf));
  const http = createHttpServer({ maxHeaderSize: MAX_HEADER_BYTES });
  const https = createHttpsServer({
    maxHeaderSize: MAX_HEADER_BYTES,
    cert: parts.addressLeaf.certificate,
    key: parts.addressLeaf.key,
    SNICallback: (name, done) => {
      const context = contexts.get(name.toLowerCase());
      if (context === undefined) done(new Error(`no certificate for ${name}`));
      else done(null, context);
    },
  });
  const sockets = new Set<Socket>();
  for (const [scheme, server] of [
    ['http', http],
    ['https', https],
  ] as const) {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      // A browser that refuses a certificate or closes a tab ends its connections abruptly.
      socket.on('error', () => socket.destroy());
    });
    server.on('request', (request, response) => {
      respond(scheme, request, response, parts);
    });
    server.on('upgrade', (request, socket) => {
      acceptWebSocket(scheme, request, socket, parts);
    });
  }
  const [httpPort, httpsPort] = await Promise.all([listen(http), listen(https)]);
  const close = async (): Promise<void> => {
    const closed = [http, https].map((server) => new Promise((resolve) => server.close(resolve)));
    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
  };
  return { httpPort, httpsPort, close };
}

function respond(
  scheme: Scheme,
  request: IncomingMessage,
  response: ServerResponse,
  { answers, services, onHit }: ServerParts,
): void {
  const url = requestAddress(scheme, request);
  if (url === null) {
    response.writeHead(400).end();
    return;
  }
  const service = services.get(url.origin);
  if (service !== undefined) {
    onHit(toHit(scheme, url, request, service(url, response)));
    return;
  }
  const answer = answers.get(url.origin + url.pathname);
  onHit(toHit(scheme, url, request, answer?.status ?? 404));
  if (answer === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('The lab has no such page.\n');
    return;
  }
  response.writeHead(answer.status, answer.headers);
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

/** Completes the handshake (RFC 6455, 4.2.2) and closes at once: the lab tests only connections, not messages. */
function acceptWebSocket(
  scheme: Scheme,
  request: IncomingMessage,
  socket: Duplex,
  { onHit }: ServerParts,
): void {
  const url = requestAddress(scheme, request);
  const key = request.headers['sec-websocket-key'];
  if (url === null || key === undefined) {
    socket.destroy();
    return;
  }
  onHit(toHit(scheme, url, request, 101));
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  socket.end(Buffer.from([0x88, 0x02, 0x03, 0xe8])); // a close frame with code 1000
}

/** The requested address, with its default port whatever port the client named; null if there is none. */
function requestAddress(scheme: Scheme, request: IncomingMessage): URL | null {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const address = `${scheme}://${host}${request.url ?? ''}`;
  return host !== '' && URL.canParse(address) ? new URL(address) : null;
}

function toHit(scheme: Scheme, url: URL, request: IncomingMessage, status: number): Hit {
  const path = url.pathname + url.search;
  return { scheme, host: url.hostname, path, method: request.method ?? '', status };
}

function toContext(leaf: Leaf): SecureContext {
  return createSecureContext({ cert: leaf.certificate + leaf.intermediate, key: leaf.key });
}

/** Listens on a loopback port that the system chooses; returns the port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // A server that listens on a TCP port has an AddressInfo; the other forms are for pipes and closed servers.
  return (server.address() as AddressInfo).port;
}
