// Every scenario of the lab without disturbances. In Chromium also compared with its DevTools: a page where they report a blocked request or an
// insecure form must not be "Nothing found".
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser } from '../../scripts/browser/browser-options.ts';
import { asked } from './asked.ts';
import { expect, optionsFor, test } from './in-browser.ts';
import { readRequests } from './network-log.ts';
import { allScenarios, check, runnable, walk } from './walk.ts';
import type { Walked } from './walk.ts';

// Some wait for the walk to end.
test.describe.configure({ timeout: 900_000 });

let browser: OpenBrowser;
let folder: string;
let walked: ReadonlyMap<string, Promise<Walked>>;
test.beforeAll(async ({ lab, browserKind }) => {
  folder = await mkdtemp(join(tmpdir(), 'network-log-'));
  const options = optionsFor(browserKind, lab);
  const log = options.browser === 'chromium' ? { networkLog: join(folder, 'network.json') } : {};
  browser = await openBrowser({ ...options, ...log });
  walked = walk(browser, runnable(asked(lab.scenarios), browser), browser.name === 'chromium');
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

test("Chromium's issues of these pages were read", async () => {
  test.skip(browser.name === 'firefox', 'the issues are Chromium’s');
  const all = await Promise.all(walked.values());
  expect(all.filter((each) => 'isReported' in each && each.isReported).length).toBeGreaterThan(10);
});

test('the extension sends no network request meanwhile', async ({ lab }) => {
  test.skip(
    browser.name === 'firefox',
    'Only Chromium writes down all requests; both packages hold the same scripts',
  );
  for (const page of ['popup.html', 'options.html', 'explain.html']) {
    await (await browser.openExtensionPage(page)).close();
  }
  // Its own policy blocks even the insecure requests of its pages.
  const tried = await browser.extensionPage.evaluate(
    async (url) =>
      fetch(url, { mode: 'no-cors' }).then(
        () => 'sent',
        () => 'stopped',
      ),
    'http://http-clean.lab.test/?probe',
  );
  expect(tried).toBe('stopped');
  await browser.close();

  const requests = readRequests(join(folder, 'network.json'));
  expect(requests.length).toBeGreaterThan(lab.scenarios.length);
  // The log names initiators; otherwise this test would prove nothing.
  expect(requests.map(({ initiator }) => initiator)).toContain('https://very.lab.test');
  expect(requests.filter(({ initiator }) => initiator.includes('-extension:'))).toEqual([]);
  expect(requests.filter(({ url }) => url.includes('probe'))).toEqual([]);
});
