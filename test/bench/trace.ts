// Chromium's trace of the work of its threads.
import type { Page } from 'puppeteer-core';

export interface TraceEvent {
  readonly name: string;
  /** `X`: an event with a duration. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: the start, the duration, and the thread's CPU time in it. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    /** The name of a process or a thread. */
    readonly name?: string;
    readonly data?: { readonly url?: string; readonly documentLoaderURL?: string };
  };
}

/** The trace of the whole browser while `what` runs, in these categories. */
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
