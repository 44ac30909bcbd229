// The one list of mixed content: raw sightings merged per resource, and what became of each, with how that is known.
import { classifyAddress } from './address.ts';
import { kindOfElement, kindOfInitiator } from './load-kind.ts';
import { classifyMixed, outcomeByRule } from './mixed-content.ts';
import type { MixedClass, MixedEntry } from './mixed-content.ts';
import type { Sighting } from './report.ts';

/** Entries of mixed content kept per page; the rest is counted. */
export const MAX_MIXED = 1000;
/**
 * How a browser names loads in its list: Chromium under the address that was loaded, so an upgraded load appears under https; Firefox under the
 * address that the page asked for, and it leaves out what it blocked.
 */
export type Listing = 'as-loaded' | 'as-asked';

/** Where sightings come from, as far as their meaning hangs on it. */
export interface SightingContext {
  readonly frameUrl: string;
  /** The page's own policy turns its http loads into https. */
  readonly byPolicy: boolean;
  readonly listing: Listing;
}

/** The list with what a frame saw added: one entry per resource, however many sources saw it. `dropped`: entries beyond MAX_MIXED. */
export function addSightings(
  known: readonly MixedEntry[],
  sightings: readonly Sighting[],
  context: SightingContext,
): { readonly entries: readonly MixedEntry[]; readonly dropped: number } {
  if (sightings.length === 0) return { entries: known, dropped: 0 };
  const entries = new Map(known.map((entry) => [entryKey(entry), entry]));
  let dropped = 0;
  for (const sighting of sightings) {
    const fresh = toEntry(sighting, context);
    if (fresh === null) continue;
    const key = entryKey(fresh);
    const earlier = entries.get(key);
    if (earlier !== undefined) entries.set(key, mergeEntries(earlier, fresh));
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
function toEntry(sighting: Sighting, context: SightingContext): MixedEntry | null {
  const target = classifyAddress(sighting.url);
  if (target !== 'http-public' && target !== 'http-private') return null;
  const kind =
    sighting.via === 'dom'
      ? kindOfElement(sighting.what)
      : kindOfInitiator(sighting.what, sighting.outcome === 'blocked');
  if (kind === null || (context.listing === 'as-loaded' && isSvgScript(sighting))) return null;
  const mixedClass = classifyMixed(kind, target);
  const { outcome, evidence } = judgeOutcome(sighting, mixedClass, context);
  return {
    url: sighting.url,
    kind,
    class: mixedClass,
    outcome,
    place: sighting.place,
    evidence,
    frameUrl: context.frameUrl,
  };
}

/** Chromium fetches scripts of SVG only as the parser made them; those that it did fetch, or block, are in its list of loads. */
function isSvgScript({ via, what }: Sighting): boolean {
  return via === 'dom' && /^script (xlink:)?href$/.test(what);
}

/** What happened, and whether it was watched, follows from the page's policy or from the rule. */
function judgeOutcome(
  { via, outcome }: Sighting,
  mixedClass: MixedClass,
  { byPolicy, listing }: SightingContext,
): Pick<MixedEntry, 'outcome' | 'evidence'> {
  if (byPolicy && mixedClass !== 'download')
    return { outcome: 'upgraded-by-policy', evidence: [via, 'policy'] };
  // Browsers upgrade blockable loads only when a policy tells them to.
  if (outcome === 'upgraded' && mixedClass === 'blockable')
    return { outcome: 'upgraded-by-policy', evidence: [via] };
  if (via === 'timing' && listing === 'as-asked') return { outcome: 'upgraded', evidence: [via, 'rule'] };
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
