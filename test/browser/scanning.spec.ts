// What the extension shows during a scan, and what it still receives once a script has replaced the document.
import { prepareDeepCheck } from '../../scripts/browser/deep-check.ts';
import { isObserving } from '../../scripts/browser/observers.ts';
import { judge, recordOf } from '../../scripts/browser/extension-records.ts';
import { securePage } from '../lab/lab-answers.ts';
import type { Answer } from '../lab/lab-answers.ts';
import type { ScenarioGroup } from '../lab/scenario.ts';
import { entryOf } from './mixed-page.ts';
import { expect, test } from './in-browser.ts';

const LARGE = 'https://large.lab.test/';
const ENDLESS = 'https://endless.lab.test/';
const REPLACED = 'https://replaced.lab.test/';
const CDN = 'http://cdn.lab.test';

const SERVES: Readonly<Record<string, Answer>> = {
  [LARGE]: securePage({
    title: 'Large',
    body: `<div id="many"></div><div id="end"></div>
<script>
many.innerHTML = '<p><i></i><b></b></p>'.repeat(20_000);
end.innerHTML = '<form method="post" action="${CDN}/"></form>';
</script>`,
  }),
  [ENDLESS]: securePage({
    title: 'Endless',
    body: `<div id="many"></div>
<script>
const more = () => many.insertAdjacentHTML('beforeend', '<i></i>'.repeat(2000));
more();
setInterval(more, 10);
</script>`,
  }),
  [REPLACED]: securePage({
    title: 'Replaced',
    body: `<iframe id="blank"></iframe><iframe id="written" srcdoc="<p>Before</p>"></iframe>
<script>
const write = (target, html) => { target.open(); target.write(html); target.close(); };
write(blank.contentDocument, '<p>At once</p>');
globalThis.replace = (where, times) => {
  const target = where === 'page' ? document : document.getElementById(where).contentDocument;
  for (let time = 0; time < times; time += 1) write(target, '<p>Anew</p>');
  // By a script, so that only the browser's report names it.
  target.defaultView.fetch('${CDN}/' + where + '.json').catch(() => undefined);
};
</script>`,
  }),
};

const PAGES: ScenarioGroup = {
  title: 'Scanning',
  scenarios: [
    {
      id: 'scanning',
      title: 'Scanning',
      url: LARGE,
      serves: SERVES,
      expect: { state: 'warning', findings: ['insecure-form'] },
    },
  ],
};

test.use({ groups: [PAGES] });

test('a page is never green before its first scan has finished', async ({ open, tab }) => {
  // A slow machine takes tens of seconds for so large a page. It is scanned repeatedly, so its observer may never be at rest here.
  test.setTimeout(180_000);
  const seen = new Set<string>();
  await Promise.all([
    open.goTo(tab.page, LARGE, 60_000),
    expect
      .poll(
        async () => {
          const record = await recordOf(open, tab.tabId);
          const now = `${record?.frames['0']?.scan} ${judge(record).state}`;
          seen.add(now);
          return now;
        },
        { intervals: [30], timeout: 150_000 },
      )
      .toBe('done warning'),
  ]);
  // The page was observed meanwhile; otherwise this test would prove nothing.
  expect([...seen]).toContain('running not-applicable');
  expect([...seen].filter((each) => each.includes('nothing-found'))).toEqual([]);
});

test('a page whose first scan does not end is shown as not completely checked', async ({ open, tab }) => {
  await open.goTo(tab.page, ENDLESS, 30_000);
  await expect.poll(async () => (await recordOf(open, tab.tabId))?.frames['0']?.scan).toBe('running');
  const { state, gaps } = judge(await recordOf(open, tab.tabId));
  expect({ state, gaps }).toMatchObject({ state: 'not-applicable', gaps: [{ kind: 'scan-running' }] });
});

for (const [where, times] of [
  ['blank', 1],
  ['written', 2],
  ['page', 2],
] as const) {
  test(`requests of a replaced document are still reported: ${where}`, async ({ open, tab }) => {
    await prepareDeepCheck(open, tab.tabId, new URL(REPLACED).hostname);
    await open.goTo(tab.page, REPLACED, 30_000);
    await expect.poll(() => isObserving(open, tab.tabId)).toBe(false);
    await tab.page.evaluate(
      (name, count) =>
        (globalThis as unknown as { replace: (name: string, count: number) => void }).replace(name, count),
      where,
      times,
    );
    const { entry } = await entryOf(open, tab, `/${where}.json`).then((found) => found ?? { entry: null });
    expect(entry?.evidence).toContain('report');
  });
}
