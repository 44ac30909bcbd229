// Turns what happens in a tab into changes of its record: the single writer's only hand. Every method resolves when the change is stored.
import type { LookUp } from '../look-up/look-up.ts';
import { parseAddress } from '../page/address.ts';
import { readCertificateError } from '../page/certificate-error.ts';
import { isOnItsWay, isSameDocument } from '../page/navigation.ts';
import { addReport, emptyRecord, UNOBSERVED } from '../page/record-changes.ts';
import type { Engine } from '../page/mixed-content.ts';
import type { PendingNavigation } from '../page/read-record.ts';
import type { ConnectionReport, Navigation, Override, PageRecord } from '../page/record.ts';
import type { ObserverReport } from '../page/report.ts';
import { CONNECTIONS, LOOK_UPS } from './certificate-memory.ts';
import { tabKey } from './keys.ts';
import { recallError, rememberError } from './origin-memory.ts';
import type { SessionStore, TabState } from './session-store.ts';

/** The failures that leave the page that was there: downloads, answers without content, a person who pressed stop. */
const STAYS = /ERR_ABORTED|Error code 2152398850|NS_BINDING_ABORTED/;
const MAX_CODE = 200;

export interface KeeperPorts {
  readonly store: SessionStore;
  /** ms since epoch. */
  readonly now: () => number;
  readonly isPrivateTab: (tabId: number) => Promise<boolean>;
  readonly engine: Engine;
  /** A tab shows something new: time to paint. */
  readonly onChange: (record: PageRecord, state: TabState) => void;
}

/** Where a report came from, as the browser says and not as the page says. */
export interface ReportSource {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
  readonly private: boolean;
}

/** What became of a change to the page that a tab shows; `on-its-way`: that page is about to be replaced by another. */
export type Amendment = 'amended' | 'not-concerned' | 'on-its-way';

export class RecordKeeper {
  readonly #ports: KeeperPorts;

  constructor(ports: KeeperPorts) {
    this.#ports = ports;
  }

