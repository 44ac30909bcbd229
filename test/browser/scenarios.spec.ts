// Every scenario of the lab as it is, and, in a browser of its own (HSTS and accepted certificates are remembered), those with steps once
// more with the background killed around every step.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser } from '../../scripts/browser/options.ts';
import { runsIn } from '../lab/scenario.ts';
import type { Scenario, Step } from '../lab/scenario.ts';
import { GROUPS } from '../lab/scenarios/index.ts';
import { expect, optionsFor, test } from './in-browser.ts';
import { readRequests } from './network-log.ts';
import { walk } from './walk.ts';
import type { Walked } from './walk.ts';

const KILL: Step = { do: 'kill-worker' };

test.describe.configure({ timeout: 240_000 });

test.describe('as they are', () => {
  let browser: OpenBrowser;
  let folder: string;
  let walked: ReadonlyMap<string, Promise<Walked>>;
  test.beforeAll(async ({ lab, browserKind }) => {
    folder = await mkdtemp(join(tmpdir(), 'network-log-'));
    const options = optionsFor(browserKind, lab);
    const log = options.browser === 'chromium' ? { networkLog: join(folder, 'network.json') } : {};
    browser = await openBrowser({ ...options, ...log });
    walked = walk(browser, runnable(lab.scenarios, browser));
  });
  test.afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const { id, title, browsers } of allScenarios()) {
    test(`${id}: ${title}`, () => {
      test.skip(browsers?.includes(browser.name) === false, `${browser.name} cannot open this page`);
      return check(walked.get(id));
    });
  }

  test('all the while the extension asks the network for nothing', async ({ lab }) => {
    test.skip(
      browser.name === 'firefox',
      'Only Chromium writes down all requests; both packages hold the same scripts',
    );
    for (const page of ['popup.html', 'options.html', 'explain.html']) {
      await (await browser.openExtensionPage(page)).close();
    }
    // Its own policy stops its pages even when they try.
    const tried = await browser.extensionPage.evaluate(
      async (url) =>
        fetch(url, { mode: 'no-cors' }).then(
          () => 'sent',
          () => 'stopped',
        ),
      'https://clean.lab.test/?probe',
    );
    expect(tried).toBe('stopped');
    await browser.close();

    const requests = readRequests(join(folder, 'network.json'));
    expect(requests.length).toBeGreaterThan(lab.scenarios.length);
    // The log tells who asked, or this test would see nothing.
    expect(requests.map(({ initiator }) => initiator)).toContain('https://very.lab.test');
    expect(requests.filter(({ initiator }) => initiator.includes('-extension:'))).toEqual([]);
    expect(requests.filter(({ url }) => url.includes('probe'))).toEqual([]);
  });
});

test.describe('with the background killed around every step', () => {
  let browser: OpenBrowser;
  let walked: ReadonlyMap<string, Promise<Walked>>;
  test.beforeAll(async ({ lab, browserKind }) => {
    browser = await openBrowser(optionsFor(browserKind, lab));
    const withSteps = runnable(lab.scenarios, browser).filter(({ steps }) => steps !== undefined);
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
});

function allScenarios(): readonly Scenario[] {
  return GROUPS.flatMap((group) => group.scenarios);
}

function interrupt(scenario: Scenario): Scenario {
  return { ...scenario, steps: [KILL, ...(scenario.steps ?? []).flatMap((step) => [step, KILL])] };
}

function runnable(scenarios: readonly Scenario[], { name }: OpenBrowser): readonly Scenario[] {
  return scenarios.filter((scenario) => runsIn(scenario, name));
}

async function check(walking: Promise<Walked> | undefined): Promise<void> {
  if (walking === undefined) throw new Error('The scenario was not walked.');
  const walked = await walking;
  if ('error' in walked) throw walked.error;
  for (const { after, actual, expected } of walked.outcomes)
    expect(actual, `after ${after}`).toEqual(expected);
}
