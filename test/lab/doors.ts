// Https servers that refuse every client. Each ends the handshake differently, so each has its own port.
import { createServer as createHttpsServer } from 'node:https';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { Leaf } from './lab-certificates.ts';
import { listen } from './servers.ts';

/** How a server refuses a client. */
export type Door =
  /** Requests a client certificate and closes the connection without one (RFC 8446, 4.3.2 and 6.2). */
  | 'wants-certificate'
  /** Reports that it does not know the name, before it presents a certificate (RFC 6066, 3). */
  | 'knows-no-name';

export interface Doors {
  /** Host resolver rules, one for each door; they come before those for all hosts. */
  readonly rules: readonly string[];
  readonly close: () => Promise<void>;
}

/** A record with the alert unrecognized_name, fatal (RFC 8446, 5.1 and 6). */
const UNRECOGNIZED_NAME = Uint8Array.of(21, 3, 3, 0, 2, 2, 112);

/** Starts a server for each. `leaves`: what the hosts present. */
export async function startDoors(
  doors: Readonly<Record<string, Door>>,
  leaves: ReadonlyMap<string, Leaf>,
): Promise<Doors> {
  const sockets = new Set<Socket>();
  const started = await Promise.all(
    Object.entries(doors).map(async ([host, door]) => {
      const server = door === 'knows-no-name' ? alertServer() : guardedServer(leaves.get(host));
      server.on('connection', (socket: Socket) => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
      });
      return { host, server, port: await listen(server) };
    }),
  );
  return {
    rules: started.map(({ host, port }) => `MAP ${host}:443 127.0.0.1:${port}`),
    close: async () => {
      const closed = started.map(({ server }) => new Promise((resolve) => server.close(resolve)));
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
    },
  };
}

function alertServer(): Server {
  return createServer((socket) => {
    // The first bytes are the client's hello.
    socket.once('data', () => socket.end(UNRECOGNIZED_NAME));
  });
}

function guardedServer(leaf: Leaf | undefined): Server {
  if (leaf === undefined) throw new Error('A server that asks for a certificate presents one.');
  const { certificate, key } = leaf;
  const guard = createHttpsServer({ cert: certificate, key, requestCert: true, rejectUnauthorized: true });
  return createServer({ allowHalfOpen: true }, (socket) => guard.emit('connection', calm(socket)));
}

/**
 * A connection that is never reset. A client has sent its request before it learns that it needed a certificate (TLS 1.3); to close with that
 * unread would reset the connection, and whether the alert or the reset is seen first would be chance.
 */
function calm(socket: Socket): Duplex {
  const duplex = new Duplex({
    read: () => undefined,
    write: (chunk: Uint8Array, _encoding, done) => void socket.write(chunk, done),
    final: (done) => void socket.end(done),
    destroy: (_error, done) => {
      socket.end();
      done(null);
    },
  });
  socket.on('data', (chunk) => duplex.push(chunk));
  socket.on('end', () => {
    duplex.push(null);
    socket.end();
  });
  return duplex;
}
