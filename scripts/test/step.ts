// A step of `npm test`, and the tests that it counted.

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export interface StepOutcome extends Counts {
  /** Everything it printed; shown when something failed. */
  readonly output: string;
}

export interface Step {
  readonly name: string;
  /** Names of steps that must have passed; without them this one is not run and counts as failed. */
  readonly after: readonly string[];
  /** It measures time or opens browsers: no other step runs beside it. */
  readonly alone: boolean;
  readonly run: () => Promise<StepOutcome>;
}

/** A step that is one test: it passed or it did not. */
export function asOneTest(hasPassed: boolean, output: string): StepOutcome {
  return { passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1, output };
}
