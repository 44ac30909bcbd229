// Receives the observers' reports: passes each to the writer, and then runs what depends on a stored report.
import type { ReportAnswer } from '../../record/sightings/observer-report.ts';
import type { UnreadableReport } from '../../record/sightings/read-report.ts';
import type { ReceivedReport, ReportSource } from '../../record/sightings/received-report.ts';
import type { RecordWriter } from './record/record-writer.ts';

export interface ReportServicePorts {
  readonly writer: Pick<RecordWriter, 'report' | 'reportUnreadable'>;
  /** Whether the browser allows access to the page at an address. */
  readonly isAllowed: (url: string) => Promise<boolean>;
  /** A report was stored: sightings may wait for its page. */
  readonly onStored: () => Promise<void>;
  /** A report of the page in a tab was stored: now it can be checked whether a service worker responded for it. */
  readonly onPageStored: (tabId: number) => Promise<void>;
  readonly complain: (error: unknown) => void;
}

/** Answers a report: true when it is stored, false when it should be sent again, `unknown` when everything must be sent again. */
export async function takeReport(
  { writer, isAllowed, onStored, onPageStored, complain }: ReportServicePorts,
  report: ReceivedReport | UnreadableReport,
  source: ReportSource,
): Promise<ReportAnswer> {
  if (report.type === 'unreadable') return writer.reportUnreadable(report, source);
  // From a page of the back/forward cache after access was withdrawn. It will report again if access returns.
  if (source.frameId === 0 && !(await isAllowed(source.url))) return false;
  const answer = await writer.report(report, source);
  if (answer !== true) return answer;
  onStored().catch(complain);
  // Before the answer: if the background is stopped in between, the observer reports again.
  if (source.frameId === 0) await onPageStored(source.tabId).catch(complain);
  return true;
}
