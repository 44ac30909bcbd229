// The frames of a page in its record: the last report of each frame's observer, bounded.
import { keptAddress } from '../address/credentials.ts';
import type { FrameFacts, PageRecord } from './record.ts';
import { NO_FIELDS } from './sightings/observer-report.ts';
import type { ReceivedReport } from './sightings/received-report.ts';

type FrameReport = Pick<ReceivedReport, 'documentId' | 'turn' | 'gone'>;

/** The most frames that are stored per page; further ones are counted. */
export const MAX_FRAMES = 200;

/** Returns a page's main frame. */
export const MAIN_FRAME = '0';

/** Whether a report continues earlier ones of a frame's document that the record does not have, because they were lost with an earlier record. */
export function isMissing(
  { frames }: PageRecord,
  { documentId, turn, gone }: FrameReport,
  frameId: number,
): boolean {
  if (turn !== 'next' || gone || frames[frameId]?.documentId === documentId) return false;
  // Frames beyond the limit are never stored.
  return frames[frameId] !== undefined || Object.keys(frames).length < MAX_FRAMES;
}

/** The page's frames were asked to report again: frames that have not done so count as not scanned. `documents`: by frame id. */
export function expectFrames(record: PageRecord, documents: ReadonlyMap<string, string>): PageRecord {
  let next: PageRecord = { ...record, framesUnheard: false };
  for (const [frameId, documentId] of documents)
    if (frameId !== MAIN_FRAME && next.frames[frameId]?.documentId !== documentId)
      next = putFrame(next, Number(frameId), unheard(documentId, ''));
  return next;
}

/** A frame of which nothing is known. */
export function unheard(documentId: string, url: string): FrameFacts {
  return {
    documentId,
    url: keptAddress(url),
    secureContext: false,
    fields: NO_FIELDS,
    dropped: 0,
    base: null,
    scan: 'running',
    refused: 0,
  };
}

/** The ids of the page's frames that have reported, without its main frame. */
export function innerFrames({ frames }: PageRecord): readonly string[] {
  return Object.keys(frames).filter((frameId) => frameId !== MAIN_FRAME);
}

/** Removes frames that are no longer in the page, with their fields and scan state. Their requests have been made, so gaps in those remain. */
export function dropFrames(record: PageRecord, frameIds: readonly string[]): PageRecord {
  const frames = { ...record.frames };
  let { refused } = record;
  for (const frameId of frameIds) {
    refused += frames[frameId]?.refused ?? 0;
    delete frames[frameId];
  }
  return { ...record, frames, refused };
}

export function addFrame(
  record: PageRecord,
  report: ReceivedReport,
  frameId: number,
  url: string,
): PageRecord {
  const { documentId, secureContext, fields, dropped, scan } = report;
  const { sealsFrames } = report.metas;
  if (report.gone) {
    const left = dropFrames(record, [String(frameId)]);
    return { ...left, refused: left.refused + report.refused };
  }
  const known = record.frames[frameId];
  const refused = report.refused + (known?.documentId === documentId ? known.refused : 0);
  const base = report.base === null ? null : keptAddress(report.base);
  const facts: FrameFacts = {
    documentId,
    url,
    secureContext,
    fields,
    dropped,
    base,
    sealsFrames,
    scan,
    refused,
  };
  return putFrame(record, frameId, facts);
}

/** Stores a frame's facts in place of those of its earlier document. */
export function putFrame(record: PageRecord, frameId: number, facts: FrameFacts): PageRecord {
  const key = String(frameId);
  const known = record.frames[key];
  if (known === undefined && Object.keys(record.frames).length >= MAX_FRAMES) {
    const { framesDropped, refused } = record;
    return { ...record, framesDropped: framesDropped + 1, refused: refused + facts.refused };
  }
  // What was refused of an earlier document remains unknown.
  const left = known === undefined || known.documentId === facts.documentId ? 0 : known.refused;
  return { ...record, frames: { ...record.frames, [key]: facts }, refused: record.refused + left };
}
