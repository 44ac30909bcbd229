// Waits until the extension's result for a page has settled. All durations follow from the user's time limit: a busy machine needs more of
// everything.
import type { PageRecord } from '../../lib/record/record.ts';
import { assess } from '../../lib/verdict/assess.ts';
import type { Verdict } from '../../lib/verdict/verdict.ts';
import type { OpenBrowser } from '../browser/browser-options.ts';
import { isObserving } from '../browser/observers.ts';
import { recordOf } from '../browser/extension-records.ts';
import { settle } from '../browser/settle.ts';
import type { Moment } from '../browser/settle.ts';

/** A verdict counts after this time without a change: more than twice the observer's pause between two reports. ms */
const QUIET = 1000;
/** The same for a deep check: reports of workers and late requests arrive separately. */
const DEEP_QUIET = 1500;
/** The factor for pages whose observers never rest because the page changes without end. */
const RESTLESS = 4;

/** What the driver saw of the page. It decides how long to wait for the extension. */
export interface Expected {
  /** A web page was shown, or could not be loaded: the extension will report it, however slow the machine is. */
  readonly isCertain: boolean;
  /** A document was shown, so an observer may run in it: the browser's own viewers have none. */
  readonly hasDocument: boolean;
}

export interface Waiting {
  readonly open: OpenBrowser;
  readonly tabId: number;
  readonly expected: Expected;
  readonly deep: boolean;
  /** ms of performance.now(): the verdict does not count before the first time, and the wait ends at the second. */
  readonly from: number;
  readonly deadline: number;
  /** ms, the user's time limit. */
  readonly timeout: number;
  /** Adds what this program itself knows about the connection. */
  readonly complete: (record: PageRecord) => Promise<PageRecord>;
}

export interface Judged {
  readonly record: PageRecord;
  readonly verdict: Verdict;
}

export interface Settled {
  readonly judged: Judged | null;
  /** When the verdict last changed, ms of performance.now(). */
  readonly changedAt: number;
  readonly isQuiet: boolean;
}

/** Waits for a record, then until its verdict stays the same with no report pending, at most until the deadline. */
export async function waitForVerdict(waiting: Waiting): Promise<Settled> {
  const { open, tabId, expected, deep, from, deadline, timeout, complete } = waiting;
  const quiet = deep ? DEEP_QUIET : QUIET;
  const watched = {
    look: async (): Promise<Judged | null> => {
      const record = await recordOf(open, tabId);
      return record && judgeRecord(await complete(record));
    },
    summarize,
    isBusy: () => isObserving(open, tabId),
    quiet,
  };
  const isQuiet = ({ seen, pause, isSettled }: Moment<Judged | null>): boolean => {
    if (seen === null) return !expected.isCertain && pause >= timeout / 10;
    // The request comes first, the observer's report is slower.
    if (expected.hasDocument && isBare(seen.record) && pause < timeout / 3) return false;
    return isSettled || pause >= quiet * RESTLESS;
  };
  const last = await settle(watched, (moment) => {
    const now = performance.now();
    return now >= deadline || (now >= from && isQuiet(moment));
  });
  return { judged: last.seen, changedAt: last.changedAt, isQuiet: isQuiet(last) };
}

export function judgeRecord(record: PageRecord): Judged {
  return { record, verdict: assess(record) };
}

/** Only the request is known. */
function isBare({ observed, refusal, absence }: PageRecord): boolean {
  return !observed && refusal === null && absence === null;
}

/** What must stay the same. Not the whole record: a busy page may change facts that no verdict depends on. */
function summarize(judged: Judged | null): string {
  if (judged === null) return '';
  const { record, verdict } = judged;
  const findings = verdict.findings.map(({ id, count }) => [id, count]);
  const gaps = verdict.gaps.map(({ kind }) => kind);
  const { url, documentId, observed, mixed } = record;
  return JSON.stringify([url, documentId, observed, verdict.state, findings, gaps, mixed.length]);
}
