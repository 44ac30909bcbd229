// The work of the extension's script in a page, from Chromium's trace: main-thread time, longest task, messages and their bytes; and the cost
// of one changed element afterwards.
//
//   npm run bench:work -- --rounds 10
//   npm run bench:work -- --page "50,000 elements"
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { isObserving } from '../../scripts/browser/observers.ts';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import { until } from '../../scripts/browser/until.ts';
import { startLab } from '../lab/lab.ts';
import { OUTPUT } from './contenders.ts';
import { PAGES, SHAPES } from './large-pages.ts';
import { median } from './statistics.ts';
import { timeOf, trace } from './trace.ts';
import type { TraceEvent } from './trace.ts';

/** In an extension's page, where the functions given to evaluate() run. */
declare const chrome: WebExtension;

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '10' }, page: { type: 'string' } },
});

/** ms, unless stated otherwise. */
interface Work {
  /** All calls into the extension's script. */
  readonly total: number;
  /** The first call, in which the script is compiled and the browser creates the objects that it uses. */
  readonly start: number;
  /** The longest of the other calls. */
  readonly longest: number;
  /** The same without garbage collection, of the page and of the extension, which happens during any call. */
  readonly longestOwn: number;
  readonly messages: number;
  readonly bytes: number;
  /** The shortest time between two messages of the frame; Infinity with fewer than two. */
  readonly gap: number;
}

interface Heard {
  readonly at: number;
  readonly bytes: number;
}

/** Records the observer's messages, which every page of the extension receives, as the background does. */
async function listen({ extensionPage }: OpenBrowser): Promise<void> {
  await extensionPage.evaluate(() => {
    const heard: Heard[] = [];
    Object.assign(globalThis, { heard });
    chrome.runtime.onMessage.addListener((message: unknown) => {
      const bytes = new TextEncoder().encode(JSON.stringify(message)).length;
      heard.push({ at: performance.now(), bytes });
      return undefined;
    });
  });
}

async function takeHeard({ extensionPage }: OpenBrowser): Promise<readonly Heard[]> {
  return extensionPage.evaluate(() => {
    const { heard } = globalThis as unknown as { readonly heard: Heard[] };
    return heard.splice(0);
  });
}

/** Traces a page until the observer is at rest. */
async function workOf(open: OpenBrowser, { page, tabId }: Tab, what: () => Promise<unknown>): Promise<Work> {
  await takeHeard(open);
  const traceEvents = await trace(page, ['devtools.timeline'], async () => {
    await what();
    await until(async () => !(await isObserving(open, tabId)), { what: 'the observer', timeout: 60_000 });
  });
  const own = traceEvents.filter(
    ({ name, args }) =>
      /^(FunctionCall|EvaluateScript)$/.test(name) && args?.data?.url?.endsWith('/observer.js') === true,
  );
  const garbage = traceEvents.filter(({ name }) => /^M(ajor|inor)GC$/.test(name));
  const [starts, calls] = [own.filter(isStart), own.filter((event) => !isStart(event))];
  const heard = await takeHeard(open);
  const gaps = heard.slice(1).map(({ at }, index) => at - (heard[index]?.at ?? 0));
  return {
    total: own.reduce((sum, event) => sum + timeOf(event), 0),
    start: Math.max(0, ...starts.map(timeOf)),
    longest: Math.max(0, ...calls.map(timeOf)),
    longestOwn: Math.max(
      0,
      ...calls.map((call) => {
        const inside = garbage.filter((event) => isInside(event, call));
        return timeOf(call) - inside.reduce((sum, event) => sum + timeOf(event), 0);
      }),
    ),
    messages: heard.length,
    bytes: heard.reduce((sum, { bytes }) => sum + bytes, 0),
    gap: Math.min(...gaps),
  };
}

function isStart({ name }: TraceEvent): boolean {
  return name === 'EvaluateScript';
}

function isInside({ pid, tid, ts }: TraceEvent, call: TraceEvent): boolean {
  return pid === call.pid && tid === call.tid && ts >= call.ts && ts < call.ts + (call.dur ?? 0);
}

/** The browser's own measurement of the time until the load event had ended. */
async function loadTime(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return entry?.loadEventEnd ?? NaN;
  });
}

const lab = await startLab({ groups: [PAGES, SHAPES] });
const open = await openBrowser({
  browser: 'chromium',
  headless: true,
  caFile: lab.caFile,
  map: lab.map,
  extensionDir: OUTPUT,
});
try {
  await listen(open);
  console.log(`${open.version}, ${values.rounds} rounds; medians`);
  for (const { title, url } of lab.scenarios.filter((one) => one.title === (values.page ?? one.title))) {
    const [loads, works, changes]: [number[], Work[], Work[]] = [[], [], []];
    for (let round = 0; round < Number(values.rounds); round += 1) {
      const tab = await open.newTab();
      works.push(await workOf(open, tab, () => open.goTo(tab.page, url, 60_000)));
      loads.push(await loadTime(tab.page));
      changes.push(
        await workOf(open, tab, () =>
          tab.page.evaluate(() => {
            document.body.append(document.createElement('p'));
            // The observer observes it a quarter of a second later.
            return new Promise((resolve) => setTimeout(resolve, 400));
          }),
        ),
      );
      await tab.page.close();
    }
    const of = (all: readonly Work[], part: keyof Work): number => median(all.map((work) => work[part]));
    console.log(
      `${title.padEnd(16)} ${of(works, 'total').toFixed(1)} ms in its script (×${median(
        works.map(({ total }, round) => total / (loads[round] ?? NaN)),
      ).toFixed(
        2,
      )} of the time to load), start ${of(works, 'start').toFixed(1)} ms, longest call after it ${of(works, 'longest').toFixed(1)} ms, at worst ${Math.max(
        ...works.map(({ longest }) => longest),
      ).toFixed(
        1,
      )} ms, without garbage collection ${of(works, 'longestOwn').toFixed(1)} ms, at worst ${Math.max(
        ...works.map(({ longestOwn }) => longestOwn),
      ).toFixed(1)} ms; ${of(works, 'messages')} messages, ${of(works, 'bytes')} bytes, ` +
        `at least ${Math.min(...works.map(({ gap }) => gap)).toFixed(0)} ms apart; ` +
        `one new element: ${of(changes, 'total').toFixed(2)} ms`,
    );
  }
} finally {
  await open.close();
  await lab.close();
}
