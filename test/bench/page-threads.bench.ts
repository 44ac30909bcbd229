// The time of a page load by thread: the work of each thread until the load event has ended, in Chromium's trace, compared with extensions that do
// nothing and with none. It uses the threads' CPU time, which other load affects far less than the elapsed time.
//
//   npm run bench:threads -- --rounds 60
//   npm run bench:threads -- --page "50 rows"
//   npm run bench:threads -- --rest 2000      ms before each load
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { startLab } from '../lab/lab.ts';
import { inBlocks, REST, WARM_UP } from './contenders.ts';
import type { Title } from './contenders.ts';
import { PAGES } from './large-pages.ts';
import { median, shuffle } from './statistics.ts';
import { timeOf, trace } from './trace.ts';
import type { TraceEvent } from './trace.ts';

const TITLES: readonly Title[] = ['none', 'idle', 'script', 'listening', 'extension'];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    page: { type: 'string' },
    rest: { type: 'string', default: String(REST) },
  },
});

/** The printed times of a page load, ms. The last three are parts of the page's thread. */
const PARTS = [
  'until the load event has ended',
  'the page’s thread',
  'the browser’s main thread',
  'the background’s thread',
  'making a world for scripts',
  'starting the script',
  'calls into it',
] as const;
type Load = Readonly<Record<(typeof PARTS)[number], number>>;

async function traceLoad(page: Page, url: string): Promise<Load> {
  const events = await trace(
    page,
    ['toplevel', 'devtools.timeline', 'blink.user_timing', 'loading', 'extensions', 'v8', 'navigation'],
    async () => {
      await page.goto(url, { waitUntil: 'load' });
      // The end of the load event is reported a moment after it.
      await page.evaluate(() => performance.now());
    },
  );
  const start = events.findLast(
    ({ name, args }) => name === 'navigationStart' && args?.data?.documentLoaderURL === url,
  );
  const end = events.findLast(({ name, pid }) => name === 'loadEventEnd' && pid === start?.pid);
  if (start === undefined || end === undefined) throw new Error(`The trace lacks the load of ${url}.`);
  const names = new Map(
    events
      .filter(({ name }) => name === 'thread_name')
      .map(({ pid, tid, args }) => [`${pid} ${tid}`, args?.name ?? '']),
  );
  const work = (is: (event: TraceEvent, thread: string) => boolean): number =>
    events
      .filter(({ ph, ts, dur = 0 }) => ph === 'X' && ts + dur >= start.ts && ts <= end.ts)
      .filter((event) => is(event, names.get(`${event.pid} ${event.tid}`) ?? ''))
      .reduce((sum, event) => sum + timeOf(event), 0);
  const ofThread = (thread: RegExp, pid?: number): number =>
    work(
      (event, name) =>
        event.name.endsWith('RunTask') && thread.test(name) && event.pid === (pid ?? event.pid),
    );
  const inPage = (name: RegExp, script = false): number =>
    work(
      (event) =>
        event.pid === start.pid &&
        name.test(event.name) &&
        (!script || event.args?.data?.url?.endsWith('/observer.js') === true),
    );
  return {
    'until the load event has ended': (end.ts - start.ts) / 1000,
    'the page’s thread': ofThread(/^CrRendererMain$/, start.pid),
    'the browser’s main thread': ofThread(/^CrBrowserMain$/),
    'the background’s thread': ofThread(/^ServiceWorker/),
    'making a world for scripts': inPage(/DidCreateScriptContext$/),
    'starting the script': inPage(/InjectJs$/),
    'calls into it': inPage(/^FunctionCall$/, true),
  };
}

const lab = await startLab({ groups: [PAGES] });
try {
  const scenarios = lab.scenarios.filter(({ title }) => title === (values.page ?? title));
  const results = new Map(scenarios.map(({ url }) => [url, new Map<Title, Load[]>()]));
  await inBlocks(lab, TITLES, Number(values.rounds), async (contenders, count) => {
    for (const [url, loads] of results)
      for (let round = -WARM_UP; round < count; round += 1)
        for (const { title, tab } of shuffle(contenders)) {
          await setTimeout(Number(values.rest));
          const load = await traceLoad(tab.page, url);
          if (round >= 0) loads.set(title, [...(loads.get(title) ?? []), load]);
        }
  });
  for (const { title, url } of scenarios) {
    console.log(`${title}, ${values.rounds} rounds; medians, ms`.padEnd(40), TITLES.map(cell).join(''));
    for (const part of PARTS) {
      const of = (one: Title): number =>
        median(
          results
            .get(url)
            ?.get(one)
            ?.map((load) => load[part]) ?? [],
        );
      console.log(part.padEnd(40), TITLES.map((one) => cell(of(one).toFixed(2))).join(''));
    }
  }
} finally {
  await lab.close();
}

function cell(text: string): string {
  return text.padStart(11);
}
