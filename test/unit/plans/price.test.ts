// Prices: nothing is cheaper than what is said, and no fen is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Offer } from '../../../lib/plans/catalogue.ts';
import { offersInForce, priceTerm } from '../../../lib/plans/price.ts';
import { CATALOGUE } from './packaged-catalogue.ts';

const { offers } = CATALOGUE;

function offer(parts: Partial<Offer>): Offer {
  const text = { en: 'x', zh_CN: 'x' };
  return { id: 'x', text, buyYears: 1, getYears: 1, payPercent: 100, from: null, until: null, ...parts };
}

/** Every way to buy, tried out: what is left to cover, with any purchase, down to nothing. */
function bruteForce(years: number, yearly: number, all: readonly Offer[]): number {
  const purchases = [
    { years: 1, fen: yearly },
    ...all.map(({ buyYears, getYears, payPercent }) => ({
      years: getYears,
      fen: Math.round((buyYears * yearly * payPercent) / 100),
    })),
  ];
  const least = (left: number): number =>
    left <= 0 ? 0 : Math.min(...purchases.map((one) => one.fen + least(left - one.years)));
  return least(years);
}

/** `2 × two-plus-one + 1 × one-year` */
function linesOf(years: number, yearly: number, all: readonly Offer[] = offers): string {
  return priceTerm(years, yearly, all)
    .lines.map(({ offer: one, count }) => `${count} × ${one?.id ?? 'list'}`)
    .join(' + ');
}

describe('the price of a term', () => {
  // By hand: a year 280, three years 700, eight years 1750.
  it.each([
    [1, 28_000, '1 × one-year'],
    [2, 56_000, '2 × one-year'],
    [3, 70_000, '1 × two-plus-one'],
    [4, 98_000, '1 × one-year + 1 × two-plus-one'],
    [5, 126_000, '2 × one-year + 1 × two-plus-one'],
    [6, 140_000, '2 × two-plus-one'],
    [7, 168_000, '1 × one-year + 2 × two-plus-one'],
    [8, 175_000, '1 × five-plus-three'],
    [9, 203_000, '1 × one-year + 1 × five-plus-three'],
    [10, 231_000, '2 × one-year + 1 × five-plus-three'],
  ])('%i years of basic: %i fen by %s', (years, fen, lines) => {
    const price = priceTerm(years, 35_000, offers);
    expect([price.total, linesOf(years, 35_000)]).toEqual([fen, lines]);
    expect(price.saving).toBe(years * 35_000 - fen);
  });

  it('is the lowest of all ways to buy', () => {
    for (const { variants } of CATALOGUE.plans) {
      for (const { price } of variants) {
        for (let years = 1; years <= 10; years += 1)
          expect(priceTerm(years, price, offers).total).toBe(bruteForce(years, price, offers));
      }
    }
  });

  it('is the lowest for any offers and any price', () => {
    const anyOffer = fc
      .record({
        buyYears: fc.integer({ min: 1, max: 5 }),
        more: fc.integer({ min: 0, max: 4 }),
        payPercent: fc.integer({ min: 1, max: 100 }),
      })
      .map(({ buyYears, more, payPercent }) => offer({ buyYears, getYears: buyYears + more, payPercent }));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(anyOffer, { maxLength: 3 }),
        (years, yearly, all) => {
          const price = priceTerm(years, yearly, all);
          expect(price.total).toBe(bruteForce(years, yearly, all));
          // The lines are the price, cover the term, and cost no more than the list.
          expect(price.lines.reduce((sum, { total }) => sum + total, 0)).toBe(price.total);
          expect(price.lines.every(({ each, count, total }) => each * count === total)).toBe(true);
          expect(price.lines.reduce((sum, line) => sum + line.count * line.years, 0)).toBe(price.covered);
          expect(price.covered).toBeGreaterThanOrEqual(years);
          expect(price.saving).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('without offers is the list price', () => {
    expect(priceTerm(4, 35_000, [])).toMatchObject({
      total: 140_000,
      saving: 0,
      covered: 4,
      perYear: 35_000,
    });
  });

  it('covers more years where they cost no more', () => {
    const gift = offer({ id: 'gift', buyYears: 1, getYears: 3 });
    expect(priceTerm(2, 35_000, [gift])).toMatchObject({ covered: 3, total: 35_000 });
  });

  it('marks a price that is rounded to whole fen', () => {
    expect(priceTerm(1, 33_333, [offer({ payPercent: 80 })]).lines).toMatchObject([
      { each: 26_666, rounded: true },
    ]);
    expect(priceTerm(1, 35_000, [offer({ payPercent: 80 })]).lines).toMatchObject([
      { each: 28_000, rounded: false },
    ]);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %d years', (years) => {
    expect(() => priceTerm(years, 35_000, offers)).toThrow(RangeError);
  });
});

describe('an offer with dates', () => {
  const dated = offer({ id: 'autumn', from: '2026-10-01', until: '2026-11-30', payPercent: 50 });
  // Days of China: UTC+8.
  it.each([
    ['2026-09-30T15:59:59Z', 0],
    ['2026-09-30T16:00:00Z', 1],
    ['2026-11-30T15:59:59Z', 1],
    ['2026-11-30T16:00:00Z', 0],
  ])('at %s: %i in force', (time, count) => {
    expect(offersInForce([dated], Date.parse(time))).toHaveLength(count);
  });

  it('without dates applies at any time', () => {
    expect(offersInForce(offers, 0)).toEqual(offers);
  });
});
