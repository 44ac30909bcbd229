// Opens pages of the corpus with the extension and returns what it lists.
import { prepareDeepCheck } from '../../scripts/browser/deep-check.ts';
import type { OpenBrowser } from '../../scripts/browser/browser-options.ts';
import { isObserving } from '../../scripts/browser/observers.ts';
import { recordOf } from '../../scripts/browser/extension-records.ts';
import { settle } from '../../scripts/browser/settle.ts';
import { sleep } from '../../scripts/browser/until.ts';
import type { PageRecord } from '../../lib/record/record.ts';
import { describeMixedEntry } from '../../lib/report/inspect-mixed.ts';
import type { InspectMixed } from '../../lib/report/inspect-mixed.ts';
import type { CorpusPage } from './corpus-schema.ts';

/** ms without a change after which a list counts as complete, once its observers are at rest: it covers late requests of a page or its workers. */
const QUIET = 1200;
/** ms for one page, in all. */
const LIMIT = 15_000;

export interface Visit {
  readonly page: CorpusPage;
  readonly deepChecked: boolean;
  /** The page navigated the tab to another host, where the deep check has ended. */
  readonly left: boolean;
  readonly mixed: readonly InspectMixed[];
}

/** Visits several pages at a time, but those with workers one by one, because a shared worker's requests belong to every page of its site. */
export async function visitAll(
  open: OpenBrowser,
  pages: readonly CorpusPage[],
  deep: boolean,
): Promise<readonly Visit[]> {
  const visits: Visit[] = [];
  const queue = pages.filter((page) => !isAlone(page));
  const work = async (): Promise<void> => {
    for (let page = queue.shift(); page !== undefined; page = queue.shift())
      visits.push(await visit(open, page, deep));
  };
  await Promise.all([work(), work(), work(), work()]);
  for (const page of pages.filter(isAlone)) visits.push(await visit(open, page, deep));
  return visits;
}

function isAlone({ type }: CorpusPage): boolean {
  return type.includes('worker');
}

async function visit(open: OpenBrowser, page: CorpusPage, deep: boolean): Promise<Visit> {
  const tab = await open.newTab();
  try {
    if (deep) await prepareDeepCheck(open, tab.tabId, new URL(page.url).hostname);
    await open.goTo(tab.page, page.url, LIMIT).catch(() => {
      // Pages that navigate on their own interrupt the driver; their record identifies them.
    });
    await sleep(page.settle ?? 0);
    for (const act of page.act ?? []) await tab.page.evaluate(act);
    const { seen: record } = await settle(
      {
        look: () => recordOf(open, tab.tabId),
        summarize: (seen) => JSON.stringify([seen?.documentId, listOf(seen)]),
        isBusy: () => isObserving(open, tab.tabId),
        quiet: QUIET,
      },
      ({ isSettled, passed }) => isSettled || passed > LIMIT,
      100,
    );
    const left = record !== null && new URL(record.url).hostname !== new URL(page.url).hostname;
    return { page, deepChecked: record?.deepChecked ?? false, left, mixed: listOf(record) };
  } finally {
    await tab.page.close();
  }
}

function listOf(record: PageRecord | null): readonly InspectMixed[] {
  return record?.mixed.map(describeMixedEntry) ?? [];
}
