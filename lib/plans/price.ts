// Computes the price of a term: the cheapest combination of purchases that covers it. All amounts are integers, in fen.
import type { Offer } from './catalogue.ts';
import { isInForce } from './period.ts';

/** Several purchases of one kind. */
export interface PriceLine {
  /** Null: bought at the list price, year by year. */
  readonly offer: Offer | null;
  readonly count: number;
  /** Years of service that one purchase gives. */
  readonly years: number;
  /** Fen for one purchase. */
  readonly each: number;
  /** Fen for all of them. */
  readonly total: number;
  /** The discount is not a whole number of fen: `each` is rounded. */
  readonly rounded: boolean;
}

export interface TermPrice {
  /** The years that were asked for. */
  readonly years: number;
  /** The years that the purchases give: never fewer, and more when that costs no more. */
  readonly covered: number;
  readonly lines: readonly PriceLine[];
  /** Fen. */
  readonly total: number;
  /** Fen for the same years, bought one by one without offers. */
  readonly list: number;
  /** Fen; never negative. */
  readonly saving: number;
  /** Fen for each year of service, rounded. */
  readonly perYear: number;
}

interface Choice {
  readonly offer: Offer | null;
  readonly years: number;
  readonly each: number;
  readonly rounded: boolean;
}

/** The best way to cover some years; parts are added up. */
interface Best {
  readonly total: number;
  readonly years: number;
  readonly choices: readonly Choice[];
}

/** The offers that apply at a time, ms since epoch. */
export function offersInForce(offers: readonly Offer[], at: number): readonly Offer[] {
  return offers.filter((offer) => isInForce(offer, at));
}

/**
 * The cheapest combination of purchases for a term; of equally cheap ones, the one that covers more years, then the one with fewer purchases.
 * `yearly`: list price of one year, fen. `offers`: those that apply now; a purchase has at most one of them. Throws RangeError for a term or a price
 * that is not a positive integer.
 */
export function priceTerm(years: number, yearly: number, offers: readonly Offer[]): TermPrice {
  if (!isPositive(years) || !isPositive(yearly))
    throw new RangeError('A term and a price are positive integers');
  const choices: readonly Choice[] = [
    { offer: null, years: 1, each: yearly, rounded: false },
    ...offers.map((offer) => toChoice(offer, yearly)),
  ];
  // best[n] covers at least n years. Every purchase covers a year or more, so each follows from earlier entries.
  const best: Best[] = [{ total: 0, years: 0, choices: [] }];
  for (let n = 1; n <= years; n += 1) {
    const ways = choices.map((choice) => add(best[Math.max(0, n - choice.years)], choice));
    best.push(ways.reduce((least, way) => (isBetter(way, least) ? way : least)));
  }
  const { total, years: covered, choices: bought } = best[years] ?? { total: 0, years: 0, choices: [] };
  const list = years * yearly;
  return {
    years,
    covered,
    lines: choices.flatMap((choice) => toLine(choice, bought.filter((one) => one === choice).length)),
    total,
    list,
    saving: list - total,
    perYear: Math.round(total / covered),
  };
}

function isPositive(n: number): boolean {
  return Number.isSafeInteger(n) && n > 0;
}

function toChoice(offer: Offer, yearly: number): Choice {
  const hundredfold = offer.buyYears * yearly * offer.payPercent;
  const each = Math.round(hundredfold / 100);
  return { offer, years: offer.getYears, each, rounded: each * 100 !== hundredfold };
}

function add(before: Best = { total: 0, years: 0, choices: [] }, choice: Choice): Best {
  return {
    total: before.total + choice.each,
    years: before.years + choice.years,
    choices: [...before.choices, choice],
  };
}

function isBetter(a: Best, b: Best): boolean {
  if (a.total !== b.total) return a.total < b.total;
  if (a.years !== b.years) return a.years > b.years;
  return a.choices.length < b.choices.length;
}

function toLine({ offer, years, each, rounded }: Choice, count: number): readonly PriceLine[] {
  return count === 0 ? [] : [{ offer, count, years, each, total: count * each, rounded }];
}
