// Turns what happens in a tab into changes of its record: the single writer's only hand. Every method resolves when the change is stored. What
// requests, observers and failures change is in files of their own; what remains is said of the page that a tab shows.
import type { LookUp } from '../../../look-up/look-up.ts';
import { parseAddress } from '../../../address/address.ts';
import type { PageRecord } from '../../../record/record.ts';
import { LOOK_UPS } from './certificate-memory.ts';
import { PageReports } from './page-reports.ts';
import { PageNavigations } from './page-navigations.ts';
import { ShownPages } from './shown-pages.ts';
import type { RecordWriterPorts } from './shown-pages.ts';
import { UnobservedPages } from './unobserved-pages.ts';

/** What became of a change to the page that a tab shows; `on-its-way`: that page is about to be replaced by another. */
export type Amendment = 'amended' | 'not-concerned' | 'on-its-way';

export class RecordWriter {
  readonly #pages: ShownPages;
  readonly navigate: PageNavigations['navigate'];
  readonly connect: PageNavigations['connect'];
  readonly commit: PageNavigations['commit'];
  readonly report: PageReports['report'];
  readonly reportUnreadable: PageReports['reportUnreadable'];
  readonly fail: UnobservedPages['fail'];
  readonly settle: UnobservedPages['settle'];
  readonly showErrorPage: UnobservedPages['showErrorPage'];

  constructor(ports: RecordWriterPorts) {
    this.#pages = new ShownPages(ports);
    const ways = new PageNavigations(this.#pages);
    const reports = new PageReports(this.#pages);
    const unobserved = new UnobservedPages(this.#pages);
    this.navigate = (...args) => ways.navigate(...args);
    this.connect = (...args) => ways.connect(...args);
    this.commit = (...args) => ways.commit(...args);
    this.report = (...args) => reports.report(...args);
    this.reportUnreadable = (...args) => reports.reportUnreadable(...args);
    this.fail = (...args) => unobserved.fail(...args);
    this.settle = (...args) => unobserved.settle(...args);
    this.showErrorPage = (...args) => unobserved.showErrorPage(...args);
  }

  /** A person asked the public logs about the host of the page that a tab shows. Null: it shows a page of another host by now. */
  lookUp(tabId: number, lookUp: LookUp): Promise<PageRecord | null> {
    const { store } = this.#pages.ports;
    return store.change(async () => {
      const shown = await this.#pages.shown(tabId);
      if (shown === null || parseAddress(shown.page.url)?.hostname !== lookUp.host) return null;
      const { page, state } = shown;
      // One that is under way concerns this page alone: should it be closed, nobody would say how it ended.
      if (lookUp.state !== 'asking') await LOOK_UPS.put(store, state.private, lookUp.host, lookUp);
      const record = { ...page, lookUp };
      await this.#pages.show(record, state);
      return record;
    });
  }

  /** Something about the page that a tab shows came from outside of it. `change` gives null when it does not concern the page. */
  amend(tabId: number, change: (record: PageRecord) => PageRecord | null): Promise<Amendment> {
    const { store } = this.#pages.ports;
    return store.change(async () => {
      const shown = await this.#pages.shown(tabId);
      if (await this.#pages.isUnderWay(tabId, shown?.page ?? null)) return 'on-its-way';
      const next = shown && change(shown.page);
      if (!next) return 'not-concerned';
      await this.#pages.show(next, shown.state);
      return 'amended';
    });
  }

  /** The notice was shown for the document that the tab shows. False: it was before. */
  markNoticed(tabId: number, documentId: string): Promise<boolean> {
    const { store } = this.#pages.ports;
    return store.change(async () => {
      const shown = await this.#pages.shown(tabId);
      if (shown?.state.documentId !== documentId || shown.state.noticed === documentId) return false;
      await store.putPage(shown.page, { ...shown.state, noticed: documentId });
      return true;
    });
  }

  /** Paints again what a tab shows, e.g. after the language changed. */
  repaint(tabId: number): Promise<void> {
    const { store, onChange } = this.#pages.ports;
    return store.change(async () => {
      const shown = await this.#pages.shown(tabId);
      if (shown !== null) onChange(shown.page, shown.state);
    });
  }

  forget(tabId: number): Promise<void> {
    return this.#pages.ports.store.change(() => this.#pages.ports.store.forgetTab(tabId));
  }
}
