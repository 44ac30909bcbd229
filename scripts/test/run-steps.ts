// Runs steps, two at a time if they allow it, and prints a line for each as it ends.
import { availableParallelism } from 'node:os';
import { asOneTest } from './step.ts';
import type { Counts, Step, StepOutcome } from './step.ts';

/** Checks use the processor fully; more of them than cores only makes each slower. */
const AT_ONCE = Math.min(2, availableParallelism());

/** Never rejects: a step that throws is a failed one. */
export async function runSteps(steps: readonly Step[]): Promise<Counts> {
  const waiting = [...steps];
  const running = new Map<string, Promise<void>>();
  const outcomes = new Map<string, StepOutcome>();
  let alone = false;
  while (waiting.length > 0 || running.size > 0) {
    const index = waiting.findIndex(
      (step) =>
        step.after.every((name) => outcomes.has(name)) &&
        (step.alone ? running.size === 0 : !alone && running.size < AT_ONCE),
    );
    const [step] = index === -1 ? [] : waiting.splice(index, 1);
    if (step === undefined) {
      if (running.size === 0)
        throw new Error(`No step can begin: ${waiting.map(({ name }) => name).join(', ')}`);
      await Promise.race(running.values());
      continue;
    }
    alone = step.alone;
    const missing = step.after.filter((name) => outcomes.get(name)?.failed !== 0);
    const finish = async (): Promise<void> => {
      outcomes.set(step.name, await runStep(step, missing));
      running.delete(step.name);
      alone = false;
    };
    running.set(step.name, finish());
  }
  const all = [...outcomes.values()];
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  };
}

async function runStep(step: Step, missing: readonly string[]): Promise<StepOutcome> {
  const start = performance.now();
  const outcome =
    missing.length > 0
      ? asOneTest(false, `Not run: it needs ${missing.join(' and ')}.`)
      : await runOrFail(step);
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  const { passed, failed, output, notes = [], command = step.command } = outcome;
  const counts = failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} failed`;
  console.log(`${failed === 0 ? '✓' : '✗'} ${step.name.padEnd(20)} ${seconds} s  ${counts}`);
  if (failed > 0) console.log(`${output.trimEnd()}\n`);
  for (const note of notes) console.log(`  ${note}`);
  if (failed > 0 && missing.length === 0) console.log(`  To run only this: ${command}\n`);
  return outcome;
}

async function runOrFail(step: Step): Promise<StepOutcome> {
  try {
    return await step.run((progress) => console.log(`  ${step.name}: ${progress}`));
  } catch (error) {
    return asOneTest(false, error instanceof Error ? error.message : String(error));
  }
}
