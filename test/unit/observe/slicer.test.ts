// Work in slices on a clock of its own: every step costs what the job says, and the window runs what was ordered when its time has come.
import { describe, expect, it } from 'vitest';
import { makeSlicer } from '../../../lib/observe/slicer.ts';
import type { Slicer } from '../../../lib/observe/slicer.ts';

/** ms; what the module promises. */
const SLICE = 1;
const PAUSE = 15;

/** A window of which only time is real: the part that the slicer uses. */
class FakeWindow {
  now = 0;
  readonly performance = { now: (): number => this.now };
  readonly slices: { readonly start: number; readonly end: number }[] = [];
  readonly #tasks: { readonly at: number; readonly run: () => void }[] = [];

  readonly setTimeout = (run: () => void, ms: number): number => this.#tasks.push({ at: this.now + ms, run });

  /** How many tasks wait. */
  get waiting(): number {
    return this.#tasks.length;
  }

  /** Runs the next task at its time; false: there is none. */
  next(): boolean {
    this.#tasks.sort((one, other) => one.at - other.at);
    const task = this.#tasks.shift();
    if (task === undefined) return false;
    this.now = Math.max(this.now, task.at);
    const begin = this.now;
    try {
      task.run();
    } finally {
      this.slices.push({ start: begin, end: this.now });
    }
    return true;
  }

  run(): void {
    while (this.next());
  }
}

function start(): { readonly window: FakeWindow; readonly slicer: Slicer; readonly done: string[] } {
  const window = new FakeWindow();
  // The slicer uses nothing else of a window.
  return { window, slicer: makeSlicer(window as unknown as Window), done: [] };
}

/** Work of so many steps, each of so many ms, that notes what it did. */
function* work(window: FakeWindow, done: string[], name: string, steps: number, ms: number): Generator {
  for (let step = 0; step < steps; step += 1) {
    window.now += ms;
    done.push(`${name}${step}`);
    yield;
  }
}

/** ms from the end of each slice to the beginning of the next. */
function pauses(slices: FakeWindow['slices']): readonly number[] {
  return slices.slice(1).map(({ start: begin }, index) => begin - (slices[index]?.end ?? 0));
}

describe('work', () => {
  it('begins in a separate task', () => {
    const { window, slicer, done } = start();
    slicer.add(work(window, done, 'a', 3, 0.1));
    expect(done).toEqual([]);
    window.run();
    expect(done).toEqual(['a0', 'a1', 'a2']);
  });

  it('of any length is done in slices that end with the step that exceeds the limit', () => {
    const { window, slicer, done } = start();
    const ms = 0.1;
    slicer.add(work(window, done, 'a', 1000, ms));
    window.run();
    expect(done).toHaveLength(1000);
    expect(window.slices.length).toBeGreaterThan(20);
    for (const { start: begin, end } of window.slices)
      expect(end - begin).toBeLessThanOrEqual(SLICE + ms + 1e-9);
  });

  it('leaves the page alone between two slices', () => {
    const { window, slicer, done } = start();
    slicer.add(work(window, done, 'a', 1000, 0.1));
    window.run();
    for (const pause of pauses(window.slices)) expect(pause).toBeCloseTo(PAUSE);
  });

  it('with steps that cost nothing needs one slice', () => {
    const { window, slicer, done } = start();
    slicer.add(work(window, done, 'a', 5000, 0));
    window.run();
    expect(window.slices).toHaveLength(1);
  });

  it('keeps its order: what came first is finished first', () => {
    const { window, slicer, done } = start();
    slicer.add(work(window, done, 'a', 100, 0.5));
    slicer.add(work(window, done, 'b', 2, 0.5));
    window.run();
    expect(done.slice(-2)).toEqual(['b0', 'b1']);
    expect(done).toHaveLength(102);
  });

  it('is counted, and the pauses are not', () => {
    const { window, slicer, done } = start();
    slicer.add(work(window, done, 'a', 100, 0.5));
    window.run();
    expect(slicer.spent).toBeCloseTo(50);
    slicer.add(work(window, done, 'b', 10, 1));
    window.run();
    expect(slicer.spent).toBeCloseTo(60);
  });

  it('that is finished leaves no timer behind', () => {
    const { window, slicer, done } = start();
    slicer.add(work(window, done, 'a', 100, 0.5));
    window.run();
    const { length } = window.slices;
    expect([window.waiting, window.next(), window.slices.length]).toEqual([0, false, length]);
  });

  it('can be added after everything was done', () => {
    const { window, slicer, done } = start();
    slicer.add(work(window, done, 'a', 1, 0));
    window.run();
    slicer.add(work(window, done, 'b', 1, 0));
    window.run();
    expect(done).toEqual(['a0', 'b0']);
  });
});

describe('work that adds more work', () => {
  it('gets it done after everything that waits already', () => {
    const { window, slicer, done } = start();
    slicer.add(
      (function* order() {
        slicer.add(work(window, done, 'c', 1, 0));
        done.push('a');
        yield;
      })(),
    );
    slicer.add(work(window, done, 'b', 1, 0));
    window.run();
    expect(done).toEqual(['a', 'b0', 'c0']);
  });

  it('still has one task at a time, and the whole pause between two slices', () => {
    const { window, slicer, done } = start();
    slicer.add(
      (function* order() {
        for (let round = 0; round < 5; round += 1) {
          slicer.add(work(window, done, `${round}-`, 200, 0.1));
          yield;
        }
      })(),
    );
    while (window.next()) expect(window.waiting).toBeLessThanOrEqual(1);
    expect(done).toHaveLength(1000);
    for (const pause of pauses(window.slices)) expect(pause).toBeCloseTo(PAUSE);
  });
});

function* broken(): Generator {
  yield;
  throw new Error('hostile page');
}

describe('work that throws', () => {
  it('is seen as an error of the page’s window, and does not stop what comes after it', () => {
    const { window, slicer, done } = start();
    slicer.add(broken());
    slicer.add(work(window, done, 'b', 2, 0));
    expect(() => window.next()).toThrow('hostile page');
    window.run();
    expect(done).toEqual(['b0', 'b1']);
  });
});
