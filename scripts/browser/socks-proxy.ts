// A SOCKS5 proxy on loopback that applies host rules: Firefox has no rules of its own and resolves every name through this proxy. RFC 1928: only
// CONNECT without authentication, which is all that Firefox sends.
import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { applyHostRules } from './host-rules.ts';
import type { Address, HostRules } from './host-rules.ts';

export interface SocksProxy {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const VERSION = 5;
const REPLY = { done: 0, hostUnreachable: 4, refused: 5, commandUnknown: 7 } as const;

/** Starts it on a free port. */
export async function startSocksProxy(rules: HostRules): Promise<SocksProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client);
    client.once('close', () => sockets.delete(client));
    serve(client, rules);
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    port: address.port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function serve(client: Socket, rules: HostRules): void {
  let buffered = Buffer.alloc(0);
  let greeted = false;
  // A client that disconnects early is not an error for the proxy.
  client.on('error', () => client.destroy());
  const onData = (data: Buffer): void => {
    buffered = Buffer.concat([buffered, data]);
    if (!greeted) {
      const length = 2 + (buffered[1] ?? Infinity);
      if (buffered.length < length) return;
      if (buffered[0] !== VERSION) return void client.destroy();
      client.write(Uint8Array.of(VERSION, 0));
      buffered = buffered.subarray(length);
      greeted = true;
    }
    const request = readRequest(buffered);
    if (request === 'incomplete') return;
    client.off('data', onData);
    // Data after the request is for the target, and waits for it.
    client.pause();
    client.unshift(buffered.subarray(request === 'not-supported' ? 0 : request.length));
    if (request === 'not-supported') return reject(client, REPLY.commandUnknown);
    const target = applyHostRules(rules, request);
    if (target === null) return reject(client, REPLY.hostUnreachable);
    join(client, target);
  };
  client.on('data', onData);
}

/** RFC 1928, 4: version, command, reserved, address type, address, port. */
function readRequest(
  bytes: Buffer,
): (Address & { readonly length: number }) | 'incomplete' | 'not-supported' {
  if (bytes.length < 5) return 'incomplete';
  const type = bytes[3];
  const start = type === 3 ? 5 : 4;
  const length = type === 1 ? 4 : type === 4 ? 16 : type === 3 ? (bytes[4] ?? 0) : 0;
  if (bytes[1] !== 1 || length === 0) return 'not-supported';
  if (bytes.length < start + length + 2) return 'incomplete';
  const address = bytes.subarray(start, start + length);
  return {
    host: readHost(type, address),
    port: bytes.readUInt16BE(start + length),
    length: start + length + 2,
  };
}

function readHost(type: number | undefined, bytes: Buffer): string {
  if (type === 1) return bytes.join('.');
  if (type === 3) return bytes.toString('latin1');
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16));
  // The URL parser returns the canonical form, in which patterns are written.
  return new URL(`http://[${groups.join(':')}]/`).hostname.slice(1, -1);
}

function join(client: Socket, { host, port }: Address): void {
  const server = connect({ host, port });
  let joined = false;
  server.once('connect', () => {
    joined = true;
    client.write(Uint8Array.of(VERSION, REPLY.done, 0, 1, 0, 0, 0, 0, 0, 0));
    client.pipe(server);
    server.pipe(client);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (joined) client.destroy();
    else reject(client, error.code === 'ECONNREFUSED' ? REPLY.refused : REPLY.hostUnreachable);
  });
  server.once('close', () => joined && client.destroy());
  client.once('close', () => server.destroy());
}

function reject(client: Socket, reply: number): void {
  client.end(Uint8Array.of(VERSION, reply, 0, 1, 0, 0, 0, 0, 0, 0));
}
