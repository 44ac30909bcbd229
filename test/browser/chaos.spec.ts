// Pages in four tabs while the background is killed at random and its storage is cleared once. The table's expectations are those of the undisturbed
// run (scenarios.spec.ts): no verdict may be milder, and lost facts must be shown as unknown. CHAOS_KILLS sets the number of kills.
import type { Browser as WebExtension } from 'webextension-polyfill';
import { assess } from '../../lib/verdict/assess.ts';
import { STATES } from '../../lib/verdict/verdict.ts';
import type { Verdict } from '../../lib/verdict/verdict.ts';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import { recordOf } from '../../scripts/browser/extension-records.ts';
import { judgementIn } from '../lab/scenario.ts';
import type { Judgement, Scenario } from '../lab/scenario.ts';
import { expect, optionsFor, test } from './in-browser.ts';
import { runnable } from './walk.ts';

/** In an extension's page, where the functions given to evaluate() run. */
declare const chrome: WebExtension;

const KILLS = Number(process.env['CHAOS_KILLS'] ?? 40);
const SEED = 12;
const TABS = 4;
const PAGES = 50;
/** ms for a page's facts to arrive: an observer without an answer waits longer before each retry. */
const PATIENCE = 15_000;

test.describe.configure({ timeout: 600_000 });

/** Pseudo-random numbers from 0 to 1, the same in every run. https://en.wikipedia.org/wiki/Linear_congruential_generator */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How a verdict differs from the expected one; null: it does not. */
function compare(verdict: Verdict | null, expected: Judgement): 'not known' | 'milder' | 'unsaid' | null {
  // A page without a record is shown as not checked.
  if (verdict === null) return 'not known';
  const found = new Set<string>(verdict.findings.map(({ id }) => id));
  const lost = expected.findings.filter((id) => !found.has(id));
  if (lost.length === 0 && verdict.state === expected.state) return null;
  if (verdict.state === 'not-applicable') return 'not known';
  if (STATES.indexOf(verdict.state) < STATES.indexOf(expected.state)) return 'milder';
  return verdict.gaps.length > 0 || lost.length === 0 ? 'not known' : 'unsaid';
}

async function verdictOf(open: OpenBrowser, tabId: number): Promise<Verdict | null> {
  const record = await recordOf(open, tabId);
  return record && assess(record);
}

/** Opens a page and waits until its verdict is the expected one; returns the final verdict otherwise. */
async function visit(open: OpenBrowser, tab: Tab, scenario: Scenario): Promise<ReturnType<typeof compare>> {
  const expected = judgementIn(scenario.expect, open);
  await open.goTo(tab.page, scenario.url, 20_000).catch(() => null);
  const end = performance.now() + PATIENCE;
  for (;;) {
    const result = compare(await verdictOf(open, tab.tabId), expected);
    if (result === null || performance.now() > end) return result;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Whether a second visit shows the same: the browser remembers HSTS, so it requests http only once. */
function isRepeatable({ expect: { findings } }: Scenario): boolean {
  return !findings.some((id) => /^insecure-(?:start|redirect)|^hsts/.test(id));
}

test(`${PAGES} pages, the background killed ${KILLS} times`, async ({ lab, browserKind }) => {
  const open = await openBrowser(optionsFor(browserKind, lab));
  try {
    const scenarios = runnable(lab.scenarios, open)
      .filter(
        ({ id, url, steps }) =>
          steps === undefined && /^https?:/.test(url) && !/flood|loads|many|rewritten|clock/.test(id),
      )
      .slice(0, PAGES);
    const random = randomFrom(SEED);
    const results: { readonly id: string; readonly result: ReturnType<typeof compare> }[] = [];
    let kills = 0;
    const killing = (async () => {
      while (kills < KILLS) {
        await new Promise((resolve) => setTimeout(resolve, random() * 300));
        if (kills === Math.floor(KILLS / 2))
          await open.extensionPage.evaluate(() => chrome.storage.session.clear());
        await open.stopBackground();
        kills += 1;
      }
    })();
    const tabs = await Promise.all(Array.from({ length: TABS }, () => open.newTab()));
    const waiting = [...scenarios];
    // The pages are visited repeatedly until the background has been killed often enough.
    const take = (): Scenario | undefined => {
      if (waiting.length === 0 && kills < KILLS) waiting.push(...scenarios.filter(isRepeatable));
      return waiting.shift();
    };
    const visits = tabs.map(async (tab) => {
      for (let next = take(); next !== undefined; next = take())
        results.push({ id: next.id, result: await visit(open, tab, next) });
    });
    await Promise.all(visits);
    await killing;
    const count = (wanted: ReturnType<typeof compare>): number =>
      results.filter(({ result }) => result === wanted).length;
    console.log(
      `${open.name}: ${results.length} pages, ${kills} kills: ${count(null)} as undisturbed, ${count('not known')} not known`,
    );
    expect(results.filter(({ result }) => result === 'milder' || result === 'unsaid')).toEqual([]);
    expect(kills).toBe(KILLS);
  } finally {
    await open.close();
  }
});
