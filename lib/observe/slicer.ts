// Does work of any length in short slices, so that no slice is felt. Work is a generator: it pauses wherever it yields.

/** ms of work per slice: no task over 4 ms, with room for one long step. */
const SLICE = 2;
/** ms between slices while there is work. */
const PAUSE = 20;
/** Steps between two looks at the clock. */
const STEPS = 8;

export interface Slicer {
  /** Does this work after what is already waiting. */
  readonly add: (job: Iterator<unknown>) => void;
  /** Whether there is work left. */
  readonly isBusy: boolean;
  /** ms of work done so far. */
  readonly spent: number;
}

/** Works in a window's own time. */
export function makeSlicer(window: Window): Slicer {
  const { performance } = window;
  const jobs: Iterator<unknown>[] = [];
  /** A slice is ordered or running: what is added meanwhile is done by it or the next one, and orders none of its own. */
  let isOrdered = false;
  let spent = 0;

  const order = (ms: number): void => {
    isOrdered = true;
    window.setTimeout(slice, ms);
  };

  const slice = (): void => {
    const start = performance.now();
    try {
      for (let steps = 1; jobs[0] !== undefined; steps += 1) {
        if (jobs[0].next().done === true) jobs.shift();
        if (steps % STEPS === 0 && performance.now() - start > SLICE) break;
      }
    } finally {
      // A job that threw is over; those behind it are not.
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
