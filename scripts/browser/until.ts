// Waits for states, not for times.

export interface UntilOptions {
  /** What is waited for, for the error. */
  readonly what: string;
  /** ms */
  readonly timeout: number;
  /** ms between two looks. */
  readonly interval?: number;
}

/** Asks again and again until the answer is neither null nor false. An error of `look` counts as "not yet" and is named at the end. */
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

/** `work`, or `fallback` when it takes longer than `timeout` (ms). The work itself is not stopped. */
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
