// What the extension costs a page load, and how fast the popup is there. Three browsers in one run, with the extension, with an idle one of the
// same permissions and with none, load the same pages by turns, so that the machine's mood meets all; only ratios are quoted. In each round the order
// is drawn by lot, and before each load the machine rests: else what one browser still does would be charged to whichever always comes next.
//
//   npm run bench -- --rounds 40
//   npm run bench -- --page "50 rows"
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser } from '../../scripts/browser/options.ts';
import { until } from '../../scripts/browser/until.ts';
import { startLab } from '../lab/lab.ts';
import { PAGES } from './pages.ts';
import { median, shuffle, spread } from './statistics.ts';

const OUTPUT = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');
const SIZES = ['observer.js', 'notice.js', 'outline.js', 'background.js'];

/** ms: what follows a load, in the page and in the background, is over by then. */
const REST = 500;

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '30' }, page: { type: 'string' } },
});
const rounds = Number(values.rounds);

/** An extension that asks for the same and does nothing: what is left beside it is our own part. */
function makeIdleExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'idle-extension-'));
  const manifest: unknown = JSON.parse(readFileSync(join(OUTPUT, 'manifest.json'), 'utf8'));
  const { permissions, host_permissions } = manifest as Readonly<Record<string, unknown>>;
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Idle',
      version: '1',
      permissions,
      host_permissions,
      background: { service_worker: 'idle.js' },
    }),
  );
  writeFileSync(join(folder, 'idle.js'), '');
  return folder;
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

const lab = await startLab({ groups: [PAGES] });
const common = { browser: 'chromium', headless: true, caFile: lab.caFile, map: lab.map } as const;
const idleFolder = makeIdleExtension();
const [withExtension, idle, without] = [
  await openBrowser({ ...common, extensionDir: OUTPUT }),
  await openBrowser({ ...common, extensionDir: idleFolder }),
  await openBrowser({ ...common, extensionDir: null }),
];
try {
  const tab = await withExtension.newTab();
  const bare = await without.newTab();
  const contenders = [tab, await idle.newTab(), bare].map(({ page }) => page);
  console.log(
    `${withExtension.version}, ${rounds} rounds: with the extension, with an idle one of the same permissions, with none`,
  );
  for (const scenario of lab.scenarios.filter(({ title }) => title === (values.page ?? title))) {
    // The first loads of a browser are not like the later ones.
    for (let warm = 0; warm < 3; warm += 1) for (const page of contenders) await loadTime(page, scenario.url);
    const ratios: { readonly all: number; readonly own: number; readonly off: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const times = new Map<Page, number>();
      for (const page of shuffle(contenders)) {
        await setTimeout(REST);
        times.set(page, await loadTime(page, scenario.url));
      }
      const [on = NaN, idling = NaN, off = NaN] = contenders.map((page) => times.get(page));
      ratios.push({ all: on / off, own: on / idling, off });
    }
    const [all, own] = [ratios.map((each) => each.all), ratios.map((each) => each.own)];
    console.log(
      `${scenario.title.padEnd(16)} ×${median(all).toFixed(2)} of none (middle half ${spread(all, 2)}), ` +
        `×${median(own).toFixed(2)} of idle (${spread(own, 2)}), without: ${median(ratios.map(({ off }) => off)).toFixed(0)} ms`,
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
  await idle.close();
  await without.close();
  await lab.close();
  rmSync(idleFolder, { recursive: true, force: true });
}

async function timesOf(count: number, measure: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) times.push(await measure());
  return times;
}
