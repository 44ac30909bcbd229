// Computes how many certificates a term of service needs. Public certificates are valid for at most 200 days, later 100, then 47 (ballot SC-081v3), so
// several follow each other within the term.
import { lifetimeLimit } from '../certificate/judge/lifetime.ts';

const DAY = 86_400_000;

export interface Reissue {
  /** When it is issued, ms since epoch. */
  readonly at: number;
  /** Its maximum lifetime, in days. */
  readonly days: number;
}

/** Consecutive certificates with the same maximum lifetime. */
export interface ReissueSpan {
  readonly days: number;
  readonly count: number;
  /** When the first and the last of them are issued, ms since epoch. */
  readonly first: number;
  readonly last: number;
}

/** The end of a term of whole years, given its beginning, both ms since epoch; after 29 February a term ends on 1 March. */
export function termEnd(start: number, years: number): number {
  const end = new Date(start);
  return end.setUTCFullYear(end.getUTCFullYear() + years);
}

/**
 * The fewest certificates for a term, each used until its last day; an owner who renews earlier needs more. `start`: ms since epoch, not before
 * 2020-09-01, when lifetimes were first limited (RangeError).
 */
export function reissues(start: number, years: number): readonly Reissue[] {
  const end = termEnd(start, years);
  const all: Reissue[] = [];
  for (let at = start; at < end;) {
    const limit = lifetimeLimit(at);
    if (limit === null) throw new RangeError('Lives were not limited then');
    all.push({ at, days: limit.days });
    at += limit.days * DAY;
  }
  return all;
}

/** The same, grouped by maximum lifetime, in order. */
export function reissueSpans(all: readonly Reissue[]): readonly ReissueSpan[] {
  const spans: ReissueSpan[] = [];
  for (const { at, days } of all) {
    const open = spans.at(-1);
    if (open?.days === days) spans[spans.length - 1] = { ...open, count: open.count + 1, last: at };
    else spans.push({ days, count: 1, first: at, last: at });
  }
  return spans;
}
