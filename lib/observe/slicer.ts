// Does work of any length in short slices, so that no slice is felt. Work is a generator: it pauses wherever it yields.

/** ms of work per slice: no task over 4 ms, with room for one long step. */
const SLICE = 1;
/** ms between slices while there is work. */
const PAUSE = 15;

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
      // The clock costs less than a step that is one too many: the first ones run in code that is not warm yet.
      while (jobs[0] && performance.now() - start < SLICE) if (jobs[0].next().done === true) jobs.shift();
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
