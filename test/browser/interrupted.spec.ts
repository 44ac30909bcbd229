// Runs the scenarios with steps again, with the background killed around every step: no report may be lost. They have their own browser,
// because browsers remember HSTS and accepted certificates.
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser } from '../../scripts/browser/browser-options.ts';
import type { Scenario, Step } from '../lab/scenario.ts';
import { asked } from './asked.ts';
import { optionsFor, test } from './in-browser.ts';
import { allScenarios, check, runnable, walk } from './walk.ts';
import type { Walked } from './walk.ts';

const KILL: Step = { do: 'kill-worker' };

// Some wait for the walk to end.
test.describe.configure({ timeout: 900_000 });

let browser: OpenBrowser;
let walked: ReadonlyMap<string, Promise<Walked>>;
test.beforeAll(async ({ lab, browserKind }) => {
  browser = await openBrowser(optionsFor(browserKind, lab));
  const withSteps = runnable(asked(lab.scenarios), browser).filter(({ steps }) => steps !== undefined);
  walked = walk(browser, withSteps.map(interrupt));
});
test.afterAll(() => browser.close());

for (const { id, title, steps, browsers } of allScenarios()) {
  if (steps === undefined) continue;
  test(`${id}: ${title}`, () => {
    test.skip(browsers?.includes(browser.name) === false, `${browser.name} cannot open this page`);
    return check(walked.get(id));
  });
}

function interrupt(scenario: Scenario): Scenario {
  return { ...scenario, steps: [KILL, ...(scenario.steps ?? []).flatMap((step) => [step, KILL])] };
}
