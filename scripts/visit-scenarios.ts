// Performs a scenario like a user and compares the extension's result after every step with the table. `npm start -- --once` and the browser tests
// share it.
//
//   for (const outcome of await visitScenario(open, tab, scenario)) expect(outcome.actual).toEqual(outcome.expected);
import { judgementIn } from '../test/lab/scenario.ts';
import type { Action, Expectation, Judgement, Scenario } from '../test/lab/scenario.ts';
import type { PageRecord } from '../lib/record/record.ts';
import type { OpenBrowser, Tab } from './browser/browser-options.ts';
import { isObserving } from './browser/observers.ts';
import { judge, recordOf } from './browser/extension-records.ts';
import { settle } from './browser/settle.ts';

/** How long a page may take to load, ms. */
const LOAD_TIMEOUT = 15_000;
/** The time limit for the expected result after the page was scanned, ms: only a page with another result takes this long. */
const PATIENCE = 25_000;
/** When the expected result counts on a page that changes without end, ms. */
const ENDLESS = 8_000;
/** The total time limit, ms: for a busy machine, or a page that changes without end. */
const LONG_PATIENCE = 120_000;
/** A verdict counts after this time without a change: more than the observer's pause between two reports. ms */
const QUIET = 500;

/** One expectation and the actual result. */
export interface Outcome {
  /** `load`, or the last step, e.g. `click #login`. */
  readonly after: string;
  readonly expected: Judgement;
  readonly actual: Judgement;
  readonly record: PageRecord | null;
}

/**
 * Opens the scenario's page in an empty tab and performs its steps. Returns one outcome for the loaded page and one for each step; `onOutcome`
 * receives each while the tab still shows it.
 */
export async function visitScenario(
  open: OpenBrowser,
  tab: Tab,
  scenario: Scenario,
  onOutcome?: (outcome: Outcome) => void,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const note = async (after: string, expectation: Expectation): Promise<void> => {
    const outcome = await lookAt(open, tab, after, expectation);
    onOutcome?.(outcome);
    outcomes.push(outcome);
  };
  await go(open, tab, scenario.url);
  let expectation = scenario.expect;
  await note('load', expectation);
  for (const step of scenario.steps ?? []) {
    await act(open, tab, step);
    expectation = step.expect ?? expectation;
    await note(describeAction(step), expectation);
  }
  return outcomes;
}

/** Whether the extension's result is the one in the table; the order of findings does not matter. */
export function agrees({ expected, actual }: Pick<Outcome, 'expected' | 'actual'>): boolean {
  return JSON.stringify(expected) === JSON.stringify(actual);
}

/** Waits until the verdict is the expected one and stays so, or until it cannot become so any more. */
async function lookAt(
  open: OpenBrowser,
  { tabId }: Tab,
  after: string,
  expectation: Expectation,
): Promise<Outcome> {
  const expected = inOrder(judgementIn(expectation, open));
  const { seen } = await settle(
    {
      look: () => look(open, tabId),
      summarize: ({ actual }) => JSON.stringify(actual),
      isBusy: () => isObserving(open, tabId),
      quiet: QUIET,
    },
    ({ seen: { actual }, pause, passed, isSettled }) => {
      // An equal result may be the earlier one, as long as the page has not reported; a page that changes without end reports without end.
      const isExpected = agrees({ expected, actual }) && (isSettled || (passed > ENDLESS && pause >= QUIET));
      return isExpected || (isSettled && passed > PATIENCE) || passed > LONG_PATIENCE;
    },
  );
  return { after, expected, ...seen };
}

async function look(open: OpenBrowser, tabId: number): Promise<Pick<Outcome, 'actual' | 'record'>> {
  const record = await recordOf(open, tabId);
  const { state, findings } = judge(record);
  return { actual: inOrder({ state, findings: findings.map(({ id }) => id) }), record };
}

function inOrder({ state, findings }: Judgement): Judgement {
  return { state, findings: [...findings].sort() };
}

async function go(open: OpenBrowser, { page }: Tab, url: string): Promise<void> {
  // Some scenarios are about a refused or failed page: the extension's record has the result.
  await open.goTo(page, url, LOAD_TIMEOUT).catch(() => {});
}

async function act(open: OpenBrowser, tab: Tab, action: Action): Promise<void> {
  switch (action.do) {
    case 'click':
      return tab.page.locator(action.selector).setTimeout(LOAD_TIMEOUT).click();
    case 'click-through':
      return open.clickThrough(tab.page);
    case 'open':
      return go(open, tab, action.url);
    case 'back':
      return travel(tab, -1);
    case 'forward':
      return travel(tab, 1);
    case 'kill-worker':
      return open.stopBackground();
  }
}

/** From the page's own history: the driver's goBack() waits for a load event that a cached page does not have. */
async function travel({ page }: Tab, steps: number): Promise<void> {
  // The call may end with the page from which it runs.
  await page.evaluate((count) => history.go(count), steps).catch(() => {});
}

function describeAction(action: Action): string {
  switch (action.do) {
    case 'click':
      return `click ${action.selector}`;
    case 'open':
      return `open ${action.url}`;
    case 'click-through':
    case 'back':
    case 'forward':
    case 'kill-worker':
      return action.do;
  }
}
