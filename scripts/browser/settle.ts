// Watches a changing value until it settles: the extension's result for a page while the page is still being scanned.
import { sleep } from './until.ts';

export interface Watched<T> {
  readonly look: () => Promise<T>;
  /** The value that must stay the same, as a text. */
  readonly summarize: (seen: T) => string;
  /** Whether work is running that may change it. */
  readonly isBusy: () => Promise<boolean>;
  /** The least ms without a change before the running work is checked. */
  readonly quiet: number;
}

/** One reading. */
export interface Moment<T> {
  readonly seen: T;
  /** When the value last changed, ms of performance.now(). */
  readonly changedAt: number;
  /** ms since then, and since the first reading. */
  readonly pause: number;
  readonly passed: number;
  /** It has stayed the same for long enough, and no work was running. */
  readonly isSettled: boolean;
}

/** Reads again and again until a reading is enough. Returns that reading. */
export async function settle<T>(
  { look, summarize, isBusy, quiet }: Watched<T>,
  isEnough: (moment: Moment<T>) => boolean,
  interval = 50,
): Promise<Moment<T>> {
  const start = performance.now();
  let changedAt = start;
  let summary: string | undefined;
  for (;;) {
    // Checked before reading: work that ends in between is then included. In the reverse order the last change would be missed.
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
