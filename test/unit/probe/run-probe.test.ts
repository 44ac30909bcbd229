// Asking: a few at a time, hosts without https once, never more requests than were announced, nothing after it was cancelled.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProbeAnswer } from '../../../lib/probe/probe.ts';
import type { ProbeTrace } from '../../../lib/probe/read-answer.ts';
import { AT_A_TIME, maxRequests, runProbe } from '../../../lib/probe/run-probe.ts';

type Reply = Partial<ProbeTrace>;

/** A network that answers by rule and writes down what it is asked. */
function network(reply: (address: string, method: string) => Reply) {
  const asked: string[] = [];
  const answers = new Map<string, ProbeAnswer>();
  let now = 0;
  let most = 0;
  let isCancelled = false;
  return {
    asked,
    answers,
    most: () => most,
    cancel: () => {
      isCancelled = true;
    },
    ports: {
      ask: async (address: string, method: 'HEAD' | 'GET'): Promise<ProbeTrace> => {
        asked.push(`${method} ${address}`);
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setImmediate(resolve));
        now -= 1;
        return { status: null, location: null, error: null, isTooSlow: false, ...reply(address, method) };
      },
      isCancelled: () => isCancelled,
      onAnswer: (address: string, answer: ProbeAnswer) => void answers.set(address, answer),
    },
  };
}

function planOf(...addresses: readonly string[]) {
  return { addresses, hosts: [], leftOut: 0, leftOutPrivate: 0 };
}

describe('runProbe', () => {
  it('asks a few at a time and answers for all', async () => {
    const net = network(() => ({ status: 200 }));
    const addresses = Array.from({ length: 30 }, (_, index) => `https://h${index}.example/`);
    await runProbe(planOf(...addresses), net.ports);
    expect(net.most()).toBe(AT_A_TIME);
    expect([...net.answers.keys()].sort()).toEqual([...addresses].sort());
  });

  it('asks with GET where HEAD is refused', async () => {
    const net = network((_, method) => ({ status: method === 'HEAD' ? 405 : 200 }));
    await runProbe(planOf('https://a.example/'), net.ports);
    expect(net.asked).toEqual(['HEAD https://a.example/', 'GET https://a.example/']);
    expect(net.answers.get('https://a.example/')).toEqual({ kind: 'works', status: 200 });
  });

  it('follows redirects within the host to where they lead', async () => {
    const net = network((address) =>
      address.endsWith('/x')
        ? { status: 301, location: '/y' }
        : { status: 302, location: 'http://a.example/y' },
    );
    await runProbe(planOf('https://a.example/x'), net.ports);
    expect(net.answers.get('https://a.example/x')).toEqual({ kind: 'back-to-http', status: 302 });
  });

  it('asks a host without https once', async () => {
    const net = network(() => ({ error: 'net::ERR_CONNECTION_REFUSED' }));
    // The first of each host come first, and one at a time is enough to show it.
    const hosts = Array.from({ length: AT_A_TIME }, (_, index) => `https://h${index}.example`);
    const addresses = ['/1', '/2', '/3'].flatMap((path) => hosts.map((host) => host + path));
    await runProbe(planOf(...addresses), net.ports);
    expect(net.asked).toHaveLength(hosts.length);
    expect(net.answers.size).toBe(addresses.length);
  });

  it('stops when it is cancelled, and reports nothing more', async () => {
    const net = network(() => ({ status: 200 }));
    const addresses = Array.from({ length: 30 }, (_, index) => `https://h${index}.example/`);
    const running = runProbe(planOf(...addresses), net.ports);
    net.cancel();
    await running;
    expect(net.asked).toHaveLength(AT_A_TIME);
    expect(net.answers.size).toBe(0);
  });

  it('never sends more requests than were announced', async () => {
    const reply = fc.oneof(
      fc.constantFrom(200, 404, 405, 500).map((status): Reply => ({ status })),
      fc.nat(9).map((to): Reply => ({ status: 302, location: `/${to}` })),
      fc.constant<Reply>({ error: 'net::ERR_CONNECTION_REFUSED' }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(reply, { minLength: 1 }),
        fc.integer({ min: 1, max: 40 }),
        async (replies, n) => {
          let turn = 0;
          const net = network(() => replies[(turn += 1) % replies.length] ?? {});
          const plan = planOf(
            ...Array.from({ length: n }, (_, index) => `https://h${index % 5}.example/p${index}`),
          );
          await runProbe(plan, net.ports);
          expect(net.asked.length).toBeLessThanOrEqual(maxRequests(plan));
          expect(net.answers.size).toBe(n);
        },
      ),
      { numRuns: 50 },
    );
  });
});
