// Pages with long lists exceed the browser's storage quota: the records of other tabs stay, and lost records are requested again.
import type { Browser as WebExtension } from 'webextension-polyfill';
import { judge, recordOf } from '../../scripts/browser/extension-records.ts';
import type { OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import { page, securePage } from '../lab/lab-answers.ts';
import { INSECURE_FILES } from '../lab/files.ts';
import type { Scenario } from '../lab/scenario.ts';
import { expect, test } from './in-browser.ts';

/** In an extension's page, where the functions given to evaluate() run. */
declare const chrome: WebExtension;

const FORM = `<form action="${INSECURE_FILES}/thanks.html" method="post"><button>Send</button></form>`;
const LOUD = 'https://evicted-loud.lab.test/';
const QUIET = 'https://evicted-quiet.lab.test/';
const FRAMED = 'https://evicted-framed.lab.test/';

function scenario(url: string, serves: Scenario['serves']): Scenario {
  return {
    id: new URL(url).hostname.split('.')[0] ?? '',
    title: url,
    url,
    serves,
    expect: { state: 'warning', findings: [] },
  };
}

test.describe.configure({ timeout: 240_000 });
test.use({
  groups: [
    {
      title: 'Evicted',
      scenarios: [
        scenario(LOUD, {
          [LOUD]: securePage({
            title: '3,000 addresses of 2,000 characters',
            body: `<script>
  for (let i = 0; i < 3000; i += 1) {
    const image = document.createElement('img');
    image.loading = 'lazy';
    image.hidden = true;
    image.src = '${INSECURE_FILES}/image.svg?' + i + 'x'.repeat(2000);
    document.body.append(image);
  }
</script>`,
          }),
        }),
        scenario(QUIET, { [QUIET]: securePage({ title: 'A form', body: FORM }) }),
        scenario(FRAMED, {
          [FRAMED]: securePage({ title: 'A form in a frame', body: '<iframe src="/frame.html"></iframe>' }),
          [`${FRAMED}frame.html`]: page({ title: 'A form', body: FORM }),
        }),
      ],
    },
  ],
});

async function stateOf(open: OpenBrowser, tabId: number): Promise<string> {
  return judge(await recordOf(open, tabId)).state;
}

/** Changes the page, and its address as a single-page app does, so that its observer has something new to report. */
async function moveOn({ page: shown }: Tab): Promise<void> {
  await shown.evaluate(() => {
    history.pushState(null, '', '?next');
    const field = document.createElement('input');
    field.type = 'password';
    document.body.append(field);
  });
}

/** Whether that change was reported. */
async function hasMovedOn(open: OpenBrowser, tabId: number): Promise<boolean> {
  return (await recordOf(open, tabId))?.frames['0']?.fields.password === 1;
}

test('a page with a long list, loaded twice, makes no other tab’s page milder', async ({ open, tab }) => {
  await tab.page.goto(QUIET);
  await expect.poll(() => stateOf(open, tab.tabId)).toBe('warning');
  const loud = await open.newTab();
  for (const visit of ['first', 'second']) {
    await loud.page.goto(`${LOUD}?${visit}`);
    await expect
      .poll(async () => (await recordOf(open, loud.tabId))?.url, { timeout: 60_000 })
      .toBe(`${LOUD}?${visit}`);
    await expect
      .poll(
        async () => {
          const record = await recordOf(open, loud.tabId);
          return (record?.mixed.length ?? 0) + (record?.mixedDropped ?? 0);
        },
        { timeout: 90_000 },
      )
      .toBeGreaterThanOrEqual(3000);
  }
  await moveOn(tab);
  await expect.poll(() => hasMovedOn(open, tab.tabId)).toBe(true);
  expect(await stateOf(open, tab.tabId)).toBe('warning');
  await loud.page.close();
});

for (const url of [QUIET, FRAMED])
  test(`a lost record is requested again: ${new URL(url).hostname}`, async ({ open, tab }) => {
    await tab.page.goto(url);
    await expect.poll(() => stateOf(open, tab.tabId)).toBe('warning');
    await open.stopBackground();
    await open.extensionPage.evaluate(() => chrome.storage.session.clear());
    await moveOn(tab);
    await expect.poll(() => hasMovedOn(open, tab.tabId)).toBe(true);
    // The page must not be green before that.
    const seen = new Set<string>();
    await expect
      .poll(
        async () => {
          seen.add(await stateOf(open, tab.tabId));
          return [...seen].at(-1);
        },
        { intervals: [50] },
      )
      .toBe('warning');
    expect([...seen]).not.toContain('nothing-found');
  });
