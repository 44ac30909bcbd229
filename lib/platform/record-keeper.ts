// Turns what happens in a tab into changes of its record: the single writer's only hand. Every method resolves when the change is stored.
import type { LookUp } from '../look-up/look-up.ts';
import { parseAddress } from '../page/address.ts';
import { readCertificateError, readClientCertificateError } from '../page/certificate-error.ts';
import {
  absenceKind,
  holdBack,
  isOnItsWay,
  isAtItsEnd,
  isSameDocument,
  isUnanswered,
  isUpgradeOf,
  ledOver,
  missHops,
  startNavigation,
  wasTriedAgain,
} from '../page/navigation.ts';
import { addReport, addUnreadable, emptyRecord, isMissing, UNOBSERVED } from '../page/record-changes.ts';
import type { Engine } from '../page/mixed-content.ts';
import type { PendingNavigation } from '../page/read-record.ts';
import type { Navigation, PageRecord } from '../page/record.ts';
import type { UnreadableReport } from '../page/read-report.ts';
import type { ReceivedReport, ReportAnswer, ReportSource } from '../page/report.ts';
import { arrive, attach, openedAs, recall } from './arrival.ts';
import { LOOK_UPS } from './certificate-memory.ts';
import type { ToldConnection } from './connection-source.ts';
import { tabKey } from './keys.ts';
import type { OriginMemory } from './origin-memory.ts';
import type { SessionStore, TabState } from './session-store.ts';

/** The failures that leave the page that was there: downloads, answers without content, a person who pressed stop. */
const STAYS = /ERR_ABORTED|Error code 2152398850|NS_BINDING_ABORTED/;
/** What Chromium shows to the person. */
const TOO_MANY_REDIRECTS = 'net::ERR_TOO_MANY_REDIRECTS';
const MAX_CODE = 200;
/** In place of a document's id that cannot be read. */
const UNKNOWN = 'unknown';
const NOTHING_TOLD = { connection: null, override: null } as const;
/** The code of a failure that was not seen. */
const ERROR_PAGE = 'error page';

/** A main frame's request, as the browser names it in all its events; `url`: where it stands. */
export interface PageRequest {
  readonly tabId: number;
  readonly requestId: string;
  readonly url: string;
  /** It is for a page that is prefetched or prerendered beside the one that is shown. */
  readonly prerendered: boolean;
}

export interface KeeperPorts {
  readonly store: SessionStore;
  /** Certificate errors by origin. */
  readonly errors: OriginMemory;
  /** ms since epoch. */
  readonly now: () => number;
  /** Whether the background was started so recently that the requests of pages on their way may have begun before. */
  readonly isFresh: () => boolean;
  readonly isPrivateTab: (tabId: number) => Promise<boolean>;
  readonly engine: Engine;
  /** A tab shows something new: time to paint. */
  readonly onChange: (record: PageRecord, state: TabState) => void;
  /** What frames of the page in a tab had reported is lost: time to ask them again. */
  readonly onLost: (tabId: number) => void;
}

/** What became of a change to the page that a tab shows; `on-its-way`: that page is about to be replaced by another. */
export type Amendment = 'amended' | 'not-concerned' | 'on-its-way';

export class RecordKeeper {
  readonly #ports: KeeperPorts;
  /** Pages whose observers were asked for what was lost. */
  readonly #missed = new Set<string>();

  constructor(ports: KeeperPorts) {
    this.#ports = ports;
  }

