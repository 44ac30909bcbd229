// The list: stable numbers, the most severe first, and a stable order while a user works with it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose, countOutcomes, EVERYTHING, keepSteady } from '../../../lib/mixed-list/choose.ts';
import { numberEntries } from '../../../lib/mixed-list/entry-id.ts';
import { MIXED_OUTCOMES } from '../../../lib/mixed-content/mixed-content.ts';
import { mixedEntry } from '../../../lib/verdict/example.ts';
import { entryId } from '../../../lib/mixed-content/mixed-entry.ts';

const entries = numberEntries([
  mixedEntry({ url: 'http://a.example/1', outcome: 'upgraded' }),
  mixedEntry({
    url: 'http://a.example/2',
    outcome: 'blocked',
    source: { url: 'https://x.example/app.js', line: 3, column: 1 },
  }),
  mixedEntry({ url: 'http://b.example/3', outcome: 'loaded', frameUrl: 'https://frame.example/' }),
  mixedEntry({ url: 'http://b.example/4', outcome: 'blocked' }),
]);

describe('entryId', () => {
  it.each([
    ['http://a.example/x#fragment', '3 script http://a.example/x'],
    ['http://user:pass@a.example/x', '3 script http://a.example/x'],
    ['http://a.example/x?q=a@b', '3 script http://a.example/x?q=a@b'],
  ])('%s is %s', (url, expected) => expect(entryId({ frameId: 3, kind: 'script', url })).toBe(expected));

  it('distinguishes a form from a request of the same address', () => {
    const ids = (['form', 'download', 'script', 'image', 'image-set'] as const).map((kind) =>
      entryId({ frameId: 0, kind, url: 'http://a.example/' }),
    );
    expect(new Set(ids).size).toBe(5);
  });
});

describe('choose', () => {
  it('lists the most severe first, and keeps the numbers', () => {
    expect(choose(entries, EVERYTHING).map(({ number }) => number)).toEqual([3, 2, 4, 1]);
    expect(countOutcomes(entries)).toEqual([
      { outcome: 'loaded', count: 1 },
      { outcome: 'blocked', count: 2 },
      { outcome: 'upgraded', count: 1 },
    ]);
  });

  it.each([
    [{ outcome: 'blocked', text: '' }, [2, 4]],
    [{ outcome: null, text: ' APP.js ' }, [2]],
    [{ outcome: null, text: 'frame.example' }, [3]],
    [{ outcome: 'upgraded', text: 'b.example' }, []],
  ] as const)('%j', (choice, numbers) =>
    expect(choose(entries, choice).map(({ number }) => number)).toEqual(numbers),
  );
});

describe('keepSteady', () => {
  const arbitrary = fc.uniqueArray(
    fc.record({
      url: fc.nat(60).map((n) => `http://h.example/${n}`),
      outcome: fc.constantFrom(...MIXED_OUTCOMES),
    }),
    { selector: ({ url }) => url },
  );

  it('keeps the order, shows the newest state of each entry, and counts new ones', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, (before, more) => {
        const seen = choose(numberEntries(before.map(mixedEntry)), EVERYTHING).map(({ id }) => id);
        const fresh = more.filter(({ url }) => !before.some((entry) => entry.url === url));
        const changed = before.map(({ url }) => ({ url, outcome: 'blocked' as const }));
        const all = numberEntries([...changed, ...fresh].map(mixedEntry));
        const { shown, waiting } = keepSteady(seen, all, choose(all, EVERYTHING));
        expect(shown.map(({ id }) => id)).toEqual(seen);
        expect(shown.every(({ entry }) => entry.outcome === 'blocked')).toBe(true);
        expect(waiting).toBe(fresh.length);
      }),
    );
  });
});
