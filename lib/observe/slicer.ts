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
  #isWaiting = false;
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
    if (!this.#isWaiting) this.#wait(0);
  }

  #slice(): void {
    const { performance } = this.#window;
    const start = performance.now();
    this.#isWaiting = false;
    for (let steps = 1; this.#jobs[0] !== undefined; steps += 1) {
      if (this.#jobs[0].next().done === true) this.#jobs.shift();
      if (steps % STEPS === 0 && performance.now() - start > SLICE) break;
    }
    this.spent += performance.now() - start;
    if (this.#jobs.length > 0) this.#wait(PAUSE);
  }

  #wait(ms: number): void {
    this.#isWaiting = true;
    this.#window.setTimeout(() => this.#slice(), ms);
  }
}
