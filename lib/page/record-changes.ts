// Every change of a PageRecord, as pure functions: the background only chooses which one and stores the result.
// All lists are bounded here, because pages are hostile: a page may report without end, a record may not grow without end.
import { addSightings } from './mixed-list.ts';
import { NO_FRAME } from './background-sighting.ts';
import type { BackgroundSighting } from './background-sighting.ts';
import type { Engine } from './mixed-content.ts';
import type { FrameFacts, PageRecord } from './record.ts';
import { RECORD_SCHEMA } from './record.ts';
import { MAX_URL } from './report.ts';
import type { ObserverReport } from './report.ts';

/** Frames kept per page; the rest is counted. */
export const MAX_FRAMES = 200;
/** Hosts kept per page. */
export const MAX_HOSTS = 100;
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
    url: url.slice(0, MAX_URL),
    openedAt: at,
    observed: false,
    secureContext: null,
    navigation: null,
    refusal: null,
    override: null,
    absence: null,
    connection: null,
    remembered: null,
    lookUp: null,
    hosts: [],
    upgradesByMeta: false,
    deepChecked: false,
    frames: {},
    framesDropped: 0,
    mixed: [],
    mixedDropped: 0,
  };
}

/** Adds what the observer of one frame reported. `url` is the frame's address as the browser, not the page, names it. */
export function addReport(
  record: PageRecord,
  report: ObserverReport,
  frameId: number,
  url: string,
  engine: Engine,
): PageRecord {
  const top = frameId === 0;
  const frames = addFrame(record, report, frameId, url.slice(0, MAX_URL));
  // The policy reaches the frames inside (Upgrade Insecure Requests, 3.2), but a frame's own does not reach out.
  const upgrades = record.upgradesByMeta || (top && report.upgrades);
  const byPolicy = report.upgrades || upgradesAll({ ...record, upgradesByMeta: upgrades });
  const mixed = addSightings(record.mixed, report.sightings, {
    frameId,
    frameUrl: url.slice(0, MAX_URL),
    byPolicy,
    mayLeave: false,
    engine,
  });
  return {
    ...record,
    ...frames,
    upgradesByMeta: upgrades,
    hosts: addHosts(record.hosts, report.hosts),
    mixed: mixed.entries,
    mixedDropped: record.mixedDropped + mixed.dropped + newlyDropped(record, frames.frames, frameId),
    ...(top ? { observed: true, secureContext: report.secureContext, url: url.slice(0, MAX_URL) } : {}),
  };
}

/** The numbers of the frames in a page that have reported, without its main frame. */
export function innerFrames({ frames }: PageRecord): readonly string[] {
  return Object.keys(frames).filter((frameId) => frameId !== MAIN_FRAME);
}

/** Takes frames out of a page that are no longer in it. */
export function dropFrames(record: PageRecord, frameIds: readonly string[]): PageRecord {
  const frames = Object.entries(record.frames).filter(([frameId]) => !frameIds.includes(frameId));
  return { ...record, frames: Object.fromEntries(frames) };
}

/** Adds what the background saw. `isShared`: by a worker of no tab; Chromium lets shared workers send without encryption. */
export function addBackgroundSighting(
  record: PageRecord,
  { frameId, frameUrl, sighting }: BackgroundSighting,
  isShared: boolean,
  engine: Engine,
): PageRecord {
  const { entries, dropped } = addSightings(record.mixed, [sighting], {
    frameId,
    // The browser names no more than the origin of the frame that asked.
    frameUrl: frameId === 0 ? record.url : (record.frames[frameId]?.url ?? frameUrl),
    // A worker has a policy of its own.
    byPolicy: frameId !== NO_FRAME && upgradesAll(record),
    mayLeave: isShared && engine === 'chromium',
    engine,
  });
  return { ...record, mixed: entries, mixedDropped: record.mixedDropped + dropped };
}

/** Whether the page's own policy turns its http loads into https, in its headers or its markup. */
function upgradesAll({ upgradesByMeta, navigation }: PageRecord): boolean {
  return upgradesByMeta || navigation?.headers?.upgradesInsecureRequests === true;
}

function addHosts(known: readonly string[], seen: readonly string[]): readonly string[] {
  const fresh = seen.filter((host) => !known.includes(host));
  return fresh.length === 0 ? known : [...new Set([...known, ...fresh])].slice(0, MAX_HOSTS);
}

/** An observer tells how many sightings it has left out in all; what it told before is counted already. */
function newlyDropped({ frames: before }: PageRecord, after: PageRecord['frames'], frameId: number): number {
  const key = String(frameId);
  return Math.max(0, (after[key]?.dropped ?? 0) - (before[key]?.dropped ?? 0));
}

function addFrame(
  record: PageRecord,
  report: ObserverReport,
  frameId: number,
  url: string,
): Pick<PageRecord, 'frames' | 'framesDropped'> {
  const key = String(frameId);
  const { [key]: known, ...others } = record.frames;
  if (report.gone) return { frames: others, framesDropped: record.framesDropped };
  if (known === undefined && Object.keys(others).length >= MAX_FRAMES) {
    return { frames: record.frames, framesDropped: record.framesDropped + 1 };
  }
  const { documentId, secureContext, fields, dropped, scan } = report;
  const refused = known?.documentId === documentId ? known.refused : 0;
  const facts: FrameFacts = { documentId, url, secureContext, fields, dropped, scan, refused };
  return { frames: { ...record.frames, [key]: facts }, framesDropped: record.framesDropped };
}