  /** A page's request was redirected or answered: `change` gives the next state of its way. */
  navigate(
    { tabId, requestId, prerendered }: Omit<PageRequest, 'url'>,
    change: (known: Navigation | null) => Navigation | null,
  ): Promise<void> {
    return this.#onPending(tabId, requestId, (known) => {
      const navigation = change(known?.navigation ?? null);
      if (navigation === null) return null;
      if (known === null) return { ...NOTHING_TOLD, takenBy: null, prerendered, navigation };
      // What was told is of the address that has just led elsewhere.
      return known.navigation.url === navigation.url
        ? { ...known, navigation }
        : { ...known, ...NOTHING_TOLD, navigation };
    });
  }

  /** The browser told about the connection of a page's request; it may do so before or after it tells of the answer. */
  connect({ tabId, requestId, url, prerendered }: PageRequest, told: ToldConnection): Promise<void> {
    return this.#onPending(tabId, requestId, (known) => {
      if (known !== null && !isSameDocument(known.navigation.url, url)) return null;
      return {
        navigation: known?.navigation ?? startNavigation(requestId, url, told.connection.at),
        takenBy: known?.takenBy ?? null,
        prerendered,
        ...told,
      };
    });
  }

  /** The browser shows a page, and says whether it was redirected there. */
  async commit(tabId: number, url: string, isRedirected: boolean): Promise<void> {
    const { store } = this.#ports;
    const pending = await store.change(() => store.pending(tabId));
    const way = pending.findLast(({ navigation }) => isSameDocument(navigation.url, url))?.navigation;
    // Nothing is written for most pages: it comes while they load.
    if (way === undefined || missHops(way, isRedirected) === way) return;
    await this.#onPending(
      tabId,
      way.requestId,
      (known) => known && { ...known, navigation: missHops(known.navigation, isRedirected) },
    );
  }

  /** An observer reported. False: the page that it belongs to is not there yet, or there is no room, so it should try again. */
  report(report: ReceivedReport, source: ReportSource): Promise<ReportAnswer> {
    const { engine } = this.#ports;
    return this.#receive(report, source, (record) =>
      addReport(record, report, source.frameId, source.url, engine),
    );
  }

  /** A report came that cannot be read. False: as above. Once noted it need not be sent again: it would be as unreadable. */
  async reportUnreadable({ documentId }: UnreadableReport, source: ReportSource): Promise<ReportAnswer> {
    const id = documentId ?? (source.frameId === 0 ? await this.#shownDocument(source.tabId) : UNKNOWN);
    // Of a page that nothing is known of: it stays one that was not checked.
    if (id === null) return true;
    const report = { documentId: id, turn: 'first', openedAs: source.url, gone: false } as const;
    return this.#receive(report, source, (record) => addUnreadable(record, id, source.frameId, source.url));
  }

  /** A page's request failed. `error`: the browser's own words. */
  fail(tabId: number, url: string, error: string): Promise<void> {
    const { store, errors, now, isPrivateTab } = this.#ports;
    return store.change(async () => {
      const pending = await store.pending(tabId);
      const failed = pending.findLast(
        (page) => isUnanswered(page.navigation) && ledOver(page.navigation, url),
      );
      const navigation = failed === undefined ? null : { ...failed.navigation, status: null, headers: null };
      const isAborted = STAYS.test(error);
      // Chromium says of too many redirects that they were aborted.
      if (isAborted && !(navigation !== null && isAtItsEnd(navigation))) return;
      // The next request for the same address has a way of its own.
      if (failed !== undefined)
        await store.putPending(
          tabId,
          pending.filter((page) => page !== failed),
        );
      const certificate = readCertificateError(error);
      const at = now();
      const isPrivate = (await store.tab(tabId))?.private ?? (await isPrivateTab(tabId));
      const origin = parseAddress(url)?.origin;
      if (certificate !== null && origin !== undefined) {
        await errors.remember(isPrivate, origin, { ...certificate, at, overridden: false });
      }
      const record: PageRecord = {
        ...emptyRecord(tabId, UNOBSERVED, url, at),
        navigation,
        refusal: certificate && { ...certificate, at },
        absence: certificate
          ? null
          : {
              kind: absenceKind(error, navigation),
              code: isAborted
                ? TOO_MANY_REDIRECTS
                : (readClientCertificateError(error) ?? error.slice(0, MAX_CODE)),
            },
      };
      const known = await recall(store, record, isPrivate);
      await this.#show(known, { documentId: UNOBSERVED, private: isPrivate, noticed: null });
    });
  }

  /** A person asked the public logs about the host of the page that a tab shows. Null: it shows a page of another host by now. */
  lookUp(tabId: number, lookUp: LookUp): Promise<PageRecord | null> {
    const { store } = this.#ports;
    return store.change(async () => {
      const shown = await this.#shown(tabId);
      if (shown === null || parseAddress(shown.page.url)?.hostname !== lookUp.host) return null;
      const { page, state } = shown;
      // One that is under way concerns this page alone: should it be closed, nobody would say how it ended.
      if (lookUp.state !== 'asking') await LOOK_UPS.put(store, state.private, lookUp.host, lookUp);
      const record = { ...page, lookUp };
      await this.#show(record, state);
      return record;
    });
  }

  /** A tab has finished loading. Where no observer runs, its address is all there is; elsewhere this only paints again. */
  settle(tabId: number, url: string | null, isPrivate: boolean): Promise<void> {
    const { store, now, onChange } = this.#ports;
    return store.change(async () => {
      // Only what the tab shows: Firefox settles on the page before while an error page is on its way.
      if (url === null || !/^https?:/.test(url)) return store.remove([tabKey(tabId)]);
      const state = await store.tab(tabId);
      const shown = state && (await store.page(tabId, state.documentId));
      const latest = (await store.pending(tabId)).findLast(({ prerendered }) => !prerendered)?.navigation;
      const isNewer =
        latest !== undefined &&
        latest.requestId !== shown?.navigation?.requestId &&
        isSameDocument(latest.url, url);
      const sameOrigin = shown && parseAddress(shown.url)?.origin === parseAddress(url)?.origin;
      // A single-page app changes its address without a request; its observer will say so.
      const isShown = shown && (isSameDocument(shown.url, url) || (sameOrigin && !isNewer));
      if (state && isShown && !wasTriedAgain(shown, latest)) return onChange(shown, state);
      const failed = await store.page(tabId, UNOBSERVED);
      if (failed && !wasTriedAgain(failed, latest)) {
        const isHeldBack = isFailed(failed) && isUpgradeOf(failed.url, url);
        const known = isHeldBack ? holdBack(failed, url) : isSameDocument(failed.url, url) ? failed : null;
        const shownAs = { documentId: UNOBSERVED, private: isPrivate, noticed: null };
        if (known !== null) {
          await this.#show(known, shownAs);
          return;
        }
      }
      const unobserved = emptyRecord(tabId, UNOBSERVED, url, now());
      const source = { tabId, frameId: 0, url, private: isPrivate };
      await this.#show(await arrive(this.#ports, unobserved, source, state), {
        documentId: UNOBSERVED,
        private: isPrivate,
        noticed: null,
      });
    });
  }

  /**
   * A tab shows an error page whose failure was not seen in this session, e.g. because the extension was updated since: what is remembered of its
   * origin says why. `maybe`: it is one only if something is remembered.
   */
  showErrorPage(tabId: number, url: string, isPrivate: boolean, isErrorPage: true | 'maybe'): Promise<void> {
    const { store, errors, now } = this.#ports;
    return store.change(async () => {
      const shown = await this.#shown(tabId);
      const isKnown = shown !== null && (shown.page.refusal ?? shown.page.absence) !== null;
      if (isKnown && isSameDocument(shown.page.url, url)) return;
      const origin = parseAddress(url)?.origin;
      const error = origin === undefined ? null : await errors.recall(isPrivate, origin);
      if (error === null && isErrorPage === 'maybe') return;
      const record: PageRecord = {
        ...emptyRecord(tabId, UNOBSERVED, url, now()),
        refusal: error && { kind: error.kind, code: error.code, at: error.at },
        absence: error ? null : { kind: 'not-loaded', code: ERROR_PAGE },
      };
      await this.#show(record, { documentId: UNOBSERVED, private: isPrivate, noticed: null });
    });
  }

  /** Something about the page that a tab shows came from outside of it. `change` gives null when it does not concern the page. */
  amend(tabId: number, change: (record: PageRecord) => PageRecord | null): Promise<Amendment> {
    const { store } = this.#ports;
    return store.change(async () => {
      const shown = await this.#shown(tabId);
      if (await this.#isOnItsWay(tabId, shown?.page ?? null)) return 'on-its-way';
      const next = shown && change(shown.page);
      if (!next) return 'not-concerned';
      await this.#show(next, shown.state);
      return 'amended';
    });
  }

  /** The notice was shown for the document that the tab shows. False: it was before. */
  markNoticed(tabId: number, documentId: string): Promise<boolean> {
    const { store } = this.#ports;
    return store.change(async () => {
      const shown = await this.#shown(tabId);
      if (shown?.state.documentId !== documentId || shown.state.noticed === documentId) return false;
      await store.putPage(shown.page, { ...shown.state, noticed: documentId });
      return true;
    });
  }

  /** Paints again what a tab shows, e.g. after the language changed. */
  repaint(tabId: number): Promise<void> {
    const { store, onChange } = this.#ports;
    return store.change(async () => {
      const shown = await this.#shown(tabId);
      if (shown !== null) onChange(shown.page, shown.state);
    });
  }

  forget(tabId: number): Promise<void> {
    return this.#ports.store.change(() => this.#ports.store.forgetTab(tabId));
  }

  /** Changes the page that a report belongs to. */
  #receive(
    report: Pick<ReceivedReport, 'documentId' | 'turn' | 'openedAs' | 'gone'>,
    source: ReportSource,
    change: (record: PageRecord) => PageRecord,
  ): Promise<ReportAnswer> {
    return this.#ports.store.change(() =>
      source.frameId === 0
        ? this.#receiveOfPage(report, source, change)
        : this.#receiveOfFrame(report, source, change),
    );
  }

  async #receiveOfFrame(
    report: Pick<ReceivedReport, 'documentId' | 'turn' | 'gone'>,
    { tabId, frameId }: ReportSource,
    change: (record: PageRecord) => PageRecord,
  ): Promise<ReportAnswer> {
    const shown = await this.#shown(tabId);
    // The record of a page that has not reported is about to be replaced.
    if (shown === null || shown.state.documentId === UNOBSERVED) return false;
    if (!report.gone && (await this.#isOnItsWay(tabId, shown.page))) return false;
    if (isMissing(shown.page, report, frameId)) return 'unknown';
    return this.#show(change(shown.page), shown.state);
  }

  async #receiveOfPage(
    report: Pick<ReceivedReport, 'documentId' | 'turn' | 'openedAs'>,
    source: ReportSource,
    change: (record: PageRecord) => PageRecord,
  ): Promise<ReportAnswer> {
    const { store, now, onLost } = this.#ports;
    const { tabId, url } = source;
    const state = await store.tab(tabId);
    const known = await store.page(tabId, report.documentId);
    if (known === null && report.turn === 'next') return 'unknown';
    const isReborn = known === null && report.turn === 'again';
    const base = known ?? {
      ...emptyRecord(tabId, report.documentId, url, now()),
      framesUnheard: isReborn,
    };
    const arrived = known?.navigation
      ? base
      : await arrive(this.#ports, base, { ...source, url: openedAs(report, source) }, state);
    const isStored = await this.#show(change(arrived), {
      documentId: report.documentId,
      private: source.private,
      noticed: state?.noticed ?? null,
    });
    if (isReborn && isStored) onLost(tabId);
    return isStored;
  }

  async #shownDocument(tabId: number): Promise<string | null> {
    const { store } = this.#ports;
    return (await store.change(() => store.tab(tabId)))?.documentId ?? null;
  }

  /** The page that a tab shows; null when there is none. */
  async #shown(tabId: number): Promise<{ readonly page: PageRecord; readonly state: TabState } | null> {
    const { store } = this.#ports;
    const state = await store.tab(tabId);
    const page = state && (await store.page(tabId, state.documentId));
    if (state && page === null) this.#miss(tabId, state.documentId);
    return state && page && { page, state };
  }

  /** The record of a page that a tab shows is gone or cannot be read. Its observers are there: they are asked, once. */
  #miss(tabId: number, documentId: string): void {
    const page = `${tabId} ${documentId}`;
    if (documentId === UNOBSERVED || this.#missed.has(page)) return;
    this.#missed.add(page);
    this.#ports.onLost(tabId);
  }

  async #isOnItsWay(tabId: number, shown: PageRecord | null): Promise<boolean> {
    const { store, now } = this.#ports;
    const latest = (await store.pending(tabId)).findLast(({ prerendered }) => !prerendered);
    // One that has led to a document is not on its way any more, even if the tab shows another document since.
    return latest?.takenBy == null && isOnItsWay(latest?.navigation, shown, now());
  }

  /** Stores and paints what a tab shows. False: there is no room at all, so nothing is known of the page any more. */
  async #show(record: PageRecord, state: TabState): Promise<boolean> {
    const { store, onChange } = this.#ports;
    try {
      onChange(await store.putPage(record, state), state);
      return true;
    } catch {
      // What was stored before is less than what is known: it may not stand for the page.
      await store.forgetPage(record.tabId, record.documentId);
      const { tabId, documentId, url, openedAt } = record;
      onChange(emptyRecord(tabId, documentId, url, openedAt), state);
      return false;
    }
  }

  /** Changes a page on its way, and the page itself when its document is already there. */
  #onPending(
    tabId: number,
    requestId: string,
    change: (known: PendingNavigation | null) => PendingNavigation | null,
  ): Promise<void> {
    const { store, isFresh } = this.#ports;
    return store.change(async () => {
      const shown = await this.#shown(tabId);
      // Firefox may tell of a failure before it has told all of the way there.
      const failed = shown !== null && isFailed(shown.page) ? shown.page.navigation : null;
      const isOver = failed?.requestId === requestId;
      const all = await store.pending(tabId);
      const waiting = all.find((page) => page.navigation.requestId === requestId) ?? null;
      const known = isOver
        ? { ...NOTHING_TOLD, takenBy: null, prerendered: false, navigation: failed }
        : waiting;
      const wanted = change(known);
      if (wanted === null) return;
      // Who was just started may have been stopped before, while a redirect was told.
      const isDoubtful = known === null && isFresh();
      const changed = isDoubtful ? { ...wanted, navigation: missHops(wanted.navigation, true) } : wanted;
      const isTaken = !changed.prerendered && shown !== null && isLateWayOf(changed.navigation, shown.page);
      const next = isTaken ? { ...changed, takenBy: shown.page.documentId } : changed;
      const isLate =
        !next.prerendered && shown !== null && failed === null && isWayOf(next.navigation, shown.page);
      if (!isOver && !isLate)
        await store.putPending(tabId, [...all.filter((page) => page !== waiting), next]);
      if (shown === null || (shown.page.navigation?.requestId !== requestId && !isLate && !isTaken)) return;
      const joined = await attach(this.#ports, shown.page, next, shown.state.private);
      await this.#show(withAbsence(joined, isOver || isLate), shown.state);
    });
  }
}

/** Whether a document that has reported came by this way: a background that was just started may hear of the document first. */
function isLateWayOf({ url, startedAt }: Navigation, page: PageRecord): boolean {
  return (
    page.observed && page.navigation === null && isSameDocument(url, page.url) && startedAt <= page.openedAt
  );
}

/** Whether a page that could not be opened failed at the end of this way, which is told only now. */
function isWayOf(navigation: Navigation, page: PageRecord): boolean {
  return isFailed(page) && navigation.startedAt < page.openedAt && ledOver(navigation, page.url);
}

/** Why the page could not be opened, when more of the way to it is known now. */
function withAbsence(page: PageRecord, isMoreKnown: boolean): PageRecord {
  const { absence, navigation } = page;
  if (absence === null || !isMoreKnown) return page;
  return { ...page, absence: { ...absence, kind: absenceKind(absence.code, navigation) } };
}

/** Whether the browser told that the page could not be opened. */
function isFailed({ refusal, absence }: PageRecord): boolean {
  return refusal !== null || absence !== null;
}
