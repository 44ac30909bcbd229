// The cost of the extension for a page load, and the time until the popup is shown. Browsers with the extension, with extensions that do nothing and
// without any load the same pages in turn, so that other load affects all of them; only ratios are quoted. In each round the order is random, and
// before each load the machine rests; otherwise the remaining work of one browser would be attributed to the next. After some rounds all browsers
// are restarted: three of the same kind, side by side, were up to 5 % apart after a hundred rounds.
//
//   npm run bench -- --rounds 120
//   npm run bench -- --page "50 rows"
//   npm run bench -- --fresh         each load in a new tab: nothing remains of a previous page
//   npm run bench -- --rest 3000     ms before each load
//   BEFORE=../old/.output/chrome-mv3 npm run bench     also compares an earlier build
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { until } from '../../scripts/browser/until.ts';
import type { Scenario } from '../lab/scenario.ts';
import { startLab } from '../lab/lab.ts';
import { BEFORE, inBlocks, OUTPUT, REST, WARM_UP } from './contenders.ts';
import type { Contender, Title } from './contenders.ts';
import { PAGES } from './large-pages.ts';
import { interval, median, shuffle, spread } from './statistics.ts';

const SIZES = ['observer.js', 'notice.js', 'outline.js', 'background.js'];
const TITLES: readonly Title[] = [
  'extension',
  ...(BEFORE === null ? [] : (['before'] as const)),
  'listening',
  'idle',
  'none',
  'again',
];
/** The pairs of contenders whose ratio is printed. */
const PAIRS: readonly (readonly [Title, Title])[] = [
  ...(BEFORE === null
    ? []
    : ([
        ['extension', 'before'],
        ['before', 'none'],
      ] as const)),
  ['extension', 'none'],
  ['extension', 'idle'],
  ['extension', 'listening'],
  ['listening', 'idle'],
  ['idle', 'none'],
  ['again', 'none'],
];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    page: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    rest: { type: 'string', default: String(REST) },
  },
});
const rounds = Number(values.rounds);

/** ms of each contender's load, in one round. */
type Round = ReadonlyMap<Title, number>;

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

async function oneRound(contenders: readonly Contender[], url: string): Promise<Round> {
  const times = new Map<Title, number>();
  for (const { title, open, tab } of shuffle(contenders)) {
    const { page } = values.fresh ? await open.newTab() : tab;
    await setTimeout(Number(values.rest));
    times.set(title, await loadTime(page, url));
    if (values.fresh) await page.close();
  }
  return times;
}

/** ms from opening the popup to its first paint. */
async function popupTime({ open, tab }: Contender): Promise<number> {
  const page = await open.openExtensionPage(`popup.html?tab=${tab.tabId}`);
  const time = await until(
    () =>
      page.evaluate(() => {
        const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
        const shown = document.querySelector('h1') !== null;
        return shown ? (paint ?? null) : null;
      }),
    { what: 'the popup', timeout: 10_000, interval: 5 },
  );
  await page.close();
  return time;
}

function tell({ title }: Scenario, results: readonly Round[]): void {
  const timesOf = (one: Title): readonly number[] => results.map((times) => times.get(one) ?? NaN);
  console.log(`${title}, ${results.length} rounds`);
  for (const [one, other] of PAIRS) {
    const ratios = results.map((times) => (times.get(one) ?? NaN) / (times.get(other) ?? NaN));
    console.log(
      `  ${`${one} of ${other}`.padEnd(24)} ×${median(ratios).toFixed(2)}` +
        ` (with 95 % certainty ${interval(ratios, 2)}; middle half ${spread(ratios, 2)})`,
    );
  }
  console.log(`  ${TITLES.map((one) => `${one} ${median(timesOf(one)).toFixed(0)}`).join(', ')} ms`);
}

const lab = await startLab({ groups: [PAGES] });
try {
  const scenarios = lab.scenarios.filter(({ title }) => title === (values.page ?? title));
  const results = new Map<Scenario, Round[]>(scenarios.map((scenario) => [scenario, []]));
  const popups: number[] = [];
  await inBlocks(lab, TITLES, rounds, async (contenders, count) => {
    for (const [{ url }, list] of results) {
      for (let warm = 0; warm < WARM_UP; warm += 1)
        for (const { tab } of contenders) await loadTime(tab.page, url);
      for (let round = 0; round < count; round += 1) list.push(await oneRound(contenders, url));
    }
    const extension = contenders.filter(({ title }) => title === 'extension');
    for (let time = 0; time < 3; time += 1)
      for (const contender of extension) popups.push(await popupTime(contender));
  });
  for (const [scenario, list] of results) tell(scenario, list);
  const [[scenario, list] = []] = results;
  const bare = median(list?.map((times) => times.get('none') ?? NaN) ?? []);
  console.log(
    `popup: first paint ×${(median(popups) / bare).toFixed(2)} of a load of “${scenario?.title}” without any extension, ` +
      `${median(popups).toFixed(0)} ms here (middle half ${spread(popups, 0)})`,
  );
  for (const file of SIZES) console.log(`${file.padEnd(14)} ${statSync(join(OUTPUT, file)).size} bytes`);
} finally {
  await lab.close();
}
