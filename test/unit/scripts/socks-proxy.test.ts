// The proxy that applies host rules for Firefox, tested byte by byte (RFC 1928).
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseHostRules } from '../../../scripts/browser/host-rules.ts';
import { startSocksProxy } from '../../../scripts/browser/socks-proxy.ts';
import type { SocksProxy } from '../../../scripts/browser/socks-proxy.ts';

const GREETING = [5, 1, 0];
const DONE = [5, 0, 0, 1, 0, 0, 0, 0, 0, 0];

let server: Server;
let port: number;
let proxy: SocksProxy;

beforeEach(async () => {
  server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => socket.write(`echo ${data.toString()}`));
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  // It listens on a port of loopback, so it is not a pipe.
  port = (server.address() as AddressInfo).port;
  proxy = await startSocksProxy(
    parseHostRules(
      `MAP *.lab.test:443 127.0.0.1:${port}, MAP gone.test ^NOTFOUND, MAP fd00::20 127.0.0.1:${port}`,
    ),
  );
});

afterEach(async () => {
  await proxy.close();
  await new Promise((closed) => {
    server.close(closed);
  });
});

/** A request to connect (RFC 1928, 4). */
function request(host: readonly number[], type: number, toPort: number): number[] {
  return [5, 1, 0, type, ...host, toPort >> 8, toPort & 0xff];
}

function named(name: string): number[] {
  return [name.length, ...Buffer.from(name)];
}

/** Sends bytes and returns the first `length` bytes of the response, or what was received before the end. */
async function talk(pieces: readonly (readonly number[])[], length: number): Promise<number[]> {
  const socket: Socket = connect(proxy.port, '127.0.0.1');
  socket.setNoDelay();
  const answer: number[] = [];
  const done = new Promise<void>((resolve) => {
    socket.on('data', (data) => {
      answer.push(...data);
      if (answer.length >= length) resolve();
    });
    socket.on('close', () => resolve());
    socket.on('error', () => resolve());
  });
  for (const piece of pieces) {
    await new Promise((written) => {
      socket.write(Uint8Array.from(piece), written);
    });
  }
  await done;
  socket.destroy();
  return answer;
}

describe('startSocksProxy', () => {
  it('connects a mapped name with its target', async () => {
    const hello = Buffer.from('hello');
    const answer = await talk([GREETING, request(named('a.lab.test'), 3, 443), [...hello]], 2 + 10 + 10);
    expect(answer.slice(0, 12)).toEqual([5, 0, ...DONE]);
    expect(Buffer.from(answer.slice(12)).toString()).toBe('echo hello');
  });

  it('parses a request that arrives byte by byte', async () => {
    const bytes = [...GREETING, ...request(named('a.lab.test'), 3, 443)];
    const answer = await talk(
      bytes.map((byte) => [byte]),
      12,
    );
    expect(answer).toEqual([5, 0, ...DONE]);
  });

  it('parses both forms of addresses', async () => {
    const v4 = await talk([GREETING, request([127, 0, 0, 1], 1, port)], 12);
    expect(v4).toEqual([5, 0, ...DONE]);
    const v6 = await talk([GREETING, request([0xfd, ...Array<number>(14).fill(0), 0x20], 4, 80)], 12);
    expect(v6).toEqual([5, 0, ...DONE]);
  });

  it('reports a name without a target', async () => {
    const answer = await talk([GREETING, request(named('gone.test'), 3, 443)], 12);
    expect(answer.slice(0, 4)).toEqual([5, 0, 5, 4]);
  });

  it('reports a target that refuses the connection', async () => {
    const closed = createServer();
    await new Promise<void>((listening) => {
      closed.listen(0, '127.0.0.1', listening);
    });
    const free = (closed.address() as AddressInfo).port;
    await new Promise((done) => {
      closed.close(done);
    });
    const answer = await talk([GREETING, request([127, 0, 0, 1], 1, free)], 12);
    expect(answer.slice(0, 4)).toEqual([5, 0, 5, 5]);
  });

  it('supports only CONNECT, and only version 5', async () => {
    const bind = [5, 2, 0, 1, 127, 0, 0, 1, 0, 80];
    expect((await talk([GREETING, bind], 12)).slice(0, 4)).toEqual([5, 0, 5, 7]);
    expect(await talk([[4, 1, 0, 80, 127, 0, 0, 1, 0]], 1)).toEqual([]);
  });
});
