// A browser that requests https first and, if that fails, shows a warning before it opens the http page: the extension shows nothing for a page that
// was not opened, and everything once the user continues.
import type { Page } from 'puppeteer-core';
import { judge, recordOf } from '../../scripts/browser/extension-records.ts';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import { page } from '../lab/lab-answers.ts';
import type { ScenarioGroup } from '../lab/scenario.ts';
import { expect, optionsFor, test } from './in-browser.ts';

const PLAIN = 'http://plain-only.lab.test/';
const EXPIRED = 'http://expired-https.lab.test/';

const PAGES: ScenarioGroup = {
  title: 'HTTPS first',
  scenarios: [
    {
      id: 'plain-only',
      title: 'An http page of a host without https',
      url: PLAIN,
      serves: { [PLAIN]: page({ title: 'Plain', body: '<input type="password">' }) },
      expect: { state: 'danger', findings: [] },
    },
    {
      id: 'expired-https',
      title: 'An http page of a host whose certificate has expired',
      url: EXPIRED,
      serves: {
        [EXPIRED]: page({ title: 'Plain' }),
        'https://expired-https.lab.test/': page({ title: 'Expired' }),
      },
      certificates: { 'expired-https.lab.test': 'expired' },
      expect: { state: 'danger', findings: [] },
    },
  ],
};

test.use({ groups: [PAGES] });

let open: OpenBrowser;
let tab: Tab;
test.beforeAll(async ({ lab, browserKind }) => {
  const options = optionsFor(browserKind, lab);
  const preferences =
    options.browser === 'firefox'
      ? { 'dom.security.https_only_mode': true }
      : { https_only_mode_enabled: true };
  open = await openBrowser({ ...options, preferences: { ...options.preferences, ...preferences } });
  tab = await open.newTab();
});
test.afterAll(() => open.close());

async function judged(): Promise<unknown> {
  const { state, findings } = judge(await recordOf(open, tab.tabId));
  return { state, findings: findings.map(({ id }) => id) };
}

/** For Chromium, the unit tests of the record writer check what follows the click. */
const NO_BUTTON = 'A headless Chromium renders its warning without a button';

/** The verdict after "Continue to HTTP Site" in the browser's own warning. Clicks repeatedly, because the warning's script may start after its button is shown. */
async function judgedBehindWarning({ page: shown }: { readonly page: Page }): Promise<unknown> {
  await shown
    .evaluate(() => document.querySelector<HTMLElement>('#openInsecure, #proceed-button')?.click())
    .catch(() => undefined);
  return judged();
}

test('a page behind a warning is not judged until it is opened', async ({ lab }) => {
  await open.goTo(tab.page, PLAIN, 30_000).catch(() => {});
  const heldBack = { state: 'not-applicable', findings: ['https-unavailable'] };
  await expect.poll(judged).toEqual(heldBack);
  const record = await recordOf(open, tab.tabId);
  expect(record?.absence).toMatchObject({ kind: 'held-back' });
  expect(record?.navigation?.hops).toEqual([{ url: PLAIN, status: null, internal: true }]);
  expect(lab.hits.filter(({ scheme, path }) => scheme === 'http' && path === '/')).toEqual([]);
  if (open.name === 'chromium') return console.log(NO_BUTTON);
  await expect
    .poll(() => judgedBehindWarning(tab))
    .toEqual({ state: 'danger', findings: ['password-over-http', 'http-page'] });
});

test('if https failed for its certificate, the verdict names the certificate', async () => {
  await open.goTo(tab.page, EXPIRED, 30_000).catch(() => {});
  const certificate = open.name === 'firefox' ? 'certificate-expired' : 'certificate-date-invalid';
  await expect.poll(judged).toEqual({ state: 'danger', findings: [certificate] });
  // The verdict stays after the browser has reported the tab as complete.
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(await judged()).toEqual({ state: 'danger', findings: [certificate] });
  if (open.name === 'chromium') return console.log(NO_BUTTON);
  await expect.poll(() => judgedBehindWarning(tab)).toEqual({ state: 'danger', findings: ['http-page'] });
});
