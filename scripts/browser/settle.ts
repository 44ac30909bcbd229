// Watches something that changes by itself until it rests: what the extension says of a page while the page is still being looked at.
import { sleep } from './until.ts';

export interface Watched<T> {
  readonly look: () => Promise<T>;
  /** What must stay the same, as a text. */
  readonly summarize: (seen: T) => string;
  /** Whether something is under way that may change it. */
  readonly isBusy: () => Promise<boolean>;
  /** ms without a change before it is asked whether something is under way, at least. */
  readonly quiet: number;
}

/** One look. */
export interface Moment<T> {
  readonly seen: T;
  /** When it became what it is, ms of performance.now(). */
  readonly changedAt: number;
  /** ms since then, and since the first look. */
  readonly pause: number;
  readonly passed: number;
  /** It has stayed the same for long enough and nothing was under way any more. */
  readonly isSettled: boolean;
}

/** Looks again and again until a moment is enough. Gives that moment. */
export async function settle<T>(
  { look, summarize, isBusy, quiet }: Watched<T>,
  isEnough: (moment: Moment<T>) => boolean,
  interval = 50,
): Promise<Moment<T>> {
  const start = performance.now();
  let changedAt = start;
  let summary: string | undefined;
  for (;;) {
    // Asked before looking: what comes to its end between the two is seen. The other way round the last change would be missed.
    const isAtRest = performance.now() - changedAt >= quiet && !(await isBusy());
    const seen = await look();
    const now = performance.now();
    const news = summarize(seen);
    if (summary !== undefined && news !== summary) changedAt = now;
    summary = news;
    const pause = now - changedAt;
    const moment = { seen, changedAt, pause, passed: now - start, isSettled: isAtRest && pause >= quiet };
    if (isEnough(moment)) return moment;
    await sleep(interval);
  }
}
