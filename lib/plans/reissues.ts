// How many certificates a term of service means. A year of service is no certificate: public ones live 200 days at most, later 100, then 47
// (ballot SC-081v3), so each has successors until the term ends.
import { lifetimeLimit } from '../certificate/judge/lifetime.ts';

const DAY = 86_400_000;

export interface Reissue {
  /** Issued at, ms since epoch. */
  readonly at: number;
  /** Its longest life, days. */
  readonly days: number;
}

/** Certificates with the same longest life, one after the other. */
export interface ReissueSpan {
  readonly days: number;
  readonly count: number;
  /** Issue of the first and of the last of them, ms since epoch. */
  readonly first: number;
  readonly last: number;
}

/** The end of a term of whole years that begins at a time, both ms since epoch; 29 February ends on 1 March. */
export function termEnd(start: number, years: number): number {
  const end = new Date(start);
  return end.setUTCFullYear(end.getUTCFullYear() + years);
}

/**
 * The fewest certificates that a term needs when each is used to its last day; whoever renews earlier needs more. `start`: ms since epoch, not
 * before 2020-09-01, when lives were first limited (RangeError).
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

/** The same, gathered by longest life, in order. */
export function reissueSpans(all: readonly Reissue[]): readonly ReissueSpan[] {
  const spans: ReissueSpan[] = [];
  for (const { at, days } of all) {
    const open = spans.at(-1);
    if (open?.days === days) spans[spans.length - 1] = { ...open, count: open.count + 1, last: at };
    else spans.push({ days, count: 1, first: at, last: at });
  }
  return spans;
}
