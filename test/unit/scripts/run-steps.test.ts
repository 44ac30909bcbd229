// The runner of `npm test`: order, counts, and that no failure is lost.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runSteps } from '../../../scripts/test/run-steps.ts';
import { asOneTest, selectSteps } from '../../../scripts/test/step.ts';
import type { Step, StepOutcome } from '../../../scripts/test/step.ts';

let printed: string[];
let events: string[];

beforeEach(() => {
  printed = [];
  events = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    printed.push(text);
  });
});
afterEach(() => vi.restoreAllMocks());

function step(
  name: string,
  outcome: StepOutcome | Error = asOneTest(true, ''),
  parts: Partial<Step> = {},
): Step {
  const run = async (): Promise<StepOutcome> => {
    events.push(`${name} begins`);
    await Promise.resolve();
    events.push(`${name} ends`);
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  return { name, command: `npm run ${name}`, after: [], alone: false, run, ...parts };
}

describe('runSteps', () => {
  it('sums what the steps counted', async () => {
    const counts = await runSteps([step('a'), step('b', { passed: 7, failed: 2, output: 'two' })]);
    expect(counts).toEqual({ passed: 8, failed: 2 });
  });

  it('shows the output of a failed step and of no other', async () => {
    await runSteps([step('a', asOneTest(false, 'why it failed')), step('b', asOneTest(true, 'chatter'))]);
    expect(printed.join('\n')).toContain('why it failed');
    expect(printed.join('\n')).not.toContain('chatter');
  });

  it('counts a step that throws as failed, with its message', async () => {
    expect(await runSteps([step('a', new Error('no such program'))])).toEqual({ passed: 0, failed: 1 });
    expect(printed.join('\n')).toContain('no such program');
  });

  it('prints the command that repeats a failed step, and no other one', async () => {
    await runSteps([step('a', asOneTest(false, '')), step('b'), step('c', undefined, { after: ['a'] })]);
    expect(printed.filter((line) => line.includes('npm run'))).toEqual([
      expect.stringMatching(/^ {2}To run only this: npm run a\n$/),
    ]);
  });

  it('prefers the outcome’s own command, which repeats less', async () => {
    await runSteps([step('a', { ...asOneTest(false, ''), command: 'npm run a -- one-file' })]);
    expect(printed.join('\n')).toContain('To run only this: npm run a -- one-file');
  });

  it('prints notes of a step that passed', async () => {
    await runSteps([step('a', { ...asOneTest(true, ''), notes: ['slowest: b'] })]);
    expect(printed.at(-1)).toBe('  slowest: b');
  });

  it('prints progress while a step runs', async () => {
    const counts = await runSteps([
      step('a', undefined, {
        run: (report) => {
          report('1 of 2');
          return Promise.resolve(asOneTest(printed.includes('  a: 1 of 2'), ''));
        },
      }),
    ]);
    expect(counts).toEqual({ passed: 1, failed: 0 });
  });

  it('waits for what a step needs, and does not run it without', async () => {
    await runSteps([step('test', undefined, { after: ['build'] }), step('build')]);
    expect(events).toEqual(['build begins', 'build ends', 'test begins', 'test ends']);
    events = [];
    const counts = await runSteps([
      step('test', undefined, { after: ['build'] }),
      step('build', asOneTest(false, '')),
    ]);
    expect(events).toEqual(['build begins', 'build ends']);
    expect(counts).toEqual({ passed: 0, failed: 2 });
  });

  it('runs nothing at the same time as an exclusive step', async () => {
    await runSteps([step('a'), step('alone', undefined, { alone: true }), step('b')]);
    const begin = events.indexOf('alone begins');
    expect(events[begin + 1]).toBe('alone ends');
    expect(events.slice(0, begin).filter((event) => event.endsWith('begins'))).toHaveLength(
      events.slice(0, begin).filter((event) => event.endsWith('ends')).length,
    );
  });

  it('reports when no step can begin', async () => {
    await expect(runSteps([step('a', undefined, { after: ['nothing'] })])).rejects.toThrow('a');
  });
});

describe('selectSteps', () => {
  const steps = [
    step('build'),
    step('lint code'),
    step('lint modules'),
    step('linter'),
    step('package tests', undefined, { after: ['build'] }),
  ];
  const select = (prefix: string): readonly string[] => selectSteps(steps, prefix).map(({ name }) => name);

  it('matches whole words', () => expect(select('lint')).toEqual(['lint code', 'lint modules']));
  it('matches one step by its name', () => expect(select('lint code')).toEqual(['lint code']));
  it('includes the steps that are needed', () =>
    expect(select('package')).toEqual(['build', 'package tests']));
  it('matches nothing by an unknown name', () => expect(select('tests')).toEqual([]));
});
