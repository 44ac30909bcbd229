// Every change of a PageRecord, as pure functions: the background only chooses which one and stores the result.
// All lists are bounded here, because pages are hostile: a page may report without end, a record may not grow without end.
import { keptAddress, withoutCredentials } from '../address/credentials.ts';
import { addSightings, sealForms } from './sightings/merge-sightings.ts';
import { NO_FRAME } from './sightings/background-sighting.ts';
import type { BackgroundSighting } from './sightings/background-sighting.ts';
import type { Engine } from '../mixed-content/mixed-content.ts';
import { addFrame, MAIN_FRAME, putFrame, unheard } from './frame-changes.ts';
import type { PageRecord } from './record.ts';
import { RECORD_SCHEMA } from './record.ts';
import type { ReceivedReport, AnySighting } from './sightings/received-report.ts';

/** Hosts kept per page. */
const MAX_HOSTS = 100;
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
