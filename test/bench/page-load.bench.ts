// What the extension costs a page load, and how fast the popup is there. Four browsers in one run, with the extension, with two that do nothing and
// with none, load the same pages by turns, so that the machine's mood meets all; only ratios are quoted. In each round the order is drawn by lot, and
// before each load the machine rests: else what one browser still does would be charged to whichever always comes next.
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

/** As the extension listens to pages (lib/platform/page-events.ts): any that knows of a page's answer is told of it. */
const LISTENERS = `
const pages = { urls: ['http://*/*', 'https://*/*'], types: ['main_frame'] };
const { webRequest } = chrome;
webRequest.onBeforeRedirect.addListener(() => {}, pages);
webRequest.onResponseStarted.addListener(() => {}, pages, ['responseHeaders']);
webRequest.onHeadersReceived.addListener(() => {}, pages, ['securityInfoRawDer']);
webRequest.onErrorOccurred.addListener(() => {}, pages);`;

/**
 * An extension that asks for the same and does nothing: what is left beside it is our own part. `listens`: it is told of pages' answers and has an
 * empty script in every frame, so what is left is what we do with either.
 */
function makeIdleExtension(listens: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'idle-extension-'));
  const manifest: unknown = JSON.parse(readFileSync(join(OUTPUT, 'manifest.json'), 'utf8'));
  const { permissions, host_permissions, content_scripts } = manifest as Readonly<Record<string, unknown>>;
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Idle',
      version: '1',
      permissions,
      host_permissions,
      background: { service_worker: 'idle.js' },
      ...(listens ? { content_scripts } : {}),
    }),
  );
  writeFileSync(join(folder, 'idle.js'), listens ? LISTENERS : '');
  writeFileSync(join(folder, 'observer.js'), '');
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
const folders = [makeIdleExtension(false), makeIdleExtension(true)] as const;
const [withExtension, idle, listening, without] = [
  await openBrowser({ ...common, extensionDir: OUTPUT }),
  await openBrowser({ ...common, extensionDir: folders[0] }),
  await openBrowser({ ...common, extensionDir: folders[1] }),
  await openBrowser({ ...common, extensionDir: null }),
];
try {
  const tab = await withExtension.newTab();
  const bare = await without.newTab();
  const contenders = [tab, await idle.newTab(), await listening.newTab(), bare].map(({ page }) => page);
  console.log(
    `${withExtension.version}, ${rounds} rounds: with the extension, with an idle one of the same permissions, with one that also listens, with none`,
  );
  for (const scenario of lab.scenarios.filter(({ title }) => title === (values.page ?? title))) {
    // The first loads of a browser are not like the later ones.
    for (let warm = 0; warm < 3; warm += 1) for (const page of contenders) await loadTime(page, scenario.url);
    const rows: (readonly number[])[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const times = new Map<Page, number>();
      for (const page of shuffle(contenders)) {
        await setTimeout(REST);
        times.set(page, await loadTime(page, scenario.url));
      }
      rows.push(contenders.map((page) => times.get(page) ?? NaN));
    }
    const of = (one: number, other: number): string => {
      const ratios = rows.map((row) => (row[one] ?? NaN) / (row[other] ?? NaN));
      return `×${median(ratios).toFixed(2)} (middle half ${spread(ratios, 2)})`;
    };
    console.log(
      `${scenario.title.padEnd(16)} ${of(0, 3)} of none, ${of(0, 1)} of idle, ${of(0, 2)} of listening; ` +
        `listening ${of(2, 1)} of idle; idle ${of(1, 3)} of none; ` +
        contenders.map((_, index) => median(rows.map((row) => row[index] ?? NaN)).toFixed(0)).join(', ') +
        ' ms',
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
  for (const open of [withExtension, idle, listening, without]) await open.close();
  await lab.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

async function timesOf(count: number, measure: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) times.push(await measure());
  return times;
}
