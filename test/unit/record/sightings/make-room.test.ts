// The entries that are removed from a list that is too long, and the shortening of a record that is too large.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MIXED_CLASSES, MIXED_OUTCOMES } from '../../../../lib/mixed-content/mixed-content.ts';
import { sizeOf, shortenRecord } from '../../../../lib/record/record-size.ts';
import { assess } from '../../../../lib/verdict/assess.ts';
import { mixedEntry, pageAt, pageWithHeaders } from '../../../../lib/verdict/example.ts';
import { makeRoom } from '../../../../lib/record/sightings/make-room.ts';
import type { MixedEntry } from '../../../../lib/mixed-content/mixed-entry.ts';

const FORM = mixedEntry({
  url: 'http://a.example/form',
  kind: 'form',
  class: 'form',
  outcome: 'would-be-sent',
});

function upgraded(count: number, frameId: number): readonly MixedEntry[] {
  return Array.from({ length: count }, (_, index) =>
    mixedEntry({
      url: `http://a.example/${frameId}/${index}`,
      class: 'upgradeable',
      outcome: 'upgraded',
      frameId,
    }),
  );
}

const anyEntry = fc
  .record({
    class: fc.constantFrom(...MIXED_CLASSES),
    outcome: fc.constantFrom(...MIXED_OUTCOMES),
    frameId: fc.integer({ min: -1, max: 5 }),
    url: fc.webUrl().map((url) => url.replace(/^https?:/, 'http:')),
  })
  .map(mixedEntry);

function kinds(list: readonly MixedEntry[]): ReadonlySet<string> {
  return new Set(list.map((entry) => `${entry.class} ${entry.outcome}`));
}

describe('makeRoom', () => {
  it('does not change a list that fits', () => {
    const entries = upgraded(3, 0);
    expect(makeRoom(entries, 0)).toBe(entries);
  });

  it('removes harmless entries before severe ones, the latest first', () => {
    const harmless = upgraded(3, 0);
    const blocked = [mixedEntry({ url: 'http://b.example/1' }), mixedEntry({ url: 'http://b.example/2' })];
    expect(makeRoom([...harmless, ...blocked], 2)).toEqual([harmless[0], ...blocked]);
    expect(makeRoom([...harmless, ...blocked], 3)).toEqual([harmless[0], blocked[0]]);
  });

  it('keeps the first of every kind of every frame, even if others have severe ones', () => {
    const forms = Array.from({ length: 10 }, (_, index) => ({
      ...FORM,
      url: `${FORM.url}/${index}`,
      frameId: 4,
    }));
    const own = upgraded(2, 0);
    expect(makeRoom([...forms, ...own], 9)).toEqual([...forms.slice(0, 2), own[0]]);
  });

  it('keeps one of each kind to the end, whatever the list', () => {
    fc.assert(
      fc.property(fc.array(anyEntry), fc.nat(200), (entries, excess) => {
        const left = makeRoom(entries, excess);
        expect(kinds(left)).toEqual(kinds(entries));
        expect(left.length).toBeGreaterThanOrEqual(entries.length - excess);
      }),
    );
  });
});

describe('shortenRecord', () => {
  it('shortens a record to its allowed size, counts removed entries, and makes the verdict no milder', () => {
    const page = { ...pageWithHeaders('https://example.com/', {}), mixed: [...upgraded(500, 4), FORM] };
    const max = sizeOf(page) / 2;
    const short = shortenRecord(page, max);
    expect(sizeOf(short)).toBeLessThanOrEqual(max);
    expect(short.mixed.length + short.mixedDropped).toBe(501);
    expect(short.mixed).toContain(FORM);
    expect(assess(short)).toMatchObject({
      state: assess(page).state,
      gaps: [{ kind: 'sightings-dropped', count: short.mixedDropped }],
    });
  });

  it('does not change one that fits', () => {
    const page = pageAt('https://example.com/', { mixed: [FORM] });
    expect(shortenRecord(page, sizeOf(page))).toEqual(page);
  });
});
