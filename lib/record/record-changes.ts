// Every change of a PageRecord, as pure functions: the background only chooses which one and stores the result.
// All lists are bounded here, because pages are hostile: a page may report without end, a record may not grow without end.
import { keptAddress, withoutCredentials } from '../address/credentials.ts';
import { addSightings, sealForms } from './sightings/merge-sightings.ts';
import { NO_FRAME } from './sightings/background-sighting.ts';
import type { BackgroundSighting } from './sightings/background-sighting.ts';
import type { Engine } from '../mixed-content/mixed-content.ts';
import type { FrameFacts, PageRecord } from './record.ts';
import { RECORD_SCHEMA } from './record.ts';
import { NO_FIELDS } from './sightings/observer-report.ts';
import type { ReceivedReport, AnySighting } from './sightings/received-report.ts';

/** Frames kept per page; the rest is counted. */
export const MAX_FRAMES = 200;
/** Hosts kept per page. */
const MAX_HOSTS = 100;
/** A page's main frame among its frames. */
const MAIN_FRAME = '0';
/** The id of the record of a page without an observer. */
export const UNOBSERVED = 'unobserved';

/** A record that knows nothing but its address. `at`: ms since epoch. */
export function emptyRecord(tabId: number, documentId: string, url: string, at: number): PageRecord {
  return {
    schema: RECORD_SCHEMA,
    tabId,
    documentId,
    revision: 0,
    url: keptAddress(url),
    openedAt: at,
    observed: false,
    secureContext: null,
    navigation: null,
    refusal: null,
    override: null,
    absence: null,
    certificates: [],
    lookUp: null,
    hosts: [],
    upgradesByMetaSince: null,
    deepChecked: false,
    servedByWorker: false,
    frames: {},
    framesDropped: 0,
    framesUnheard: false,
    mixed: [],
    stopped: [],
    mixedDropped: 0,
    refused: 0,
  };
}

/** Adds what the observer of one frame reported. `url` is the frame's address as the browser, not the page, names it. */
export function addReport(
  record: PageRecord,
  report: ReceivedReport,
  frameId: number,
  url: string,
  engine: Engine,
): PageRecord {
  const top = frameId === 0;
  const framed = addFrame(record, report, frameId, keptAddress(url));
  const headers = record.navigation?.headers;
  const { upgradesSince, stopsForms } = report.metas;
  const since = record.upgradesByMetaSince ?? (top ? upgradesSince : null);
  // The policy reaches the frames inside that are opened after it (Upgrade Insecure Requests, 3.2), but a frame's own does not reach out. One in
  // the markup is not there from the start: the page's own observer tells for each sighting whether it was (CSP 3, 3.3).
  const byPolicy =
    headers?.upgradesInsecureRequests === true || (!top && since !== null && since <= report.startedAt);
  const mixed = addSightings(record, report.sightings.map(keptSighting), {
    frameId,
    frameUrl: keptAddress(url),
    byPolicy,
    upgradesForms: byPolicy || upgradesSince !== null,
    stopsForms: stopsForms || (top && headers?.stopsForms === true),
    mayLeave: false,
    engine,
    deep: top && record.deepChecked,
  });
  return {
    ...framed,
    upgradesByMetaSince: since,
    hstsMeta: top ? report.metas.hsts : record.hstsMeta,
    hosts: addHosts(record.hosts, report.hosts),
    mixed: sealForms(mixed.mixed, framed.frames[MAIN_FRAME]?.sealsFrames === true),
    stopped: mixed.stopped,
    mixedDropped: record.mixedDropped + mixed.dropped + newlyDropped(record, report, frameId),
    ...(top ? { observed: true, secureContext: report.secureContext, url: keptAddress(url) } : {}),
  };
}

/** Notes that a report of a frame could not be read: whatever it held is unknown. */
export function addUnreadable(
  record: PageRecord,
  documentId: string,
  frameId: number,
  url: string,
): PageRecord {
  const { [String(frameId)]: known } = record.frames;
  const facts = known?.documentId === documentId ? known : unheard(documentId, url);
  return putFrame(record, frameId, { ...facts, refused: facts.refused + 1 });
}

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

type FrameReport = Pick<ReceivedReport, 'documentId' | 'turn' | 'gone'>;

/** The frames of a page were asked to report again: those that have not yet are not scanned. `documents`: by the frame's number. */
export function expectFrames(record: PageRecord, documents: ReadonlyMap<string, string>): PageRecord {
  let next: PageRecord = { ...record, framesUnheard: false };
  for (const [frameId, documentId] of documents)
    if (frameId !== MAIN_FRAME && next.frames[frameId]?.documentId !== documentId)
      next = putFrame(next, Number(frameId), unheard(documentId, ''));
  return next;
}

/** A frame that nothing is known of. */
function unheard(documentId: string, url: string): FrameFacts {
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

/** Adds what the background saw at a time, ms since epoch. `isShared`: by a worker of no tab; Chromium lets shared workers send without encryption. */
export function addBackgroundSighting(
  record: PageRecord,
  { frameId, frameUrl, sighting }: BackgroundSighting,
  at: number,
  isShared: boolean,
  engine: Engine,
): PageRecord {
  // A worker has a policy of its own.
  const byPolicy = frameId !== NO_FRAME && upgradesAt(record, at);
  const { mixed, dropped } = addSightings(record, [keptSighting(sighting)], {
    frameId,
    // The browser names no more than the origin of the frame that asked.
    frameUrl: frameId === 0 ? record.url : (record.frames[frameId]?.url ?? keptAddress(frameUrl)),
    byPolicy,
    upgradesForms: byPolicy,
    stopsForms: false,
    mayLeave: isShared && engine === 'chromium',
    engine,
    deep: frameId === 0 && record.deepChecked,
  });
  return { ...record, mixed, mixedDropped: record.mixedDropped + dropped };
}

/** Notes that something the background was to see of a page was left out. */
export function addRefusal(record: PageRecord): PageRecord {
  return { ...record, refused: record.refused + 1 };
}

/** Whether the page's own policy, in its headers or its markup, turned its http loads into https at a time. */
function upgradesAt({ upgradesByMetaSince, navigation }: PageRecord, at: number): boolean {
  const isByMeta = upgradesByMetaSince !== null && upgradesByMetaSince <= at;
  return isByMeta || navigation?.headers?.upgradesInsecureRequests === true;
}

function keptSighting<S extends AnySighting>(sighting: S): S {
  const { url, source } = sighting;
  return {
    ...sighting,
    url: withoutCredentials(url),
    source: source && { ...source, url: keptAddress(source.url) },
  };
}

function addHosts(known: readonly string[], seen: readonly string[]): readonly string[] {
  const fresh = seen.filter((host) => !known.includes(host));
  return fresh.length === 0 ? known : [...new Set([...known, ...fresh])].slice(0, MAX_HOSTS);
}

/** An observer reports how many sightings of its document it has left out in all; those of earlier reports are counted already. */
function newlyDropped({ frames }: PageRecord, report: ReceivedReport, frameId: number): number {
  const known = frames[frameId];
  const before = known?.documentId === report.documentId ? known.dropped : 0;
  return Math.max(0, report.dropped - before);
}

function addFrame(record: PageRecord, report: ReceivedReport, frameId: number, url: string): PageRecord {
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
function putFrame(record: PageRecord, frameId: number, facts: FrameFacts): PageRecord {
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
