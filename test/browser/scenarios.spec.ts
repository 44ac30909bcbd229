// Every scenario of the lab, as it is and with the background killed around every step.
import { visitScenario } from '../../scripts/visit-scenarios.ts';
import { runsIn } from '../lab/scenario.ts';
import type { Scenario, Step } from '../lab/scenario.ts';
import { GROUPS } from '../lab/scenarios/index.ts';
import { expect, test } from './in-browser.ts';

const KILL: Step = { do: 'kill-worker' };

for (const group of GROUPS) {
  test.describe(group.title, () => {
    for (const { id, title, steps = [] } of group.scenarios) {
      test(`${id}: ${title}`, async ({ open, tab, lab }) => {
        const scenario = find(lab.scenarios, id);
        test.skip(!runsIn(scenario, open.name), `${open.name} cannot open this page`);
        for (const { after, actual, expected } of await visitScenario(open, tab, scenario)) {
          expect(actual, `after ${after}`).toEqual(expected);
        }
      });

      if (steps.length === 0) continue;
      test(`${id}, with the background killed around every step`, async ({ open, tab, lab }) => {
        const scenario = find(lab.scenarios, id);
        test.skip(!runsIn(scenario, open.name), `${open.name} cannot open this page`);
        const interrupted = { ...scenario, steps: [KILL, ...steps.flatMap((step) => [step, KILL])] };
        for (const { after, actual, expected } of await visitScenario(open, tab, interrupted)) {
          expect(actual, `after ${after}`).toEqual(expected);
        }
      });
    }
  });
}

/** The scenario as the running lab serves it: its addresses are its own. */
function find(scenarios: readonly Scenario[], id: string): Scenario {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`The lab has no scenario ${id}.`);
  return found;
}
