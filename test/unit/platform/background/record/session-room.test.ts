// The plan for space in storage: no shown record is removed, and the largest ones are first.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRoom } from '../../../../../lib/platform/background/record/session-room.ts';

const records = fc.array(fc.record({ bytes: fc.integer({ min: 1, max: 5000 }), isShown: fc.boolean() }));

describe('planRoom', () => {
  it('does nothing when all fit', () =>
    expect(planRoom([{ bytes: 5, isShown: false }], 5)).toEqual({ forget: [], shorten: new Map() }));

  it('removes the largest records that no tab shows, and shortens nothing if that is enough', () => {
    const small = { bytes: 10, isShown: false };
    const large = { bytes: 90, isShown: false };
    expect(planRoom([small, large, { bytes: 50, isShown: true }], 100)).toEqual({
      forget: [large],
      shorten: new Map(),
    });
  });

  it('shortens the largest shown records, and keeps small ones', () => {
    const small = { bytes: 10, isShown: true };
    const large = { bytes: 90, isShown: true };
    const larger = { bytes: 200, isShown: true };
    const { forget, shorten } = planRoom([small, large, larger], 100);
    expect(forget).toEqual([]);
    expect([...shorten]).toEqual([
      [larger, 45],
      [large, 45],
    ]);
  });

  it('always fits the budget, and never removes a shown record', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 100, max: 10_000 }), (all, budget) => {
        const { forget, shorten } = planRoom(all, budget);
        const left = all.filter((record) => !forget.includes(record));
        const sum = left.reduce((bytes, record) => bytes + (shorten.get(record) ?? record.bytes), 0);
        expect(sum).toBeLessThanOrEqual(budget);
        expect(forget.every(({ isShown }) => !isShown)).toBe(true);
      }),
    );
  });
});
