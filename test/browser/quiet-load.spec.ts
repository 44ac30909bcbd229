// The extension does not disturb a loading page: until it has loaded no message is sent, and so nothing is stored, judged or painted. Earlier events are
// not lost, and those of the tab's previous page are not attributed to it.
import type { Page } from 'puppeteer-core';
import type { Browser as WebExtension, Runtime } from 'webextension-polyfill';
import { assess } from '../../lib/verdict/assess.ts';
import { isObserving } from '../../scripts/browser/observers.ts';
import type { OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import { recordOf } from '../../scripts/browser/extension-records.ts';
import { securePage } from '../lab/lab-answers.ts';
import { logAddressOf } from '../lab/log-server.ts';
import type { ScenarioGroup } from '../lab/scenario.ts';
import { expect, test } from './in-browser.ts';

/** In an extension's page, where the functions given to evaluate() run. */
declare const chrome: WebExtension;

const BUSY = 'https://busy-start.lab.test/';
const FRAME = 'https://busy-start.lab.test/frame';
const RENAMED = 'https://renamed.lab.test/';
const ENDLESS = 'https://endless.lab.test/';

/** ms after which a page is scanned even if it has not finished loading. */
const LOADING = 1500;

/** Requests from the first line on, more of them than browsers keep in their resource timing, and a frame. */
const BUSY_BODY = `
  <script src="http://cdn.lab.test/first.js"></script>
  <script>
    for (let index = 0; index < 300; index += 1) fetch('http://cdn.lab.test/fetch/' + index).catch(() => {});
    document.body.append(Object.assign(document.createElement('img'), { src: 'http://cdn.lab.test/gone.png', alt: '' }));
    document.body.lastElementChild.remove();
  </script>
  <iframe src="${FRAME}" title="Frame"></iframe>`;

const PAGES: ScenarioGroup = {
  title: 'How pages begin',
  scenarios: [
    {
      id: 'busy-start',
      title: 'Three hundred loads before the page has loaded',
      url: BUSY,
      serves: {
        [BUSY]: securePage({ title: 'Busy', body: BUSY_BODY }),
        [FRAME]: securePage({ title: 'Frame', body: '<input type="password" aria-label="Password">' }),
      },
      expect: { state: 'warning', findings: [] },
    },
    {
      id: 'renamed',
      title: 'A page that gives itself another address at once',
      url: RENAMED,
      serves: {
        [RENAMED]: securePage({
          title: 'Renamed',
          body: `<script>history.replaceState(null, '', '/home#top')</script>`,
        }),
      },
      expect: { state: 'nothing-found', findings: [] },
    },
    {
      id: 'endless',
      title: 'A page that never finishes loading',
      url: ENDLESS,
      serves: {
        [ENDLESS]: securePage({
          title: 'Endless',
          body: `<script src="http://cdn.lab.test/app.js"></script><img alt="" src="${logAddressOf('silent')}?domain=a.example&after=1">`,
        }),
      },
      expect: { state: 'warning', findings: [] },
    },
  ],
};

test.use({ groups: [PAGES] });

test('no message is sent before a page has loaded or the time limit is over', async ({ open, tab }) => {
  await listen(open);
  for (const url of [RENAMED, BUSY]) {
    const before = (await heard(open, tab)).length;
    await open.goTo(tab.page, url, 30_000);
    await rest(open, tab);
    const first = (await heard(open, tab))[before];
    const [here, there] = [await readClock(tab.page), await readClock(open.extensionPage)];
    const said = (first ?? NaN) + there.ahead - here.ahead;
    const late = here.tolerance + there.tolerance;
    expect(said, url).toBeGreaterThanOrEqual(Math.min(await loadStart(tab.page), LOADING) - late);
  }
});

test('earlier events are not lost, and frames belong to the page around them', async ({ open, tab }) => {
  await open.goTo(tab.page, BUSY, 30_000);
  await expect.poll(() => mixedOf(open, tab)).toContain('http://cdn.lab.test/first.js');
  await rest(open, tab);
  const urls = await mixedOf(open, tab);
  // Firefox does not list blocked requests.
  if (open.name === 'chromium') {
    expect(urls.filter((url) => url.startsWith('http://cdn.lab.test/fetch/'))).toHaveLength(300);
    // The request was upgraded, so it is listed under another address; its element had been removed when the page was scanned.
    expect(urls).not.toContain('http://cdn.lab.test/gone.png');
  }
  const record = await recordOf(open, tab.tabId);
  expect(Object.values(record?.frames ?? {}).map(({ url, fields }) => [url, fields.password])).toEqual([
    [BUSY, 0],
    [FRAME, 1],
  ]);
});

test('a frame of the next page is not attributed to the previous one', async ({ open, tab }) => {
  await open.goTo(tab.page, BUSY, 30_000);
  await rest(open, tab);
  const before = await recordOf(open, tab.tabId);
  // The same page is opened again, so only its document differs.
  await open.goTo(tab.page, BUSY, 30_000);
  await expect.poll(async () => (await recordOf(open, tab.tabId))?.documentId).not.toBe(before?.documentId);
  await rest(open, tab);
  const after = await recordOf(open, tab.tabId);
  expect(Object.values(after?.frames ?? {}).map(({ url }) => url)).toEqual([BUSY, FRAME]);
});

test('a page that changes its address keeps its navigation and headers', async ({ open, tab }) => {
  await open.goTo(tab.page, RENAMED, 30_000);
  await rest(open, tab);
  const record = await recordOf(open, tab.tabId);
  expect(record).toMatchObject({
    navigation: { url: RENAMED, headers: { hsts: { maxAge: 31_536_000 } } },
  });
  expect(record && assess(record).findings).toEqual([]);
});

test('a page that never finishes loading is scanned too', async ({ open, tab }) => {
  // The driver would wait for the end of loading, which never happens.
  const opened = open.goTo(tab.page, ENDLESS, 60_000).catch(() => undefined);
  await expect.poll(() => mixedOf(open, tab)).toEqual(['http://cdn.lab.test/app.js']);
  expect(await tab.page.evaluate(() => document.readyState)).not.toBe('complete');
  await tab.page.close();
  await opened;
});

/** Records when messages of pages arrive. Every page of the extension receives an observer's messages, as the background does. */
async function listen({ extensionPage }: OpenBrowser): Promise<void> {
  await extensionPage.evaluate(() => {
    const spoken: [tab: number, at: number][] = [];
    Object.assign(globalThis, { spoken });
    chrome.runtime.onMessage.addListener((_message: unknown, sender: Runtime.MessageSender) => {
      // In Firefox the empty page that a new tab begins with has an observer too; the background does not listen to it. Frames have their own time:
      // 250 ms from their own load, which may be before that of a slow page around them.
      if (/^https?:/.test(sender.url ?? '') && sender.frameId === 0)
        spoken.push([sender.tab?.id ?? -1, performance.now()]);
      return undefined;
    });
  });
}

/** When messages of a tab arrived, ms on the clock of the extension's page. */
async function heard({ extensionPage }: OpenBrowser, { tabId }: Tab): Promise<readonly number[]> {
  const all = await extensionPage.evaluate(
    () => (globalThis as unknown as { readonly spoken: readonly [number, number][] }).spoken,
  );
  return all.filter(([tab]) => tab === tabId).map(([, at]) => at);
}

/** When the page's load event began, ms on its own clock. */
async function loadStart(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return entry?.loadEventStart ?? Infinity;
  });
}

/**
 * How far this process's clock is ahead of a page's, ms, by the quickest of some questions. The time of day is no common clock: it is set while
 * these tests run.
 */
async function readClock(page: Page): Promise<{ readonly ahead: number; readonly tolerance: number }> {
  let best = { ahead: NaN, tolerance: Infinity };
  for (let question = 0; question < 8; question += 1) {
    const asked = performance.now();
    const there = await page.evaluate(() => performance.now());
    const tolerance = (performance.now() - asked) / 2;
    if (tolerance < best.tolerance) best = { ahead: asked + tolerance - there, tolerance };
  }
  return best;
}

async function rest(open: OpenBrowser, { tabId }: Tab): Promise<void> {
  await expect.poll(() => isObserving(open, tabId)).toBe(false);
}

async function mixedOf(open: OpenBrowser, { tabId }: Tab): Promise<readonly string[]> {
  return ((await recordOf(open, tabId))?.mixed ?? []).map(({ url }) => url);
}
