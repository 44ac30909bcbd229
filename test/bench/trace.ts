// Chromium's own trace of what its threads did.
import type { Page } from 'puppeteer-core';

export interface TraceEvent {
  readonly name: string;
  /** `X`: it has a length. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: when it began, how long it took, and how much of that was the thread's own time. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    /** Of a process or a thread. */
    readonly name?: string;
    readonly data?: { readonly url?: string; readonly documentLoaderURL?: string };
  };
}

/** What the whole browser did while `what` was done, in these categories. */
export async function trace(
  page: Page,
  categories: string[],
  what: () => Promise<unknown>,
): Promise<readonly TraceEvent[]> {
  await page.tracing.start({ categories });
  await what();
  const buffer = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(buffer)) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  return traceEvents;
}

/** ms of work. `dur` also has the time in which the thread waited for a processor; `tdur` is at times more than it, which cannot be: 28 ms in 2 ms. */
export function timeOf({ dur = 0, tdur = dur }: TraceEvent): number {
  return Math.min(dur, tdur) / 1000;
}
