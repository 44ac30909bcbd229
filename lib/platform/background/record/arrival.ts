// Joins a page with what is known besides its own reports: its navigation, the browser's report on its connection, and what session and device
// remember of its origin and host.
import { parseAddress } from '../../../address/address.ts';
import { deliveredReport, putDelivered } from '../../../record/certificates.ts';
import { isSameDocument } from '../../../record/navigation.ts';
import { UNOBSERVED } from '../../../record/record-changes.ts';
import type { PendingNavigation } from '../../../record/read-record.ts';
import type { Override, PageRecord } from '../../../record/record.ts';
import type { ObserverReport } from '../../../record/sightings/observer-report.ts';
import { recallCertificates, rememberConnection } from './certificate-memory.ts';
import { isKeyOfCheck } from './deep-check-state.ts';
import type { OriginMemory } from './origin-memory.ts';
import type { TabState } from './record-index.ts';
import type { SessionTransaction } from './session-transaction.ts';
import type { ReportSource } from '../../../record/sightings/received-report.ts';

const DAY = 24 * 3_600_000;

/** A document has arrived: finds its navigation, and what is remembered of its origin. */
export async function arrive(
  tx: SessionTransaction,
  errors: OriginMemory,
  record: PageRecord,
  source: ReportSource,
  before: TabState | null,
): Promise<PageRecord> {
  const pending = await takePending(tx, record, source);
  const joined = pending ? await attach(tx, errors, record, pending, source.private) : record;
  const arrived = await recallCertificates(tx, joined, source.private);
  if (deliveredReport(arrived) !== null || arrived.override !== null) return arrived;
  const origin = parseAddress(source.url)?.origin;
  const error = origin === undefined ? null : await errors.recall(tx, source.private, origin);
  if (error === null || origin === undefined) return arrived;
  const shown = before && (await tx.page(source.tabId, before.documentId));
  const wasRefusedHere = shown?.refusal != null && parseAddress(shown.url)?.origin === origin;
  if (!error.overridden && !wasRefusedHere) return arrived;
  await errors.remember(tx, source.private, origin, { ...error, overridden: true });
  const { kind, code, at } = error;
  return { ...arrived, override: { kind, code, source: 'earlier-refusal', refusedAt: at } };
}

/**
 * Returns the navigation that led to a document. A navigation that led to another document is not used again: a later page at the same address may
 * have come by one whose events were lost.
 */
async function takePending(
  tx: SessionTransaction,
  { documentId }: PageRecord,
  { tabId, url }: ReportSource,
): Promise<PendingNavigation | null> {
  const all = await tx.pending(tabId);
  const isFree = ({ takenBy }: PendingNavigation): boolean => takenBy === null || takenBy === documentId;
  const found = all.findLast((page) => isFree(page) && isSameDocument(page.navigation.url, url));
  if (found === undefined) return null;
  if (found.takenBy === null && documentId !== UNOBSERVED) {
    const taken = all.map((page) => (page === found ? { ...page, takenBy: documentId } : page));
    await tx.putPending(tabId, taken);
  }
  return found;
}

/** Joins a page with its navigation. The browser's report on the connection takes precedence over what was remembered of the origin. */
export async function attach(
  tx: SessionTransaction,
  errors: OriginMemory,
  record: PageRecord,
  pending: PendingNavigation,
  isPrivate: boolean,
): Promise<PageRecord> {
  const { navigation, certificate, override } = pending;
  const deepKey = navigation.headers?.deepKey ?? null;
  const deepChecked = deepKey !== null && (await isKeyOfCheck(tx, deepKey));
  if (certificate === null) return { ...record, navigation, deepChecked };
  const joined = { ...putDelivered(record, certificate), navigation, deepChecked };
  const origin = parseAddress(navigation.url)?.origin;
  if (origin === undefined) return { ...joined, override };
  await rememberConnection(tx, isPrivate, origin, certificate);
  const error = await errors.recall(tx, isPrivate, origin);
  if (override === null) {
    if (error !== null) await errors.remember(tx, isPrivate, origin, null);
    return { ...joined, override: null };
  }
  const { at } = certificate;
  if (error === null || error.at === at) {
    // For pages from the cache, for which the browser reports no connection.
    const { kind, code } = override;
    if (error === null) await errors.remember(tx, isPrivate, origin, { kind, code, at, overridden: true });
    return { ...joined, override };
  }
  // Once a day is enough to keep the stored error from expiring while it lasts.
  if (!error.overridden || at - error.at > DAY)
    await errors.remember(tx, isPrivate, origin, {
      ...error,
      at: at - error.at > DAY ? at : error.at,
      overridden: true,
    });
  // The refusal had a more exact code than the connection.
  const exact: Override = { kind: error.kind, code: error.code, source: 'browser', refusedAt: error.at };
  return { ...joined, override: exact };
}

/** Returns a document's address in the form of its request; the observer's address is only used if the browser confirms it. */
export function openedAs(report: Pick<ObserverReport, 'openedAs'>, { url }: ReportSource): string {
  const origin = parseAddress(url)?.origin;
  return origin !== undefined && parseAddress(report.openedAs)?.origin === origin ? report.openedAs : url;
}
