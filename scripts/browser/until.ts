// Waits for states, not for times.

export interface UntilOptions {
  /** The expected state, for the error. */
  readonly what: string;
  /** ms */
  readonly timeout: number;
  /** ms between two readings. */
  readonly interval?: number;
}

/** Reads again and again until the result is neither null nor false. An error of `look` counts as "not yet" and is included in the final error. */
export async function until<T>(
  look: () => Promise<T | null | false>,
  { what, timeout, interval = 50 }: UntilOptions,
): Promise<T> {
  const end = performance.now() + timeout;
  let lastError: unknown;
  for (;;) {
    try {
      const answer = await look();
      if (answer !== null && answer !== false) return answer;
    } catch (error) {
      lastError = error;
    }
    if (performance.now() > end) {
      throw new Error(`Waited ${timeout} ms for ${what}.`, { cause: lastError });
    }
    await sleep(interval);
  }
}

/** Returns the result of `work`, or `fallback` when it takes longer than `timeout` (ms). The work itself is not stopped. */
export async function within<T, F>(work: Promise<T>, timeout: number, fallback: F): Promise<T | F> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<F>((resolve) => {
    timer = setTimeout(() => resolve(fallback), timeout);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** ms */
export function sleep(duration: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, duration);
  });
}
