// The one list of mixed content: raw sightings merged per resource, and what became of each, with how that is known.
import { classifyAddress, parseAddress } from './address.ts';
import type { AddressClass } from './address.ts';
import { makeRoom } from './make-room.ts';
import { kindOfDirective, kindOfElement, kindOfInitiator, kindOfRequest } from './load-kind.ts';
import { classifyMixed, entryId, outcomeByRule } from './mixed-content.ts';
import type { Engine, LoadKind, MixedClass, MixedEntry, SightingSource } from './mixed-content.ts';
import { isHostCut } from './report.ts';
import type { Sighting } from './report.ts';

/** Entries of mixed content kept per page; the rest is counted. */
export const MAX_MIXED = 3000;

/** Where sightings come from, as far as their meaning hangs on it. */
export interface SightingContext {
  readonly frameId: number;
  readonly frameUrl: string;
  /** The page's own policy turns its http loads into https. */
  readonly byPolicy: boolean;
  /** Whoever asks is not stopped by the browser: what nobody watched may have left in the clear. */
  readonly mayLeave: boolean;
  /**
   * Chromium names loads in its list by the address that was loaded, so an upgraded load appears under https; Firefox by the address that the
   * page asked for, and it leaves out what it blocked.
   */
  readonly engine: Engine;
}

/** A sighting of an observer, or of a request on its way out. */
export type AnySighting = Omit<Sighting, 'via'> & { readonly via: SightingSource };

/** The list with what a frame saw added: one entry per resource, however many sources saw it. `dropped`: entries beyond MAX_MIXED. */
export function addSightings(
  known: readonly MixedEntry[],
  sightings: readonly AnySighting[],
  context: SightingContext,
): { readonly entries: readonly MixedEntry[]; readonly dropped: number } {
  if (sightings.length === 0) return { entries: known, dropped: 0 };
  const entries = new Map(known.map((entry) => [entryId(entry), entry]));
  for (const sighting of sightings) {
    const fresh = toEntry(sighting, context);
    if (fresh === null) continue;
    const key = entryId(fresh);
    const earlier = entries.get(key);
    if (earlier !== undefined) entries.set(key, mergeEntries(earlier, fresh));
    else entries.set(key, fresh);
  }
  const joined = joinFrames([...entries.values()]);
  const dropped = Math.max(0, joined.length - MAX_MIXED);
  return { entries: makeRoom(joined, dropped), dropped };
}

function isFrame({ kind }: MixedEntry): boolean {
  return kind === 'frame' || kind === 'object';
}

function isOrigin(entry: MixedEntry): boolean {
  return isFrame(entry) && entry.evidence[0] === 'report' && /^\w+:\/\/[^/]*\/?$/.test(entry.url);
}

/** Browsers report a frame by its origin alone: an element that asks for a frame of that origin is the one. */
function joinFrames(entries: readonly MixedEntry[]): readonly MixedEntry[] {
  const origins = entries.filter(isOrigin).map(({ url }) => originOf(url));
  if (origins.length === 0) return entries;
  const named = new Set(
    entries.filter((entry) => isFrame(entry) && !isOrigin(entry)).map(({ url }) => originOf(url)),
  );
  return entries
    .filter((entry) => !isOrigin(entry) || !named.has(originOf(entry.url)))
    .map((entry) =>
      isFrame(entry) && !entry.evidence.includes('report') && origins.includes(originOf(entry.url))
        ? { ...entry, evidence: mergeEvidence(entry, ['report'], entry) }
        : entry,
    );
}

function originOf(url: string): string | undefined {
  return parseAddress(url)?.origin;
}

/** The observer is trusted for what it saw, not for what it means: address and class are judged here. */
function toEntry(sighting: AnySighting, context: SightingContext): MixedEntry | null {
  const target = targetOf(sighting.url);
  if (target !== 'http-public' && target !== 'http-private') return null;
  const kind = kindOf(sighting);
  if (kind === null || (context.engine === 'chromium' && isSvgScript(sighting))) return null;
  const mixedClass = classifyMixed(kind, target);
  const { url, element, source, count } = sighting;
  const { outcome, evidence } = judgeOutcome(sighting, { kind, class: mixedClass, url }, context);
  const { frameId, frameUrl } = context;
  return { url, kind, class: mixedClass, outcome, element, source, count, evidence, frameId, frameUrl };
}

