// Commands for outlines: each frame receives its own, missing elements are reported, and the newest command wins.
import { describe, expect, it } from 'vitest';
import type { OutlineOrder } from '../../../../lib/outline/outline-order.ts';
import { MAX_OUTLINED } from '../../../../lib/outline/outline-order.ts';
import { OutlineService } from '../../../../lib/platform/background/outline-service.ts';
import type { PageRecord } from '../../../../lib/record/record.ts';
import { mixedEntry, pageAt } from '../../../../lib/verdict/example.ts';
import { entryId } from '../../../../lib/mixed-content/mixed-entry.ts';
import type { OutlineState } from '../../../../lib/outline/outline-state.ts';

const ENTRIES = [
  mixedEntry({ url: 'http://a.example/main' }),
  mixedEntry({ url: 'http://a.example/frame', frameId: 7 }),
  mixedEntry({ url: 'http://a.example/gone', frameId: 8 }),
  mixedEntry({ url: 'http://a.example/script', element: null }),
];
const [main, frame, gone, script] = ENTRIES.map(entryId);

function setUp(page: PageRecord | null = pageAt('https://example.com/', { mixed: ENTRIES })) {
  const sent: { readonly frameId: number; readonly order: OutlineOrder }[] = [];
  let ended = 0;
  let state: OutlineState | null = null;
  const made = new OutlineService({
    currentPage: async () => page,
    send: async (_tabId, frameId, order) => {
      if (frameId === 8) throw new Error('No frame with id 8');
      sent.push({ frameId, order });
      // A frame may answer anything.
      return {
        ...Object.fromEntries(order.targets.map(({ id }) => [id, 'shown'])),
        'load http://x/': 'shown',
      };
    },
    sendToAll: async () => {
      ended += 1;
    },
    read: async () => state,
    store: async (_tabId, next) => {
      state = next;
    },
  });
  return { made, sent, state: () => state, ended: () => ended };
}

describe('OutlineService', () => {
  it('sends the command to the frame of the entry, and to the page for the end of the outlines', async () => {
    const { made, sent, state } = setUp();
    await made.show(1, { kind: 'one', id: frame ?? '' });
    expect(sent.map(({ frameId, order }) => [frameId, order.targets.length, order.scroll])).toEqual([
      [0, 0, true],
      [7, 1, true],
    ]);
    expect(state()).toEqual({ documentId: 'example', finds: { [frame ?? '']: 'shown' }, all: false });
  });

  it('shows all with the numbers of the list, and reports missing elements', async () => {
    const { made, sent, state } = setUp();
    await made.show(1, { kind: 'all' });
    expect(sent.flatMap(({ order }) => order.targets.map(({ number }) => number))).toEqual([1, 2]);
    expect(state()?.finds).toEqual({
      [main ?? '']: 'shown',
      [frame ?? '']: 'shown',
      [gone ?? '']: 'frame-gone',
    });
    expect(sent.every(({ order }) => !order.scroll)).toBe(true);
  });

  it('removes everything when nothing was found', async () => {
    const { made, ended, state } = setUp();
    await made.show(1, { kind: 'one', id: gone ?? '' });
    expect(state()?.finds).toEqual({ [gone ?? '']: 'frame-gone' });
    expect(ended()).toBe(2);
  });

  it.each([
    ['an entry without an element', { kind: 'one', id: script ?? '' }],
    ['an entry that is not there', { kind: 'one', id: 'load http://elsewhere/' }],
    ['none', { kind: 'none' }],
  ] as const)('shows nothing for %s', async (_what, wish) => {
    const { made, sent, state } = setUp();
    await made.show(1, { kind: 'all' });
    sent.length = 0;
    await made.show(1, wish);
    expect([sent, state()]).toEqual([[], null]);
  });

  it('is bounded', async () => {
    const mixed = Array.from({ length: 3000 }, (_, index) =>
      mixedEntry({ url: `http://a.example/${index}` }),
    );
    const { made, sent } = setUp(pageAt('https://example.com/', { mixed }));
    await made.show(1, { kind: 'all' });
    expect(sent[0]?.order.targets).toHaveLength(MAX_OUTLINED);
  });

  it('receives that outlined elements left the page', async () => {
    const { made, state } = setUp();
    await made.show(1, { kind: 'one', id: main ?? '' });
    await made.lose(1, [main ?? '', 'load http://elsewhere/']);
    expect(state()?.finds).toEqual({ [main ?? '']: 'gone' });
  });
});
