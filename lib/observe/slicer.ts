// Runs work of any length in short slices, so that the page stays responsive. Work is a generator that pauses at each yield.

/** ms of work per slice: no task takes over 4 ms, with room for one long step. */
const SLICE = 1;
/** ms between slices while there is work. */
const PAUSE = 15;

export interface Slicer {
  /** Runs this work after the work that is waiting. */
  readonly add: (job: Iterator<unknown>) => void;
  /** Whether there is work left. */
  readonly isBusy: boolean;
  /** ms of work done so far. */
  readonly spent: number;
}

/** Runs work with the timers of a window. */
export function makeSlicer(window: Window): Slicer {
  const { performance } = window;
  const jobs: Iterator<unknown>[] = [];
  /** A slice is scheduled or running: it or the next one also does the work that is added meanwhile. */
  let isOrdered = false;
  let spent = 0;

  const order = (ms: number): void => {
    isOrdered = true;
    window.setTimeout(slice, ms);
  };

  const slice = (): void => {
    const start = performance.now();
    try {
      // Reading the clock costs less than one unnecessary step: the first steps run in code that is not optimised yet.
      while (jobs[0] && performance.now() - start < SLICE) if (jobs[0].next().done === true) jobs.shift();
    } finally {
      // A job that threw is over; the jobs behind it continue.
      spent += performance.now() - start;
      isOrdered = false;
      if (jobs.length > 0) order(PAUSE);
    }
  };

  return {
    add: (job) => {
      jobs.push(job);
      if (!isOrdered) order(0);
    },
    get isBusy() {
      return jobs.length > 0;
    },
    get spent() {
      return spent;
    },
  };
}
