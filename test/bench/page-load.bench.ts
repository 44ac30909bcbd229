// What the extension costs a page load, and how fast the popup is there. Two browsers in one run, with the extension and without, load the
// same pages in turn, so that the machine's mood meets both; only the ratio is quoted.
//
//   npm run bench -- --rounds 40
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { judge, recordOf } from '../../scripts/browser/records.ts';
import type { OpenBrowser } from '../../scripts/browser/options.ts';
import { until } from '../../scripts/browser/until.ts';
import { securePage } from '../lab/answers.ts';
import { startLab } from '../lab/lab.ts';
import type { ScenarioGroup } from '../lab/scenario.ts';

const OUTPUT = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');
const SIZES = ['observer.js', 'notice.js', 'background.js'];
/** Rows of a table with a form field and a link each. */
const ROWS = [50, 1250];

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '30' } } });
const rounds = Number(values.rounds);

const PAGES: ScenarioGroup = {
  title: 'Pages of many rows',
  scenarios: ROWS.map((rows) => {
    const url = `https://rows-${rows}.lab.test/`;
    return {
      id: `rows-${rows}`,
      title: `${rows} rows`,
      url,
      serves: { [url]: securePage({ title: `${rows} rows`, body: table(rows) }) },
      expect: { state: 'nothing-found', findings: [] },
    };
  }),
};

function table(rows: number): string {
  const cells = Array.from(
    { length: rows },
    (_, row) =>
      `<tr><td>${row}</td><td><a href="#${row}">Row ${row}</a></td><td><input name="n${row}"></td><td><img alt="" src="data:,"></td></tr>`,
  );
  return `<table>${cells.join('')}</table>`;
}

/** ms from the start of the navigation to the end of the page's load event. */
async function loadTime(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'load' });
  return until(
    () =>
      page.evaluate(() => {
        const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        return entry !== undefined && entry.loadEventEnd > 0 ? entry.loadEventEnd : null;
      }),
    { what: 'the end of the load event', timeout: 30_000 },
  );
}

/** ms from opening the popup to its first paint, and to its verdict. */
async function popupTimes(
  open: OpenBrowser,
  tabId: number,
): Promise<{ readonly paint: number; readonly verdict: number }> {
  const page = await open.openExtensionPage(`popup.html?tab=${tabId}`);
  const times = await until(
    () =>
      page.evaluate(() => {
        const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
        const shown = document.querySelector('h1') !== null;
        return paint === undefined || !shown ? null : { paint, verdict: performance.now() };
      }),
    { what: 'the popup', timeout: 10_000, interval: 5 },
  );
  await page.close();
  return times;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The middle half of the numbers, as text. */
function spread(numbers: readonly number[], digits: number): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(digits);
  return `${at(0.25)}–${at(0.75)}`;
}

const lab = await startLab({ groups: [PAGES] });
const common = { browser: 'chromium', headless: true, caFile: lab.caFile, map: lab.map } as const;
const withExtension = await openBrowser({ ...common, extensionDir: OUTPUT });
const without = await openBrowser({ ...common, extensionDir: null });
try {
  const tab = await withExtension.newTab();
  const bare = await without.newTab();
  console.log(
    `${withExtension.version}, ${rounds} rounds, with and without in turn; ratio = with ÷ without of each round`,
  );
  for (const scenario of lab.scenarios) {
    const pairs: { readonly on: number; readonly off: number }[] = [];
    // The first loads of a browser are not like the later ones.
    for (let warm = 0; warm < 3; warm += 1)
      await Promise.all([loadTime(tab.page, scenario.url), loadTime(bare.page, scenario.url)]);
    for (let round = 0; round < rounds; round += 1) {
      const first = round % 2 === 0;
      const off = first ? await loadTime(bare.page, scenario.url) : null;
      const on = await loadTime(tab.page, scenario.url);
      pairs.push({ on, off: off ?? (await loadTime(bare.page, scenario.url)) });
    }
    const ratios = pairs.map(({ on, off }) => on / off);
    console.log(
      `${scenario.title.padEnd(10)} ×${median(ratios).toFixed(2)} (middle half ${spread(ratios, 2)}), ` +
        `without: ${median(pairs.map(({ off }) => off)).toFixed(0)} ms`,
    );
    await until(
      async () => (judge(await recordOf(withExtension, tab.tabId)).state === 'nothing-found' ? true : null),
      {
        what: 'the verdict',
        timeout: 10_000,
      },
    );
  }
  const popups: { readonly paint: number; readonly verdict: number }[] = [];
  for (let round = 0; round < Math.max(5, rounds / 3); round += 1)
    popups.push(await popupTimes(withExtension, tab.tabId));
  const bareLoad = median(await timesOf(rounds, () => loadTime(bare.page, lab.scenarios[0]?.url ?? '')));
  console.log(
    `popup      first paint ×${(median(popups.map(({ paint }) => paint)) / bareLoad).toFixed(2)} of the 50-row page's load, ` +
      `${median(popups.map(({ paint }) => paint)).toFixed(0)} ms here`,
  );
  for (const file of SIZES) console.log(`${file.padEnd(14)} ${statSync(join(OUTPUT, file)).size} bytes`);
} finally {
  await withExtension.close();
  await without.close();
  await lab.close();
}

async function timesOf(count: number, measure: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) times.push(await measure());
  return times;
}
