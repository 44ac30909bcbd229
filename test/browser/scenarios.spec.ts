// Every scenario of the lab as it is, and, in a browser of its own (HSTS and accepted certificates are remembered), those with steps once
// more with the background killed around every step.
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser } from '../../scripts/browser/options.ts';
import { runsIn } from '../lab/scenario.ts';
import type { Scenario, Step } from '../lab/scenario.ts';
import { GROUPS } from '../lab/scenarios/index.ts';
import { expect, optionsFor, test } from './in-browser.ts';
import { walk } from './walk.ts';
import type { Walked } from './walk.ts';

const KILL: Step = { do: 'kill-worker' };

test.describe.configure({ timeout: 240_000 });

test.describe('as they are', () => {
  let walked: ReadonlyMap<string, Promise<Walked>>;
  test.beforeAll(({ open, lab }) => {
    walked = walk(
      open,
      lab.scenarios.filter((scenario) => runsIn(scenario, open.name)),
    );
  });

  for (const { id, title, browsers } of allScenarios()) {
    test(`${id}: ${title}`, async ({ open }) => {
      test.skip(browsers?.includes(open.name) === false, `${open.name} cannot open this page`);
      check(await walked.get(id));
    });
  }
});

test.describe('with the background killed around every step', () => {
  let browser: OpenBrowser;
  let walked: ReadonlyMap<string, Promise<Walked>>;
  test.beforeAll(async ({ lab, browserKind }) => {
    browser = await openBrowser(optionsFor(browserKind, lab));
    walked = walk(
      browser,
      lab.scenarios
        .filter((scenario) => scenario.steps !== undefined && runsIn(scenario, browser.name))
        .map(interrupt),
    );
  });
  test.afterAll(() => browser.close());

  for (const { id, title, steps, browsers } of allScenarios()) {
    if (steps === undefined) continue;
    test(`${id}: ${title}`, async ({ open }) => {
      test.skip(browsers?.includes(open.name) === false, `${open.name} cannot open this page`);
      check(await walked.get(id));
    });
  }
});

function allScenarios(): readonly Scenario[] {
  return GROUPS.flatMap((group) => group.scenarios);
}

function interrupt(scenario: Scenario): Scenario {
  return { ...scenario, steps: [KILL, ...(scenario.steps ?? []).flatMap((step) => [step, KILL])] };
}

function check(walked: Walked | undefined): void {
  if (walked === undefined) throw new Error('The scenario was not walked.');
  if ('error' in walked) throw walked.error;
  for (const { after, actual, expected } of walked.outcomes)
    expect(actual, `after ${after}`).toEqual(expected);
}
