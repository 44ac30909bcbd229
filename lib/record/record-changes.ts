// Every change of a PageRecord, as pure functions: the background selects the change and stores the result. All lists are bounded here, because pages
// are hostile and may report without end.
import { keptAddress, withoutCredentials } from '../address/credentials.ts';
import { addSightings, sealForms } from './sightings/merge-sightings.ts';
import { NO_FRAME } from './sightings/background-sighting.ts';
import type { BackgroundSighting } from './sightings/background-sighting.ts';
import type { Engine } from '../mixed-content/mixed-content.ts';
import { addFrame, MAIN_FRAME, putFrame, unheard } from './frame-changes.ts';
import type { PageRecord } from './record.ts';
import { RECORD_SCHEMA } from './record.ts';
import type { ReceivedReport, AnySighting } from './sightings/received-report.ts';

/** The most hosts that are stored per page. */
const MAX_HOSTS = 100;
/** The document id in the record of a page without an observer. */
export const UNOBSERVED = 'unobserved';

/** Returns a record of which only the address is known. `at`: ms since epoch. */
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

/** Adds the report of a frame's observer. `url` is the frame's address as the browser reports it, not the page. */
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
  // The policy also applies to inner frames that are opened after it (Upgrade Insecure Requests, 3.2), but a frame's own policy does not apply to the
  // page. A policy in the markup may come later than some requests: the page's own observer reports for each sighting whether the policy came
  // first (CSP 3, 3.3).
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

/** Notes that a report of a frame could not be read: its content is unknown. */
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

/**
 * Adds what the background saw at a time, ms since epoch. `isShared`: the request is of a worker without a tab; Chromium lets shared workers make
 * insecure requests.
 */
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
    // The browser reports only the origin of the requesting frame.
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

/** Notes that the background left out something that it saw of a page. */
export function addRefusal(record: PageRecord): PageRecord {
  return { ...record, refused: record.refused + 1 };
}

/** Whether the page's own policy, in its headers or its markup, upgraded its http requests to https at a time. */
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

/** An observer reports the total number of sightings that it left out for its document; those in earlier reports are already counted. */
function newlyDropped({ frames }: PageRecord, report: ReceivedReport, frameId: number): number {
  const known = frames[frameId];
  const before = known?.documentId === report.documentId ? known.dropped : 0;
  return Math.max(0, report.dropped - before);
}
