// What observers report, added to the page that it belongs to.
import {
  addReport,
  addUnreadable,
  emptyRecord,
  isMissing,
  UNOBSERVED,
} from '../../../record/record-changes.ts';
import type { UnreadableReport } from '../../../record/sightings/read-report.ts';
import type { PageRecord } from '../../../record/record.ts';
import type { ReportAnswer } from '../../../record/sightings/observer-report.ts';
import { arrive, openedAs } from './arrival.ts';
import type { ShownPages } from './shown-pages.ts';
import type { ReceivedReport, ReportSource } from '../../../record/sightings/received-report.ts';

/** In place of a document's id that cannot be read. */
const UNKNOWN = 'unknown';

export class PageReports {
  readonly #pages: ShownPages;

  constructor(pages: ShownPages) {
    this.#pages = pages;
  }

  /** An observer reported. False: the page that it belongs to is not there yet, or there is no room, so it should try again. */
  report(report: ReceivedReport, source: ReportSource): Promise<ReportAnswer> {
    const { engine } = this.#pages.ports;
    return this.#receive(report, source, (record) =>
      addReport(record, report, source.frameId, source.url, engine),
    );
  }

  /** A report came that cannot be read. False: as above. Once noted it need not be sent again: it would be as unreadable. */
  async reportUnreadable({ documentId }: UnreadableReport, source: ReportSource): Promise<ReportAnswer> {
    const id = documentId ?? (source.frameId === 0 ? await this.#pages.shownDocument(source.tabId) : UNKNOWN);
    // Of a page that nothing is known of: it stays one that was not checked.
    if (id === null) return true;
    const report = { documentId: id, turn: 'first', openedAs: source.url, gone: false } as const;
    return this.#receive(report, source, (record) => addUnreadable(record, id, source.frameId, source.url));
  }

  /** Changes the page that a report belongs to. */
  #receive(
    report: Pick<ReceivedReport, 'documentId' | 'turn' | 'openedAs' | 'gone'>,
    source: ReportSource,
    change: (record: PageRecord) => PageRecord,
  ): Promise<ReportAnswer> {
    return this.#pages.ports.store.change(() =>
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
    const shown = await this.#pages.shown(tabId);
    // The record of a page that has not reported is about to be replaced.
    if (shown === null || shown.state.documentId === UNOBSERVED) return false;
    if (!report.gone && (await this.#pages.isUnderWay(tabId, shown.page))) return false;
    if (isMissing(shown.page, report, frameId)) return 'unknown';
    return this.#pages.show(change(shown.page), shown.state);
  }

  async #receiveOfPage(
    report: Pick<ReceivedReport, 'documentId' | 'turn' | 'openedAs'>,
    source: ReportSource,
    change: (record: PageRecord) => PageRecord,
  ): Promise<ReportAnswer> {
    const { store, now, onLost } = this.#pages.ports;
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
      : await arrive(this.#pages.ports, base, { ...source, url: openedAs(report, source) }, state);
    const isStored = await this.#pages.show(change(arrived), {
      documentId: report.documentId,
      private: source.private,
      noticed: state?.noticed ?? null,
    });
    if (isReborn && isStored) onLost(tabId);
    return isStored;
  }
}
