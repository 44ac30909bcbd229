// The frames of a page in its record: what each one's observer reported last, bounded.
import { keptAddress } from '../address/credentials.ts';
import type { FrameFacts, PageRecord } from './record.ts';
import { NO_FIELDS } from './sightings/observer-report.ts';
import type { ReceivedReport } from './sightings/received-report.ts';

type FrameReport = Pick<ReceivedReport, 'documentId' | 'turn' | 'gone'>;

/** Frames kept per page; the rest is counted. */
export const MAX_FRAMES = 200;

/** A page's main frame among its frames. */
export const MAIN_FRAME = '0';

/** Whether a report follows earlier ones of a frame's document that the record does not have: they were lost with an earlier record. */
export function isMissing(
  { frames }: PageRecord,
  { documentId, turn, gone }: FrameReport,
  frameId: number,
): boolean {
  if (turn !== 'next' || gone || frames[frameId]?.documentId === documentId) return false;
  // One of too many frames is never kept.
  return frames[frameId] !== undefined || Object.keys(frames).length < MAX_FRAMES;
}

/** The frames of a page were asked to report again: those that have not yet are not scanned. `documents`: by the frame's number. */
export function expectFrames(record: PageRecord, documents: ReadonlyMap<string, string>): PageRecord {
  let next: PageRecord = { ...record, framesUnheard: false };
  for (const [frameId, documentId] of documents)
    if (frameId !== MAIN_FRAME && next.frames[frameId]?.documentId !== documentId)
      next = putFrame(next, Number(frameId), unheard(documentId, ''));
  return next;
}

/** A frame that nothing is known of. */
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

/** The numbers of the frames in a page that have reported, without its main frame. */
export function innerFrames({ frames }: PageRecord): readonly string[] {
  return Object.keys(frames).filter((frameId) => frameId !== MAIN_FRAME);
}

/**
 * Takes frames out of a page that are no longer in it. What they show, and how far they were scanned, goes with them; what they requested has
 * happened, so what is missing of that stays missing.
 */
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

/** Puts a frame's facts in the place of those of its document before, if there was one. */
export function putFrame(record: PageRecord, frameId: number, facts: FrameFacts): PageRecord {
  const key = String(frameId);
  const known = record.frames[key];
  if (known === undefined && Object.keys(record.frames).length >= MAX_FRAMES) {
    const { framesDropped, refused } = record;
    return { ...record, framesDropped: framesDropped + 1, refused: refused + facts.refused };
  }
  // What was refused of a document that is gone stays unknown.
  const left = known === undefined || known.documentId === facts.documentId ? 0 : known.refused;
  return { ...record, frames: { ...record.frames, [key]: facts }, refused: record.refused + left };
}
