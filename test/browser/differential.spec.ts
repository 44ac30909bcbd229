// Compares the extension with Chromium's DevTools: a page where they report a blocked request or an insecure form must not be "Nothing found".
// It covers a part of the corpus, and all of it with `npm run corpus`; scenarios.spec.ts does the same for the lab's pages.
import { isObserving } from '../../scripts/browser/observers.ts';
import { prepareDeepCheck } from '../../scripts/browser/deep-check.ts';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import { judge, recordOf } from '../../scripts/browser/extension-records.ts';
import { settle } from '../../scripts/browser/settle.ts';
import { sleep, within } from '../../scripts/browser/until.ts';
import { startCorpus } from '../corpus/corpus-pages.ts';
import type { Corpus, CorpusPage } from '../corpus/corpus-schema.ts';
import { expect, optionsFor, test } from './in-browser.ts';
import { describeIssue, isTelling, isUnseen, watchIssues } from './issues.ts';
import type { Issue } from './issues.ts';

const PATTERN = process.env['CORPUS'];
const STRIDE = 14;
const TABS = 4;
/** ms for one page to load, and for the verdict to follow Chromium's issues. */
const LIMIT = 15_000;
/** ms without a change after which a page is at rest. */
const QUIET = 500;

/** A page to open. */
interface Visit {
  readonly id: string;
  readonly url: string;
  /** Expressions to run in the page once it has loaded. */
  readonly acts: readonly string[];
  /** ms before the page sends its request. */
  readonly patience: number;
}

test.skip(({ browserKind }) => browserKind !== 'chromium', 'the issues are Chromium’s');
test.describe.configure({ timeout: PATTERN === undefined ? 600_000 : 1_800_000 });

test.describe('the corpus', () => {
  let corpus: Corpus;
  test.beforeAll(async () => {
    corpus = await startCorpus();
  });
  test.afterAll(() => corpus.close());

  for (const deep of [false, true]) {
    test(`no page is green where Chromium reports something, ${deep ? 'in the deep check' : 'always on'}`, async ({
      browserKind,
      lab,
    }) => {
      const { caFile: _lab, ...options } = optionsFor(browserKind, lab);
      const open = await openBrowser({ ...options, caFile: corpus.caFile, map: corpus.map });
      try {
        const { green, told } = await visitAll(open, visitsOf(corpus), deep);
        expect(told).toBeGreaterThan(0);
        expect(green).toEqual([]);
      } finally {
        await open.close();
      }
    });
  }
});

/** Every n-th page, different from those in mixed-corpus.spec.ts; all pages of the sample. */
function visitsOf({ pages, isSample }: Corpus): readonly Visit[] {
  return pages
    .filter(({ id, url }, index) => {
      if (!url.startsWith('https:')) return false;
      if (PATTERN !== undefined) return new RegExp(PATTERN).test(id);
      return isSample || index % STRIDE === STRIDE / 2;
    })
    .map(toVisit);
}

function toVisit({ id, url, act, settle: patience }: CorpusPage): Visit {
  return { id, url, acts: act ?? [], patience: patience ?? 0 };
}

interface Result {
  /** `id: kind resolution address` for each page that is green although Chromium reports something. */
  readonly green: readonly string[];
  /** Pages where Chromium reports something. */
  readonly told: number;
}

async function visitAll(open: OpenBrowser, visits: readonly Visit[], deep: boolean): Promise<Result> {
  const green: string[] = [];
  let told = 0;
  const queue = [...visits];
  const work = async (): Promise<void> => {
    for (let visit = queue.shift(); visit !== undefined; visit = queue.shift()) {
      const tab = await open.newTab();
      try {
        const issues = await compare(open, tab, visit, deep);
        if (issues.told.length > 0) told += 1;
        green.push(...issues.unseen.map((issue) => `${visit.id}: ${describeIssue(issue)}`));
      } finally {
        await within(tab.page.close(), LIMIT, null).catch(() => undefined);
      }
    }
  };
  await Promise.all(Array.from({ length: TABS }, work));
  return { green, told };
}

/** Chromium's issues of a page, and those that a green verdict misses. */
async function compare(
  open: OpenBrowser,
  tab: Tab,
  { url, acts, patience }: Visit,
  deep: boolean,
): Promise<{ readonly told: readonly Issue[]; readonly unseen: readonly Issue[] }> {
  if (deep) await prepareDeepCheck(open, tab.tabId, new URL(url).hostname);
  const watch = await watchIssues(tab.page);
  // Refused pages and pages that navigate automatically interrupt the driver; the record identifies them.
  await open.goTo(tab.page, url, LIMIT).catch(() => undefined);
  await sleep(patience);
  for (const act of acts) await within(tab.page.evaluate(act), LIMIT, null).catch(() => undefined);
  // Late reports of both sides are awaited, because they may change a green verdict.
  const { seen } = await settle(
    {
      look: async () => ({
        isGreen: judge(await recordOf(open, tab.tabId)).state === 'nothing-found',
        told: watch.issues().filter(isTelling),
      }),
      summarize: ({ isGreen, told }) => `${isGreen} ${told.length}`,
      isBusy: () => isObserving(open, tab.tabId),
      quiet: QUIET,
    },
    ({ seen: { isGreen, told }, isSettled, passed }) =>
      passed > (isGreen && told.length > 0 ? 2 * LIMIT : LIMIT) ||
      (isSettled && !(isGreen && told.length > 0)),
  );
  await watch.stop();
  const unseen = seen.told.filter((issue) => !isUnseen(issue, deep));
  return { told: seen.told, unseen: seen.isGreen ? unseen : [] };
}
