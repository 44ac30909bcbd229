// Every change of a PageRecord, as pure functions: the background only chooses which one and stores the result.
// All lists are bounded here, because pages are hostile: a page may report without end, a record may not grow without end.
import { classifyAddress } from './address.ts';
import { kindOfElement, kindOfInitiator } from './load-kind.ts';
import { classifyMixed, outcomeByRule } from './mixed-content.ts';
import type { MixedClass, MixedEntry } from './mixed-content.ts';
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
    upgradesByMeta: false,
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
  // The policy reaches the frames inside (Upgrade Insecure Requests, 3.2), but a frame's own does not reach out.
  const upgrades = record.upgradesByMeta || (top && report.upgrades);
  const byPolicy =
    upgrades || report.upgrades || record.navigation?.headers?.upgradesInsecureRequests === true;
  const mixed = addSightings(record, report.sightings, url.slice(0, MAX_URL), byPolicy);
  return {
    ...record,
    ...frames,
    upgradesByMeta: upgrades,
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
  byPolicy: boolean,
): { readonly entries: readonly MixedEntry[]; readonly dropped: number } {
  if (sightings.length === 0) return { entries: record.mixed, dropped: 0 };
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
  const { outcome, evidence } = judgeOutcome(sighting, mixedClass, byPolicy);
  return {
    url: sighting.url,
    kind,
    class: mixedClass,
    outcome,
    place: sighting.place,
    evidence,
    frameUrl,
  };
}

/** What happened, and whether it was watched, follows from the page's policy or from the rule. */
function judgeOutcome(
  { via, outcome }: Sighting,
  mixedClass: MixedClass,
  byPolicy: boolean,
): Pick<MixedEntry, 'outcome' | 'evidence'> {
  if (byPolicy && mixedClass !== 'download')
    return { outcome: 'upgraded-by-policy', evidence: [via, 'policy'] };
  // Browsers upgrade blockable loads only when a policy tells them to.
  if (outcome === 'upgraded' && mixedClass === 'blockable')
    return { outcome: 'upgraded-by-policy', evidence: [via] };
  // Firefox lists upgraded loads under their http name; what browsers upgrade never comes in clear text.
  if (via === 'timing' && outcome !== 'blocked' && mixedClass === 'upgradeable') {
    return { outcome: 'upgraded', evidence: [via, 'rule'] };
  }
  if (outcome !== null) return { outcome, evidence: [via] };
  const ruled = outcomeByRule(mixedClass);
  return { outcome: ruled, evidence: ruled === 'unknown' ? [via] : [via, 'rule'] };
}

/** How far an entry's outcome is believed: what was watched beats what follows from a rule, and that beats not knowing. */
function certainty({ outcome, evidence }: MixedEntry): number {
  if (outcome === 'unknown') return 0;
  return evidence.includes('rule') || evidence.includes('policy') ? 1 : 2;
}

function mergeEntries(known: MixedEntry, fresh: MixedEntry): MixedEntry {
  const surer = certainty(known) > certainty(fresh) ? known : fresh;
  const sources = [...known.evidence, ...fresh.evidence].filter(
    (source) => source !== 'rule' && source !== 'policy',
  );
  const reason = surer.evidence.filter((source) => source === 'rule' || source === 'policy');
  // The element names the kind of a load better than the list of loads does.
  const described = known.evidence.includes('dom') ? known : fresh;
  return {
    ...described,
    outcome: surer.outcome,
    evidence: [...new Set([...sources, ...reason])],
    place: known.place ?? fresh.place,
  };
}
