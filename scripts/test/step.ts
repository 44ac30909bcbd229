// A step of `npm test`, and the tests that it counted.

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export interface StepOutcome extends Counts {
  /** Everything it printed; shown when something failed. */
  readonly output: string;
  /** Shown whatever the outcome, e.g. the slowest tests. */
  readonly notes?: readonly string[];
  /** The command that repeats only the failed part of the step. */
  readonly command?: string;
}

export interface Step {
  /** Its prefix is its group: `lint modules` is run by `npm run lint` and by `npm run lint -- modules`. */
  readonly name: string;
  /** The command that runs only this step; printed when it fails. */
  readonly command: string;
  /** Steps that must pass first; otherwise this one is not run and counts as failed. */
  readonly after: readonly string[];
  /** It measures time or opens browsers: no other step runs at the same time. */
  readonly alone: boolean;
  /** `report` prints a line immediately, under the step's name. */
  readonly run: (report: (progress: string) => void) => Promise<StepOutcome>;
}

/** A step that counts as one test. */
export function asOneTest(hasPassed: boolean, output: string): StepOutcome {
  return { passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1, output };
}

/**
 * The steps whose names start with `prefix`, and those that they need. Empty when no name starts so.
 */
export function selectSteps(steps: readonly Step[], prefix: string): readonly Step[] {
  const wanted = new Set<string>();
  const want = ({ name, after }: Step): void => {
    wanted.add(name);
    for (const step of steps) if (after.includes(step.name) && !wanted.has(step.name)) want(step);
  };
  for (const step of steps) if (step.name === prefix || step.name.startsWith(`${prefix} `)) want(step);
  return steps.filter(({ name }) => wanted.has(name));
}
