// Does work of any length in short slices, so that no slice is felt. Work is a generator: it pauses wherever it yields.

/** ms of work per slice: well under a frame, with room for one long step. */
const SLICE = 3;
/** ms between slices while there is work. */
const PAUSE = 20;
/** Steps between two looks at the clock. */
const STEPS = 16;

export class Slicer {
  readonly #window: Window;
  readonly #jobs: Iterator<unknown>[] = [];
  /** A slice is ordered or running: what is added meanwhile is done by it or the next one, and orders none of its own. */
  #isBusy = false;
  /** ms of work done so far. */
  spent = 0;

  constructor(window: Window) {
    this.#window = window;
  }

  /** Whether there is work left. */
  get isBusy(): boolean {
    return this.#jobs.length > 0;
  }

  /** Does this work after what is already waiting. */
  add(job: Iterator<unknown>): void {
    this.#jobs.push(job);
    if (!this.#isBusy) this.#wait(0);
  }

  #slice(): void {
    const { performance } = this.#window;
    const start = performance.now();
    try {
      for (let steps = 1; this.#jobs[0] !== undefined; steps += 1) {
        if (this.#jobs[0].next().done === true) this.#jobs.shift();
        if (steps % STEPS === 0 && performance.now() - start > SLICE) break;
      }
    } finally {
      // A job that threw is over; those behind it are not.
      this.spent += performance.now() - start;
      this.#isBusy = false;
      if (this.#jobs.length > 0) this.#wait(PAUSE);
    }
  }

  #wait(ms: number): void {
    this.#isBusy = true;
    this.#window.setTimeout(() => this.#slice(), ms);
  }
}
