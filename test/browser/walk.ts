// Walks many scenarios in one browser, several tabs at a time: waiting for pages is what takes time, not looking at them.
import { visitScenario } from '../../scripts/visit-scenarios.ts';
import type { Outcome } from '../../scripts/visit-scenarios.ts';
import type { OpenBrowser } from '../../scripts/browser/options.ts';
import { expect } from '@playwright/test';
import { runsIn } from '../lab/scenario.ts';
import type { Scenario } from '../lab/scenario.ts';
import { GROUPS } from '../lab/scenarios/index.ts';

/** Tabs at a time: enough to fill the waiting, few enough for two cores. */
const TABS = 4;

/** What was seen in a scenario, or why it could not be walked to its end. */
export type Walked = { readonly outcomes: readonly Outcome[] } | { readonly error: unknown };

/**
 * Starts to walk; gives a promise for every scenario's id. Scenarios in which the background is killed come last and one by one: an event
 * that the browser has just handed to a worker dies with it, and that must be the worker of their own step.
 */
export function walk(
  open: OpenBrowser,
  scenarios: readonly Scenario[],
): ReadonlyMap<string, Promise<Walked>> {
  const walked = new Map<string, Promise<Walked>>();
  const lanes: Promise<unknown>[] = Array.from({ length: TABS }, () => Promise.resolve());
  scenarios
    .filter((scenario) => !killsBackground(scenario))
    .forEach((scenario, index) => {
      const lane = index % TABS;
      const visit = (lanes[lane] ?? Promise.resolve()).then(() => visitInTab(open, scenario));
      lanes[lane] = visit;
      walked.set(scenario.id, visit);
    });
  let before: Promise<unknown> = Promise.all(lanes);
  for (const scenario of scenarios.filter(killsBackground)) {
    const visit = before.then(() => visitInTab(open, scenario));
    before = visit;
    walked.set(scenario.id, visit);
  }
  return walked;
}

function killsBackground({ steps = [] }: Scenario): boolean {
  return steps.some((step) => step.do === 'kill-worker');
}

async function visitInTab(open: OpenBrowser, scenario: Scenario): Promise<Walked> {
  try {
    const tab = await open.newTab();
    try {
      return { outcomes: await visitScenario(open, tab, scenario) };
    } finally {
      // A page that crashed is closed already.
      await tab.page.close().catch(() => undefined);
    }
  } catch (error) {
    return { error };
  }
}

/** The whole table, for naming tests before a lab runs. */
export function allScenarios(): readonly Scenario[] {
  return GROUPS.flatMap((group) => group.scenarios);
}

/** What a browser can open. */
export function runnable(scenarios: readonly Scenario[], { name }: OpenBrowser): readonly Scenario[] {
  return scenarios.filter((scenario) => runsIn(scenario, name));
}

/** Throws unless everything in a scenario was as the table says. */
export async function check(walking: Promise<Walked> | undefined): Promise<void> {
  if (walking === undefined) throw new Error('The scenario was not walked.');
  const walked = await walking;
  if ('error' in walked) throw walked.error;
  for (const { after, actual, expected } of walked.outcomes)
    expect(actual, `after ${after}`).toEqual(expected);
}
