// The single writer of page records: each event in a tab becomes one change of the store, and each method resolves when the change is stored. The
// changes are in separate files by their source: requests, observers, failures.
import type { LookUp } from '../../../look-up/look-up.ts';
import { parseAddress } from '../../../address/address.ts';
import { putLookUp } from '../../../record/certificates.ts';
import type { PageRecord } from '../../../record/record.ts';
import type { ReportAnswer } from '../../../record/sightings/observer-report.ts';
import { rememberLookUp } from './certificate-memory.ts';
import { PageReports } from './page-reports.ts';
import { PageNavigations } from './page-navigations.ts';
import type { SessionStore } from './session-store.ts';
import type { SessionTransaction } from './session-transaction.ts';
import { ShownPages } from './shown-pages.ts';
import type { PagePorts } from './shown-pages.ts';
import { UnobservedPages } from './unobserved-pages.ts';

/** The result of a change to the page that a tab shows; `on-its-way`: that page is about to be replaced by another. */
export type Amendment = 'amended' | 'not-concerned' | 'on-its-way';

export interface RecordWriterPorts extends PagePorts {
  readonly store: SessionStore;
}

/** The arguments of a change without its transaction. */
type Args<Change> = Change extends (tx: SessionTransaction, ...args: infer Rest) => unknown ? Rest : never;

export class RecordWriter {
  readonly #store: SessionStore;
  readonly #pages: ShownPages;
  readonly #navigations: PageNavigations;
  readonly #reports: PageReports;
  readonly #unobserved: UnobservedPages;

  constructor({ store, ...ports }: RecordWriterPorts) {
    this.#store = store;
    this.#pages = new ShownPages(ports);
    this.#navigations = new PageNavigations(this.#pages);
    this.#reports = new PageReports(this.#pages);
    this.#unobserved = new UnobservedPages(this.#pages);
  }

  /** @see PageNavigations.navigate */
  navigate(...args: Args<PageNavigations['navigate']>): Promise<void> {
    return this.#store.change((tx) => this.#navigations.navigate(tx, ...args));
  }

  /** @see PageNavigations.connect */
  connect(...args: Args<PageNavigations['connect']>): Promise<void> {
    return this.#store.change((tx) => this.#navigations.connect(tx, ...args));
  }

  /** @see PageNavigations.commit */
  commit(...args: Args<PageNavigations['commit']>): Promise<void> {
    this.#navigations.noteCommit(...args);
    return this.#store.change((tx) => this.#navigations.commit(tx, ...args));
  }

  /** @see PageReports.report */
  report(...args: Args<PageReports['report']>): Promise<ReportAnswer> {
    return this.#store.change((tx) => this.#reports.report(tx, ...args));
  }

  /** @see PageReports.reportUnreadable */
  reportUnreadable(...args: Args<PageReports['reportUnreadable']>): Promise<ReportAnswer> {
    return this.#store.change((tx) => this.#reports.reportUnreadable(tx, ...args));
  }

  /** @see UnobservedPages.fail */
  fail(...args: Args<UnobservedPages['fail']>): Promise<void> {
    return this.#store.change((tx) => this.#unobserved.fail(tx, ...args));
  }

  /** @see UnobservedPages.settle */
  settle(...args: Args<UnobservedPages['settle']>): Promise<void> {
    return this.#store.change((tx) => this.#unobserved.settle(tx, ...args));
  }

  /** @see UnobservedPages.showErrorPage */
  showErrorPage(...args: Args<UnobservedPages['showErrorPage']>): Promise<void> {
    return this.#store.change((tx) => this.#unobserved.showErrorPage(tx, ...args));
  }

  /** A user looked up the host of the page that a tab shows. Null: it now shows a page of another host. */
  lookUp(tabId: number, lookUp: LookUp): Promise<PageRecord | null> {
    return this.#store.change(async (tx) => {
      const shown = await this.#pages.shown(tx, tabId);
      if (shown === null || parseAddress(shown.page.url)?.hostname !== lookUp.host) return null;
      const { page, state } = shown;
      // A running look-up belongs to this page only: if the page were closed, its end would not be stored.
      if (lookUp.state !== 'asking') await rememberLookUp(tx, state.private, lookUp);
      const record = putLookUp(page, lookUp);
      await this.#pages.show(tx, record, state);
      return record;
    });
  }

  /** Changes the page that a tab shows by a fact from outside of the page. `change` returns null when the fact does not concern it. */
  amend(tabId: number, change: (record: PageRecord) => PageRecord | null): Promise<Amendment> {
    return this.#store.change(async (tx) => {
      const shown = await this.#pages.shown(tx, tabId);
      if (await this.#pages.isUnderWay(tx, tabId, shown?.page ?? null)) return 'on-its-way';
      const next = shown && change(shown.page);
      if (!next) return 'not-concerned';
      await this.#pages.show(tx, next, shown.state);
      return 'amended';
    });
  }

  /** The notice was shown for the document that the tab shows. False: it had been shown before. */
  markNoticed(tabId: number, documentId: string): Promise<boolean> {
    return this.#store.change(async (tx) => {
      const shown = await this.#pages.shown(tx, tabId);
      if (shown?.state.documentId !== documentId || shown.state.noticed === documentId) return false;
      await tx.putPage(shown.page, { ...shown.state, noticed: documentId });
      return true;
    });
  }

  /** Repaints what a tab shows, e.g. after the language changed. */
  repaint(tabId: number): Promise<void> {
    return this.#store.change(async (tx) => {
      const shown = await this.#pages.shown(tx, tabId);
      if (shown !== null) this.#pages.ports.onChange(shown.page, shown.state);
    });
  }

  /** A tab was closed: removes everything about it. */
  forget(tabId: number): Promise<void> {
    return this.#store.change((tx) => tx.forgetTab(tabId));
  }
}
