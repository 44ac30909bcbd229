// Stores navigations, from the browser's events about requests for pages, until the page's document arrives, and joins them with its record.
import { isSameDocument, ledOver, missHops, startNavigation } from '../../../record/navigation.ts';
import type { PendingNavigation } from '../../../record/read-record.ts';
import type { PageRecord } from '../../../record/record.ts';
import { attach } from './arrival.ts';
import type { ReportedConnection } from './connection-adapter.ts';
import type { SessionTransaction } from './session-transaction.ts';
import { isFailed } from './shown-pages.ts';
import type { ShownPages } from './shown-pages.ts';
import type { Navigation } from '../../../record/navigation-record.ts';
import { absenceKind } from '../../../record/navigation-end.ts';

const NOTHING_REPORTED = { certificate: null, override: null } as const;

/** A main frame's request, as the browser reports it in all its events; `url`: its current address. */
export interface PageRequest {
  readonly tabId: number;
  readonly requestId: string;
  readonly url: string;
  /** It is for a page that is prefetched or prerendered besides the shown one. */
  readonly prerendered: boolean;
}

export class PageNavigations {
  readonly #pages: ShownPages;
  /** The last commit in each tab during the life of this background: it may be reported before the response is stored. */
  readonly #commits = new Map<number, { readonly url: string; readonly isRedirected: boolean }>();

  constructor(pages: ShownPages) {
    this.#pages = pages;
  }

  /**
   * A page's request was redirected or answered: `change` returns the next state of its navigation. `needsConnection`: the browser must have reported
   * the connection by now. Otherwise an event was lost, and the response counts as not seen.
   */
  navigate(
    tx: SessionTransaction,
    { tabId, requestId, prerendered }: Omit<PageRequest, 'url'>,
    change: (known: Navigation | null) => Navigation | null,
    needsConnection = false,
  ): Promise<void> {
    return this.#onPending(tx, tabId, requestId, (known) => {
      const next = change(known?.navigation ?? null);
      if (next === null) return null;
      const isLost = needsConnection && (known?.certificate ?? null) === null;
      const navigation = isLost ? { ...next, headers: null } : next;
      if (known === null) return { ...NOTHING_REPORTED, takenBy: null, prerendered, navigation };
      // The connection that was reported belongs to the address before the redirect.
      return known.navigation.url === navigation.url
        ? { ...known, navigation }
        : { ...known, ...NOTHING_REPORTED, navigation };
    });
  }

  /** The browser reported the connection of a page's request, before or after the response. */
  connect(
    tx: SessionTransaction,
    { tabId, requestId, url, prerendered }: PageRequest,
    reported: ReportedConnection,
  ): Promise<void> {
    return this.#onPending(tx, tabId, requestId, (known) => {
      if (known !== null && !isSameDocument(known.navigation.url, url)) return null;
      return {
        navigation: known?.navigation ?? startNavigation(requestId, url, reported.certificate.at),
        takenBy: known?.takenBy ?? null,
        prerendered,
        ...reported,
      };
    });
  }

  /** Notes what a tab shows from now on. Not in the queue of changes: a response that is stored before `commit` already needs it. */
  noteCommit(tabId: number, url: string, isRedirected: boolean): void {
    this.#commits.set(tabId, { url, isRedirected });
  }

  /** The browser shows a page, and reports whether it was redirected. */
  async commit(tx: SessionTransaction, tabId: number, url: string, isRedirected: boolean): Promise<void> {
    const pending = await tx.pending(tabId);
    const way = pending.findLast(({ navigation }) => isSameDocument(navigation.url, url))?.navigation;
    // Most pages need no write: the event arrives while they load.
    if (way === undefined || missHops(way, isRedirected) === way) return;
    await this.#onPending(
      tx,
      tabId,
      way.requestId,
      (known) => known && { ...known, navigation: missHops(known.navigation, isRedirected) },
    );
  }

  /** Whether a page may have been redirected without an event that was received. */
  #fearsRedirect(tabId: number, { url }: Navigation): boolean {
    const commit = this.#commits.get(tabId);
    return commit === undefined || !isSameDocument(commit.url, url) || commit.isRedirected;
  }

  /** Changes a navigation, and its page when the document has already arrived. */
  async #onPending(
    tx: SessionTransaction,
    tabId: number,
    requestId: string,
    change: (known: PendingNavigation | null) => PendingNavigation | null,
  ): Promise<void> {
    const { isFresh, errors } = this.#pages.ports;
    const shown = await this.#pages.shown(tx, tabId);
    // Firefox may report a failure before it has reported the whole navigation.
    const failed = shown !== null && isFailed(shown.page) ? shown.page.navigation : null;
    const isOver = failed?.requestId === requestId;
    const all = await tx.pending(tabId);
    const waiting = all.find((page) => page.navigation.requestId === requestId) ?? null;
    const known = isOver
      ? { ...NOTHING_REPORTED, takenBy: null, prerendered: false, navigation: failed }
      : waiting;
    const wanted = change(known);
    if (wanted === null) return;
    // A background that was just started may have been stopped while a redirect was reported.
    const isDoubtful = known === null && isFresh();
    const changed = isDoubtful
      ? {
          ...wanted,
          navigation: missHops(wanted.navigation, this.#fearsRedirect(tabId, wanted.navigation)),
        }
      : wanted;
    const isTaken =
      !changed.prerendered && shown !== null && isLateNavigationOf(changed.navigation, shown.page);
    const next = isTaken ? { ...changed, takenBy: shown.page.documentId } : changed;
    const isLate =
      !next.prerendered && shown !== null && failed === null && isNavigationOf(next.navigation, shown.page);
    if (!isOver && !isLate) await tx.putPending(tabId, [...all.filter((page) => page !== waiting), next]);
    if (shown === null || (shown.page.navigation?.requestId !== requestId && !isLate && !isTaken)) return;
    const joined = await attach(tx, errors, shown.page, next, shown.state.private);
    await this.#pages.show(tx, withAbsence(joined, isOver || isLate), shown.state);
  }
}

/** Whether a document that has reported belongs to this navigation: a background that was just started may receive the document's report first. */
function isLateNavigationOf({ url, startedAt }: Navigation, page: PageRecord): boolean {
  return (
    page.observed && page.navigation === null && isSameDocument(url, page.url) && startedAt <= page.openedAt
  );
}

/** Whether a page that could not be opened failed at the end of this navigation, which is only now reported. */
function isNavigationOf(navigation: Navigation, page: PageRecord): boolean {
  return isFailed(page) && navigation.startedAt < page.openedAt && ledOver(navigation, page.url);
}

/** Returns the page with the reason why it could not be opened, now that more of its navigation is known. */
function withAbsence(page: PageRecord, isMoreKnown: boolean): PageRecord {
  const { absence, navigation } = page;
  if (absence === null || !isMoreKnown) return page;
  return { ...page, absence: { ...absence, kind: absenceKind(absence.code, navigation) } };
}