/** Only insecure addresses are reported: one whose host was cut off is one of them, whatever the part that is left looks like. */
function targetOf(url: string): AddressClass {
  return isHostCut(url) && /^(http|ws):/.test(url) ? 'http-public' : classifyAddress(url);
}

function kindOf({ via, what, outcome, url }: AnySighting): LoadKind | null {
  switch (via) {
    case 'dom':
    case 'sheet':
      return kindOfElement(what);
    case 'timing':
      return kindOfInitiator(what, outcome === 'blocked', url);
    case 'report':
      return kindOfDirective(what, url);
    case 'request':
      return 'worker';
    case 'redirect':
      return kindOfRequest(what);
  }
}

/** Chromium fetches scripts of SVG only as the parser made them; those that it did fetch, or block, are in its list of loads. */
function isSvgScript({ via, what }: AnySighting): boolean {
  return via === 'dom' && /^script (xlink:)?href$/.test(what);
}

/** What happened, and whether it was watched, follows from the page's policy or from the rule. */
function judgeOutcome(
  { via, outcome }: AnySighting,
  load: { readonly kind: LoadKind; readonly class: MixedClass; readonly url: string },
  { byPolicy, mayLeave, engine }: SightingContext,
): Pick<MixedEntry, 'outcome' | 'evidence'> {
  if (via === 'request') return { outcome: 'loaded', evidence: [via] };
  if (byPolicy && load.class !== 'download')
    return { outcome: 'upgraded-by-policy', evidence: [via, 'policy'] };
  // Browsers upgrade blockable loads only when a policy tells them to.
  if (outcome === 'upgraded' && load.class === 'blockable')
    return { outcome: 'upgraded-by-policy', evidence: [via] };
  if (via === 'timing' && engine === 'firefox') return { outcome: 'upgraded', evidence: [via, 'rule'] };
  if (outcome !== null) return { outcome, evidence: [via] };
  // Requests of shared workers are seen on their way, their sockets are not.
  if (mayLeave && load.kind === 'websocket') return { outcome: 'unknown', evidence: [via] };
  const ruled = outcomeByRule(load, engine, via !== 'dom' && via !== 'sheet');
  return { outcome: ruled, evidence: ruled === 'unknown' ? [via] : [via, 'rule'] };
}

/** How far an entry's outcome is believed: what was watched beats what follows from a rule, and that beats not knowing. */
function certainty({ outcome, evidence }: MixedEntry): number {
  if (outcome === 'unknown') return 0;
  return evidence.includes('rule') || evidence.includes('policy') ? 1 : 2;
}

/** How well a source names the kind of a load: an element does best, the list of loads hardly. */
function clarity({ evidence, kind }: MixedEntry): number {
  if (evidence.includes('dom')) return 4;
  // Only the list tells that an image came from a set.
  if (kind === 'image-set') return 3;
  return evidence.includes('report') ? 2 : evidence.includes('timing') ? 0 : 1;
}

function mergeEntries(known: MixedEntry, fresh: MixedEntry): MixedEntry {
  const surer = certainty(known) > certainty(fresh) ? known : fresh;
  const described = clarity(known) >= clarity(fresh) ? known : fresh;
  return {
    ...described,
    url: askedAddress(known.url, fresh.url),
    outcome: surer.outcome,
    evidence: mergeEvidence(known, fresh.evidence, surer),
    element: known.element ?? fresh.element,
    source: clearerSource(known, fresh),
    count: Math.max(known.count, fresh.count),
  };
}

/** As the page asked for it: the one that still has its fragment or credentials. */
function askedAddress(known: string, fresh: string): string {
  return fresh.length > known.length ? fresh : known;
}

function isReason(source: MixedEntry['evidence'][number]): boolean {
  return source === 'rule' || source === 'policy';
}

/** All sources, and of the reasons those that hold for the outcome. */
function mergeEvidence(
  known: MixedEntry,
  fresh: MixedEntry['evidence'],
  surer: MixedEntry,
): MixedEntry['evidence'] {
  const sources = [...known.evidence, ...fresh].filter((source) => !isReason(source));
  return [...new Set([...sources, ...surer.evidence.filter(isReason)])];
}

/** The one that names a line. */
function clearerSource({ source: known }: MixedEntry, { source: fresh }: MixedEntry): MixedEntry['source'] {
  return known !== null && (known.line > 0 || fresh === null) ? known : fresh;
}
