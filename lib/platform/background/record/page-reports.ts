// Adds observers' reports to the page to which they belong.
import { addReport, addUnreadable, emptyRecord, UNOBSERVED } from '../../../record/record-changes.ts';
import type { UnreadableReport } from '../../../record/sightings/read-report.ts';
import type { PageRecord } from '../../../record/record.ts';
import type { ReportAnswer } from '../../../record/sightings/observer-report.ts';
import { arrive, openedAs } from './arrival.ts';
import type { SessionTransaction } from './session-transaction.ts';
import type { ShownPages } from './shown-pages.ts';
import type { ReceivedReport, ReportSource } from '../../../record/sightings/received-report.ts';
import { isMissing } from '../../../record/frame-changes.ts';

/** Replaces a document's id that cannot be read. */
const UNKNOWN = 'unknown';

export class PageReports {
  readonly #pages: ShownPages;

  constructor(pages: ShownPages) {
    this.#pages = pages;
  }

  /** Adds an observer's report. False: its page has not arrived, or there is no room, so the observer should try again. */
  report(tx: SessionTransaction, report: ReceivedReport, source: ReportSource): Promise<ReportAnswer> {
    const { engine } = this.#pages.ports;
    return this.#receive(tx, report, source, (record) =>
      addReport(record, report, source.frameId, source.url, engine),
    );
  }

  /** Notes a report that cannot be read. False: as above. Once noted, it need not be sent again: it would still be unreadable. */
  async reportUnreadable(
    tx: SessionTransaction,
    { documentId }: UnreadableReport,
    source: ReportSource,
  ): Promise<ReportAnswer> {
    const shown = async (): Promise<string | null> => (await tx.tab(source.tabId))?.documentId ?? null;
    const id = documentId ?? (source.frameId === 0 ? await shown() : UNKNOWN);
    // The page has no record: it remains one that was not checked.
    if (id === null) return true;
    const report = { documentId: id, turn: 'first', openedAs: source.url, gone: false } as const;
    return this.#receive(tx, report, source, (record) =>
      addUnreadable(record, id, source.frameId, source.url),
    );
  }

  /** Changes the page to which a report belongs. */
  #receive(
    tx: SessionTransaction,
    report: Pick<ReceivedReport, 'documentId' | 'turn' | 'openedAs' | 'gone'>,
    source: ReportSource,
    change: (record: PageRecord) => PageRecord,
  ): Promise<ReportAnswer> {
    return source.frameId === 0
      ? this.#receiveOfPage(tx, report, source, change)
      : this.#receiveOfFrame(tx, report, source, change);
  }

  async #receiveOfFrame(
    tx: SessionTransaction,
    report: Pick<ReceivedReport, 'documentId' | 'turn' | 'gone'>,
    { tabId, frameId }: ReportSource,
    change: (record: PageRecord) => PageRecord,
  ): Promise<ReportAnswer> {
    const shown = await this.#pages.shown(tx, tabId);
    // The record of a page that has not reported is about to be replaced.
    if (shown === null || shown.state.documentId === UNOBSERVED) return false;
    if (!report.gone && (await this.#pages.isUnderWay(tx, tabId, shown.page))) return false;
    if (isMissing(shown.page, report, frameId)) return 'unknown';
    return this.#pages.show(tx, change(shown.page), shown.state);
  }

  async #receiveOfPage(
    tx: SessionTransaction,
    report: Pick<ReceivedReport, 'documentId' | 'turn' | 'openedAs'>,
    source: ReportSource,
    change: (record: PageRecord) => PageRecord,
  ): Promise<ReportAnswer> {
    const { errors, now, onLost } = this.#pages.ports;
    const { tabId, url } = source;
    const state = await tx.tab(tabId);
    const known = await tx.page(tabId, report.documentId);
    if (known === null && report.turn === 'next') return 'unknown';
    const isReborn = known === null && report.turn === 'again';
    const base = known ?? {
      ...emptyRecord(tabId, report.documentId, url, now()),
      framesUnheard: isReborn,
    };
    const arrived = known?.navigation
      ? base
      : await arrive(tx, errors, base, { ...source, url: openedAs(report, source) }, state);
    const isStored = await this.#pages.show(tx, change(arrived), {
      documentId: report.documentId,
      private: source.private,
      noticed: state?.noticed ?? null,
    });
    if (isReborn && isStored) onLost(tabId);
    return isStored;
  }
}
