// How many certificates a term means (ballot SC-081v3: 200, 100, 47 days by date of issue).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifetimeLimit } from '../../../lib/certificate/judge/lifetime.ts';
import { reissues, reissueSpans, termEnd } from '../../../lib/plans/reissues.ts';

const DAY = 86_400_000;
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

describe('the certificates of a term', () => {
  it('of one year from 2026-11-25 are two of 200 days, then none of 398', () => {
    expect(reissues(Date.UTC(2026, 10, 25), 1).map(({ at, days }) => [day(at), days])).toEqual([
      ['2026-11-25', 200],
      ['2027-06-13', 100],
      ['2027-09-21', 100],
    ]);
  });

  it('are counted by their maximum lifetime', () => {
    const spans = reissueSpans(reissues(Date.UTC(2026, 10, 25), 3));
    expect(spans.map(({ days, count, first, last }) => [days, count, day(first), day(last)])).toEqual([
      [200, 1, '2026-11-25', '2026-11-25'],
      [100, 7, '2027-06-13', '2029-02-02'],
      [47, 5, '2029-05-13', '2029-11-17'],
    ]);
  });

  it('follow each other without a gap, each with its maximum lifetime, and cover the term', () => {
    const start = fc.integer({ min: Date.UTC(2020, 8, 1), max: Date.UTC(2035, 0, 1) });
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 10 }), (from, years) => {
        const all = reissues(from, years);
        all.forEach(({ at, days }, index) => {
          expect(days).toBe(lifetimeLimit(at)?.days);
          expect(all[index + 1]?.at ?? at + days * DAY).toBe(at + days * DAY);
        });
        const last = all.at(-1);
        expect(last !== undefined && last.at < termEnd(from, years)).toBe(true);
        expect((last?.at ?? 0) + (last?.days ?? 0) * DAY).toBeGreaterThanOrEqual(termEnd(from, years));
        expect(reissueSpans(all).reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      }),
    );
  });

  it('end on the same day of the year', () => {
    expect(day(termEnd(Date.UTC(2028, 1, 29), 1))).toBe('2029-03-01');
    expect(day(termEnd(Date.UTC(2026, 10, 25), 10))).toBe('2036-11-25');
  });

  it('cannot be counted for a time without limits', () => {
    expect(() => reissues(Date.UTC(2020, 0, 1), 1)).toThrow(RangeError);
  });
});
