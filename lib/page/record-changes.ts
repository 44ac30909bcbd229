// Every change of a PageRecord, as pure functions: the background only chooses which one and stores the result.
// All lists are bounded here, because pages are hostile: a page may report without end, a record may not grow without end.
import { classifyAddress } from './address.ts';
import { kindOfElement, kindOfInitiator } from './load-kind.ts';
import { classifyMixed, outcomeByRule } from './mixed-content.ts';
import type { MixedEntry, MixedEvidence, MixedOutcome } from './mixed-content.ts';
import type { FrameFacts, PageRecord } from './record.ts';
import { RECORD_SCHEMA } from './record.ts';
import { MAX_URL } from './report.ts';
import type { ObserverReport, Sighting } from './report.ts';

/** Entries of mixed content kept per page; the rest is counted. */
export const MAX_MIXED = 1000;
/** Frames kept per page; the rest is counted. */
export const MAX_FRAMES = 200;
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
): PageRecord {
  const top = frameId === 0;
  const frames = addFrame(record, report, frameId, url.slice(0, MAX_URL));
  const mixed = addSightings(record, report.sightings, url.slice(0, MAX_URL));
  return {
    ...record,
    ...frames,
    mixed: mixed.entries,
    mixedDropped: Math.max(record.mixedDropped, report.dropped) + mixed.dropped,
    ...(top ? { observed: true, secureContext: report.secureContext, url: url.slice(0, MAX_URL) } : {}),
  };
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
  const facts: FrameFacts = { url, secureContext: report.secureContext, fields: report.fields };
  return { frames: { ...record.frames, [key]: facts }, framesDropped: record.framesDropped };
}

function addSightings(
  record: PageRecord,
  sightings: readonly Sighting[],
  frameUrl: string,
): { readonly entries: readonly MixedEntry[]; readonly dropped: number } {
  if (sightings.length === 0) return { entries: record.mixed, dropped: 0 };
  const byPolicy = record.navigation?.headers?.upgradesInsecureRequests === true;
  const entries = new Map(record.mixed.map((entry) => [entryKey(entry), entry]));
  let dropped = 0;
  for (const sighting of sightings) {
    const fresh = toEntry(sighting, frameUrl, byPolicy);
    if (fresh === null) continue;
    const key = entryKey(fresh);
    const known = entries.get(key);
    if (known !== undefined) entries.set(key, mergeEntries(known, fresh));
    else if (entries.size < MAX_MIXED) entries.set(key, fresh);
    else dropped += 1;
  }
  return { entries: [...entries.values()], dropped };
}

/** One entry per resource: a form that posts to an address and a script from the same address are two things. */
function entryKey(entry: MixedEntry): string {
  return `${entry.class === 'form' || entry.class === 'download' ? entry.class : 'load'} ${entry.url}`;
}

/** The observer is trusted for what it saw, not for what it means: address and class are judged here. */
function toEntry(sighting: Sighting, frameUrl: string, byPolicy: boolean): MixedEntry | null {
  const target = classifyAddress(sighting.url);
  if (target !== 'http-public' && target !== 'http-private') return null;
  const kind =
    sighting.via === 'dom'
      ? kindOfElement(sighting.what)
      : kindOfInitiator(sighting.what, sighting.outcome === 'blocked');
  if (kind === null) return null;
  const mixedClass = classifyMixed(kind, target);
  const ruled = byPolicy && mixedClass !== 'download' ? 'upgraded-by-policy' : outcomeByRule(mixedClass);
  const evidence: readonly MixedEvidence[] =
    sighting.outcome === null && ruled !== 'unknown'
      ? [sighting.via, ruled === 'upgraded-by-policy' ? 'policy' : 'rule']
      : [sighting.via];
  return {
    url: sighting.url,
    kind,
    class: mixedClass,
    outcome: watchedOutcome(sighting.outcome, byPolicy) ?? ruled,
    place: sighting.place,
    evidence,
    frameUrl,
  };
}

function watchedOutcome(outcome: Sighting['outcome'], byPolicy: boolean): MixedOutcome | null {
  return outcome === 'upgraded' && byPolicy ? 'upgraded-by-policy' : outcome;
}

/** How far each source is believed: what was watched beats what follows from a rule. */
function isWatched(entry: MixedEntry): boolean {
  return (
    !entry.evidence.includes('rule') && !entry.evidence.includes('policy') && entry.outcome !== 'unknown'
  );
}

function mergeEntries(known: MixedEntry, fresh: MixedEntry): MixedEntry {
  const outcome = isWatched(fresh) || !isWatched(known) ? fresh.outcome : known.outcome;
  const watched = isWatched(known) || isWatched(fresh);
  const evidence = [...new Set([...known.evidence, ...fresh.evidence])].filter(
    (source) => !watched || (source !== 'rule' && source !== 'policy'),
  );
  // The element names the kind of a load better than the list of loads does.
  const described = known.evidence.includes('dom') ? known : fresh;
  return {
    ...described,
    outcome,
    evidence,
    place: known.place ?? fresh.place,
  };
}
