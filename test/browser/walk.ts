// Walks many scenarios in one browser, several tabs at a time, because most of the time is spent waiting for pages.
import { visitScenario } from '../../scripts/visit-scenarios.ts';
import type { Outcome } from '../../scripts/visit-scenarios.ts';
import type { OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import { expect } from '@playwright/test';
import { runsIn } from '../lab/scenario.ts';
import type { Scenario } from '../lab/scenario.ts';
import { GROUPS } from '../lab/scenarios/scenario-table.ts';
import { describeIssue, isTelling, isUnseen, watchIssues } from './issues.ts';

/** Number of concurrent tabs: enough to use the waiting time, few enough for two cores. */
const TABS = 4;

/** The observations in a scenario, or why it could not be completed. */
export type Walked = Visited | { readonly error: unknown };

interface Visited {
  readonly outcomes: readonly Outcome[];
  /** Whether Chromium's DevTools reported an issue of it. */
  readonly isReported: boolean;
  /** The issues that they reported while the extension had found nothing. */
  readonly missed: readonly string[];
}

/**
 * Starts to walk; returns a promise for every scenario's id. Scenarios in which the background is killed run last and one by one: an event
 * that the browser has just handed to a worker dies with it, and that must be the worker of their own step. `besideDevTools`: Chromium's own issues
 * are noted too.
 */
export function walk(
  open: OpenBrowser,
  scenarios: readonly Scenario[],
  besideDevTools = false,
): ReadonlyMap<string, Promise<Walked>> {
  const visitInTab = (scenario: Scenario): Promise<Walked> =>
    inTab(open, (tab) => (besideDevTools ? visitBesideDevTools : visitAlone)(open, tab, scenario));
  const walked = new Map<string, Promise<Walked>>();
  const lanes: Promise<unknown>[] = Array.from({ length: TABS }, () => Promise.resolve());
  scenarios
    .filter((scenario) => !killsBackground(scenario))
    .forEach((scenario, index) => {
      const lane = index % TABS;
      const visit = (lanes[lane] ?? Promise.resolve()).then(() => visitInTab(scenario));
      lanes[lane] = visit;
      walked.set(scenario.id, visit);
    });
  let before: Promise<unknown> = Promise.all(lanes);
  for (const scenario of scenarios.filter(killsBackground)) {
    const visit = before.then(() => visitInTab(scenario));
    before = visit;
    walked.set(scenario.id, visit);
  }
  return walked;
}

function killsBackground({ steps = [] }: Scenario): boolean {
  return steps.some((step) => step.do === 'kill-worker');
}

async function inTab(open: OpenBrowser, visit: (tab: Tab) => Promise<Visited>): Promise<Walked> {
  try {
    const tab = await open.newTab();
    try {
      return await visit(tab);
    } finally {
      // A crashed page cannot be closed again.
      await tab.page.close().catch(() => undefined);
    }
  } catch (error) {
    return { error };
  }
}

async function visitAlone(open: OpenBrowser, tab: Tab, scenario: Scenario): Promise<Visited> {
  return { outcomes: await visitScenario(open, tab, scenario), isReported: false, missed: [] };
}

/** Reads both at the same moments: once the page is at rest, after it has loaded and after each step. */
async function visitBesideDevTools(open: OpenBrowser, tab: Tab, scenario: Scenario): Promise<Visited> {
  const watch = await watchIssues(tab.page);
  let isReported = false;
  const missed: string[] = [];
  const outcomes = await visitScenario(open, tab, scenario, ({ after, actual, record }) => {
    const reported = watch.issues().filter(isTelling);
    isReported ||= reported.length > 0;
    if (actual.state !== 'nothing-found' || record?.url.startsWith('https:') !== true) return;
    const unexpected = reported.filter((issue) => !isUnseen(issue, false));
    missed.push(...unexpected.map((issue) => `after ${after}: ${describeIssue(issue)}`));
  });
  await watch.stop();
  return { outcomes, isReported, missed };
}

/** The whole table, which names the tests before a lab runs. */
export function allScenarios(): readonly Scenario[] {
  return GROUPS.flatMap((group) => group.scenarios);
}

/** The scenarios that a browser can open. */
export function runnable(scenarios: readonly Scenario[], { name }: OpenBrowser): readonly Scenario[] {
  return scenarios.filter((scenario) => runsIn(scenario, name));
}

/** Throws unless everything in a scenario was as in the table, and no page was green where Chromium reported something. */
export async function check(walking: Promise<Walked> | undefined): Promise<void> {
  if (walking === undefined) throw new Error('The scenario was not walked.');
  const walked = await walking;
  if ('error' in walked) throw walked.error;
  for (const { after, actual, expected } of walked.outcomes)
    expect(actual, `after ${after}`).toEqual(expected);
  expect(walked.missed, 'what Chromium reports of a page where nothing was found').toEqual([]);
}
