// Probes for https: one per tab at a time, only of hosts that were shown, with stored progress, and nothing about a closed tab.
import { describe, expect, it } from 'vitest';
import { ProbeService } from '../../../../lib/platform/background/probe-service.ts';
import type { ProbeState } from '../../../../lib/probe/probe.ts';
import type { ProbeTrace } from '../../../../lib/probe/read-answer.ts';
import { mixedEntry, pageAt } from '../../../../lib/verdict/example.ts';

const PAGE = pageAt('https://shop.example.com/', {
  mixed: ['http://a.example/1', 'http://a.example/2', 'http://b.example/'].map((url) => mixedEntry({ url })),
});
const OK: ProbeTrace = { status: 200, location: null, error: null, isTooSlow: false };

function setUp(answerWith: () => Promise<ProbeTrace> = async () => OK) {
  const stored: ProbeState[] = [];
  const asked: string[] = [];
  let open = 0;
  const made = new ProbeService({
    now: () => 1000 + stored.length,
    currentPage: async (tabId) => (tabId === 1 ? PAGE : null),
    read: async () => stored.at(-1) ?? null,
    store: async (_tabId, state) => void stored.push(state),
    open: () => {
      open += 1;
      return {
        ask: (address) => {
          asked.push(address);
          return answerWith();
        },
        close: () => {
          open -= 1;
        },
      };
    },
  });
  return { made, stored, asked, isOpen: () => open > 0 };
}

describe('ProbeService', () => {
  it('stores its progress and its end, and removes its listeners', async () => {
    const { made, stored, asked, isOpen } = setUp();
    await made.start(1, ['a.example', 'b.example']);
    expect(asked.sort()).toEqual(['https://a.example/1', 'https://a.example/2', 'https://b.example/']);
    expect(stored[0]).toMatchObject({ phase: 'asking', total: 3, answers: {}, documentId: PAGE.documentId });
    expect(stored.map(({ answers }) => Object.keys(answers).length)).toEqual([0, 1, 2, 3, 3]);
    expect(stored.at(-1)).toMatchObject({ phase: 'done' });
    expect(isOpen()).toBe(false);
  });

  it('requests no host that the user was not shown', async () => {
    const { made, asked } = setUp();
    await made.start(1, ['b.example', 'c.example']);
    expect(asked).toEqual(['https://b.example/']);
  });

  it('requests nothing for a tab without a page', async () => {
    const { made, asked, stored } = setUp();
    await made.start(2, ['a.example']);
    expect([asked, stored]).toEqual([[], []]);
  });

  it('runs once per tab', async () => {
    const { made, asked } = setUp();
    await Promise.all([made.start(1, ['b.example']), made.start(1, ['b.example'])]);
    expect(asked).toHaveLength(1);
  });

  it('stops on the command, and keeps the results so far', async () => {
    const pending: ((trace: ProbeTrace) => void)[] = [];
    const { made, stored } = setUp(() => new Promise((resolve) => pending.push(resolve)));
    const running = made.start(1, ['b.example']);
    await new Promise((done) => setImmediate(done));
    await made.cancel(1);
    pending[0]?.(OK);
    await running;
    expect(stored.at(-1)).toMatchObject({ phase: 'cancelled', answers: {} });
  });

  it('stores nothing more about a closed tab', async () => {
    const pending: ((trace: ProbeTrace) => void)[] = [];
    const { made, stored } = setUp(() => new Promise((resolve) => pending.push(resolve)));
    const running = made.start(1, ['a.example']);
    await new Promise((done) => setImmediate(done));
    made.forget(1);
    pending[0]?.(OK);
    await running;
    expect(stored).toHaveLength(1);
  });

  it('reports a probe that stopped with the background as unfinished', async () => {
    const { made, stored } = setUp();
    stored.push({ documentId: 'example', phase: 'asking', at: 0, total: 3, answers: {} });
    await made.cancel(1);
    expect(stored.at(-1)).toMatchObject({ phase: 'cancelled' });
  });
});