  /** The request for a page has begun, was redirected or was answered: `change` gives the next state of its way. */
  navigate(
    tabId: number,
    requestId: string,
    change: (known: Navigation | null) => Navigation | null,
  ): Promise<void> {
    return this.#onPending(tabId, requestId, (known) => {
      const navigation = change(known?.navigation ?? null);
      return navigation === null ? null : { connection: null, override: null, ...known, navigation };
    });
  }

  /** The browser told about the connection of a page's request. */
  connect(
    tabId: number,
    requestId: string,
    connection: ConnectionReport,
    override: Override | null,
  ): Promise<void> {
    return this.#onPending(tabId, requestId, (known) => known && { ...known, connection, override });
  }

  /** An observer reported. False: the page that it belongs to is not there yet, so it should try again. */
  report(report: ObserverReport, source: ReportSource): Promise<boolean> {
    const { store, now, engine } = this.#ports;
    return store.change(async () => {
      const state = await store.tab(source.tabId);
      if (source.frameId !== 0) {
        const page = state && (await store.page(source.tabId, state.documentId));
        if (!page || !state || (!report.gone && (await this.#isOnItsWay(source.tabId, page)))) return false;
        await this.#show(addReport(page, report, source.frameId, source.url, engine), state);
        return true;
      }
      const known = await store.page(source.tabId, report.documentId);
      const base = known ?? emptyRecord(source.tabId, report.documentId, source.url, now());
      const arrived = known?.navigation
        ? base
        : await this.#arrive(base, { ...source, url: openedAs(report, source) }, state);
      await this.#show(addReport(arrived, report, 0, source.url, engine), {
        documentId: report.documentId,
        private: source.private,
        noticed: state?.noticed ?? null,
      });
      return true;
    });
  }

  /** A page's request failed. `error`: the browser's own words. */
  fail(tabId: number, url: string, error: string): Promise<void> {
    const { store, now, isPrivateTab } = this.#ports;
    return store.change(async () => {
      if (STAYS.test(error)) return;
      const certificate = readCertificateError(error);
      const at = now();
      const isPrivate = (await store.tab(tabId))?.private ?? (await isPrivateTab(tabId));
      const origin = parseAddress(url)?.origin;
      if (certificate !== null && origin !== undefined) {
        await rememberError(store, isPrivate, origin, { ...certificate, at, overridden: false });
      }
      const record: PageRecord = {
        ...emptyRecord(tabId, UNOBSERVED, url, at),
        navigation:
          (await store.pending(tabId)).findLast((page) => isSameDocument(page.navigation.url, url))
            ?.navigation ?? null,
        refusal: certificate && { ...certificate, at },
        absence: certificate ? null : { kind: 'not-loaded', code: error.slice(0, MAX_CODE) },
      };
      const known = await this.#recall(record, isPrivate);
      await this.#show(known, { documentId: UNOBSERVED, private: isPrivate, noticed: null });
    });
  }

  /** A person asked the public logs about the host of the page that a tab shows. Null: it shows a page of another host by now. */
  lookUp(tabId: number, lookUp: LookUp): Promise<PageRecord | null> {
    const { store } = this.#ports;
    return store.change(async () => {
      const state = await store.tab(tabId);
      const page = state && (await store.page(tabId, state.documentId));
      if (!state || !page || parseAddress(page.url)?.hostname !== lookUp.host) return null;
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
      const latest = (await store.pending(tabId)).at(-1)?.navigation;
      const isNewer =
        latest !== undefined &&
        latest.requestId !== shown?.navigation?.requestId &&
        isSameDocument(latest.url, url);
      const sameOrigin = shown && parseAddress(shown.url)?.origin === parseAddress(url)?.origin;
      // A single-page app changes its address without a request; its observer will say so.
      const isShown = shown && (isSameDocument(shown.url, url) || (sameOrigin && !isNewer));
      if (state && isShown && !wasTriedAgain(shown, latest)) return onChange(shown, state);
      const failed = await store.page(tabId, UNOBSERVED);
      if (failed && isSameDocument(failed.url, url) && !wasTriedAgain(failed, latest)) {
        return this.#show(failed, { documentId: UNOBSERVED, private: isPrivate, noticed: null });
      }
      const unobserved = emptyRecord(tabId, UNOBSERVED, url, now());
      const source = { tabId, frameId: 0, url, private: isPrivate };
      await this.#show(await this.#arrive(unobserved, source, state), {
        documentId: UNOBSERVED,
        private: isPrivate,
        noticed: null,
      });
    });
  }

  /** Something about the page that a tab shows came from outside of it. `change` gives null when it does not concern the page. */
  amend(tabId: number, change: (record: PageRecord) => PageRecord | null): Promise<Amendment> {
    const { store } = this.#ports;
    return store.change(async () => {
      const state = await store.tab(tabId);
      const page = state && (await store.page(tabId, state.documentId));
      if (await this.#isOnItsWay(tabId, page)) return 'on-its-way';
      const next = page && change(page);
      if (!state || !next) return 'not-concerned';
      await this.#show(next, state);
      return 'amended';
    });
  }

  /** The notice was shown for the document that the tab shows. False: it was before. */
  markNoticed(tabId: number, documentId: string): Promise<boolean> {
    const { store } = this.#ports;
    return store.change(async () => {
      const state = await store.tab(tabId);
      const page = state && (await store.page(tabId, state.documentId));
      if (!state || !page || state.documentId !== documentId || state.noticed === documentId) return false;
      await store.putPage(page, { ...state, noticed: documentId });
      return true;
    });
  }

  /** Paints again what a tab shows, e.g. after the language changed. */
  repaint(tabId: number): Promise<void> {
    const { store, onChange } = this.#ports;
    return store.change(async () => {
      const state = await store.tab(tabId);
      const page = state && (await store.page(tabId, state.documentId));
      if (state && page) onChange(page, state);
    });
  }

  forget(tabId: number): Promise<void> {
    return this.#ports.store.change(() => this.#ports.store.forgetTab(tabId));
  }

  async #isOnItsWay(tabId: number, shown: PageRecord | null): Promise<boolean> {
    const { store, now } = this.#ports;
    return isOnItsWay((await store.pending(tabId)).at(-1)?.navigation, shown, now());
  }

  async #show(record: PageRecord, state: TabState): Promise<void> {
    await this.#ports.store.putPage(record, state);
    this.#ports.onChange(record, state);
  }

  /** Changes a page on its way, and the page itself when its document is already there. */
  #onPending(
    tabId: number,
    requestId: string,
    change: (known: PendingNavigation | null) => PendingNavigation | null,
  ): Promise<void> {
    const { store } = this.#ports;
    return store.change(async () => {
      const all = await store.pending(tabId);
      const known = all.find((page) => page.navigation.requestId === requestId) ?? null;
      const next = change(known);
      if (next === null) return;
      const others = all.filter((page) => page !== known);
      await store.putPending(tabId, [...others, next]);
      const state = await store.tab(tabId);
      const shown = state && (await store.page(tabId, state.documentId));
      if (!state || !shown || shown.navigation?.requestId !== requestId) return;
      await this.#show(await this.#attach(shown, next, state.private), state);
    });
  }

  /** A document is there: finds the way it came and what its origin's past says of it. */
  async #arrive(record: PageRecord, source: ReportSource, before: TabState | null): Promise<PageRecord> {
    const { store } = this.#ports;
    const pending = (await store.pending(source.tabId)).findLast((page) =>
      isSameDocument(page.navigation.url, source.url),
    );
    const joined = pending ? await this.#attach(record, pending, source.private) : record;
    const arrived = await this.#recall(joined, source.private);
    if (arrived.connection !== null || arrived.override !== null) return arrived;
    const origin = parseAddress(source.url)?.origin;
    const error = origin === undefined ? null : await recallError(store, source.private, origin);
    if (error === null || origin === undefined) return arrived;
    const shown = before && (await store.page(source.tabId, before.documentId));
    const wasRefusedHere = shown?.refusal != null && parseAddress(shown.url)?.origin === origin;
    if (!error.overridden && !wasRefusedHere) return arrived;
    await rememberError(store, source.private, origin, { ...error, overridden: true });
    const { kind, code, at } = error;
    return { ...arrived, override: { kind, code, source: 'earlier-refusal', refusedAt: at } };
  }

  /** Adds what the session knows of the page's origin and host. */
  async #recall(record: PageRecord, isPrivate: boolean): Promise<PageRecord> {
    const { store } = this.#ports;
    const address = parseAddress(record.url);
    if (address === null || address.protocol !== 'https:') return record;
    const lookUp = await LOOK_UPS.get(store, isPrivate, address.hostname);
    const remembered =
      record.connection === null ? await CONNECTIONS.get(store, isPrivate, address.origin) : null;
    return { ...record, remembered, lookUp };
  }

  /** Joins a page with its way. What the browser says of the connection beats what was remembered of the origin. */
  async #attach(record: PageRecord, pending: PendingNavigation, isPrivate: boolean): Promise<PageRecord> {
    const { store } = this.#ports;
    const { navigation, connection, override } = pending;
    const deepChecked = navigation.headers?.deepChecked === true;
    if (connection === null) return { ...record, navigation, deepChecked };
    const joined = { ...record, navigation, deepChecked, remembered: null };
    const origin = parseAddress(navigation.url)?.origin;
    if (origin === undefined) return { ...joined, connection, override };
    // Asked first: a page is joined with its way several times, and writing costs more than reading.
    const known = await CONNECTIONS.get(store, isPrivate, origin);
    if (known?.at !== connection.at) await CONNECTIONS.put(store, isPrivate, origin, connection);
    const error = await recallError(store, isPrivate, origin);
    if (override === null) {
      if (error !== null) await rememberError(store, isPrivate, origin, null);
      return { ...joined, connection, override: null };
    }
    if (error === null) return { ...joined, connection, override };
    // The refusal named the error more exactly than the connection does.
    await rememberError(store, isPrivate, origin, { ...error, overridden: true });
    const exact: Override = { kind: error.kind, code: error.code, source: 'browser', refusedAt: error.at };
    return { ...joined, connection, override: exact };
  }
}

/** A document's address as its request bears it; of the observer's word only what the browser confirms is believed. */
function openedAs(report: ObserverReport, { url }: ReportSource): string {
  const origin = parseAddress(url)?.origin;
  return origin !== undefined && parseAddress(report.openedAs)?.origin === origin ? report.openedAs : url;
}

/**
 * Whether a page without an observer was asked for again after its record was made. By time and not by request: Firefox tells of a failed
 * page and of its request in either order.
 */
function wasTriedAgain(page: PageRecord, latest: Navigation | undefined): boolean {
  return page.documentId === UNOBSERVED && latest !== undefined && latest.startedAt > page.openedAt;
}
