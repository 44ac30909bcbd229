// Maintains the list of mixed content: sightings become facts, and the facts about one origin in one frame are joined to entries. Frames are
// separate: the requests and the policy of one frame mean nothing for another.
import { requestedAddress } from '../../address/address.ts';
import { isIdleIcon } from '../../mixed-content/load-kind.ts';
import { entryId } from '../../mixed-content/mixed-entry.ts';
import type { MixedEntry, StoppedLoad } from '../../mixed-content/mixed-entry.ts';
import { elementText } from '../../mixed-content/place.ts';
import { groupBy, joinFacts, mergeFacts, originOf } from './join-sightings.ts';
import type { JoinedEntry } from './join-sightings.ts';
import { makeRoom } from './make-room.ts';
import type { AnySighting } from './received-report.ts';
import { placeFact, toFact } from './sighting-facts.ts';
import type { FreshFact, SightingContext } from './sighting-facts.ts';
import { addStops, insecureAddress, isStopped, keepStoppedFacts, stopsIn } from './stopped-requests.ts';

/** The most entries of mixed content that are stored per page; further ones are counted. */
export const MAX_MIXED = 3000;

/** The part of a record that this file computes. */
export interface MixedLists {
  readonly mixed: readonly MixedEntry[];
  readonly stopped: readonly StoppedLoad[];
}

/** Returns the lists with a frame's new sightings. `dropped`: the number of entries beyond MAX_MIXED. */
export function addSightings(
  known: MixedLists,
  seen: readonly AnySighting[],
  context: SightingContext,
): MixedLists & { readonly dropped: number } {
  const sightings = seen.map(asStop);
  const mixed = judgeForms(known.mixed, context);
  const fresh = sightings.flatMap((sighting) => toFact(sighting, context) ?? []);
  const stopped = addStops(known.stopped, sightings, context);
  const news = [
    ...fresh.map(({ address }) => address),
    ...stopsIn(sightings).map(({ url }) => insecureAddress(url)),
  ];
  if (news.length === 0) return { mixed, stopped, dropped: 0 };
  const origins = new Set(news.map(originOf));
  const isOld = (entry: MixedEntry): boolean =>
    entry.frameId === context.frameId && origins.has(originOf(entry.url));
  const old = mixed.filter(isOld);
  const joined = joinOrigins(old, fresh, stopped, context);
  const made = joined.filter((entry) => !isStopped(entry, stopped, context));
  const placed = placeEntries(mixed, isOld, describeEntries(made, old, fresh, context));
  const dropped = Math.max(0, placed.length - MAX_MIXED);
  return { mixed: makeRoom(placed, dropped), stopped: keepStoppedFacts(stopped, joined, context), dropped };
}

/** A request to which only policies apply, because nothing is loaded, counts as blocked by a policy. */
function asStop(sighting: AnySighting): AnySighting {
  return isIdleIcon(sighting.what) ? { ...sighting, via: 'stop' } : sighting;
}

/** A policy that is added later still applies to every form. */
function judgeForms(entries: readonly MixedEntry[], context: SightingContext): readonly MixedEntry[] {
  const { frameId, upgradesForms, stopsForms } = context;
  if (!upgradesForms && !stopsForms) return entries;
  const isOfFrame = (entry: MixedEntry): boolean => entry.class === 'form' && entry.frameId === frameId;
  if (stopsForms) return entries.filter((entry) => !isOfFrame(entry));
  return entries.map((entry) => {
    if (!isOfFrame(entry) || entry.outcome === 'upgraded-by-policy') return entry;
    const facts = mergeFacts(entry.facts.map((fact) => ({ ...fact, policy: true })));
    const sources = entry.evidence.filter((source) => source !== 'rule');
    return { ...entry, outcome: 'upgraded-by-policy', evidence: [...sources, 'policy'], facts };
  });
}

/** Forms in frames whose page forbids them stay in the list, because a sandbox may change. `isSealed`: it forbids them now. */
export function sealForms(entries: readonly MixedEntry[], isSealed: boolean): readonly MixedEntry[] {
  const [from, to] = isSealed
    ? (['would-be-sent', 'not-loaded'] as const)
    : (['not-loaded', 'would-be-sent'] as const);
  const isOther = (entry: MixedEntry): boolean =>
    entry.class === 'form' && entry.frameId > 0 && entry.outcome === from;
  return entries.some(isOther)
    ? entries.map((entry) => (isOther(entry) ? { ...entry, outcome: to } : entry))
    : entries;
}

function joinOrigins(
  old: readonly MixedEntry[],
  fresh: readonly FreshFact[],
  stopped: readonly StoppedLoad[],
  context: SightingContext,
): readonly JoinedEntry[] {
  const full = new Map<string, string>();
  for (const url of [...old.map((entry) => entry.url), ...fresh.map(({ sighting }) => sighting.url)]) {
    const address = requestedAddress(url);
    full.set(address, longer(full.get(address) ?? address, url));
  }
  const placed = [
    ...old.flatMap(({ url, facts }) => facts.map((fact) => placeFact(url, fact))),
    ...stopped
      .filter(({ frameId }) => frameId === context.frameId)
      .flatMap(({ url, facts }) => facts.map((fact) => placeFact(url, fact))),
    ...fresh,
  ];
  const groups = groupBy(placed, ({ address }) => originOf(address));
  const origins = new Set([
    ...old.map(({ url }) => originOf(url)),
    ...fresh.map(({ address }) => originOf(address)),
  ]);
  return [...origins].flatMap((origin) => joinFacts(groups.get(origin) ?? [], context, full));
}

/** The address as the page requested it: the one with its fragment or credentials. */
function longer(a: string, b: string): string {
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return a < b ? a : b;
}

function describeEntries(
  joined: readonly JoinedEntry[],
  old: readonly MixedEntry[],
  fresh: readonly FreshFact[],
  { frameId, frameUrl }: SightingContext,
): readonly MixedEntry[] {
  const known = new Map(old.map((entry) => [entryId(entry), entry]));
  const seen = groupBy(
    fresh.filter(({ fact }) => fact.via === 'dom'),
    ({ address, fact }) => `${frameId} ${fact.word} ${address}`,
  );
  return joined.map((entry) => {
    const id = entryId({ ...entry, frameId });
    const before = known.get(id);
    const sightings = (seen.get(id) ?? []).map(({ sighting }) => sighting);
    const element = [before?.element ?? null, ...sightings.map((each) => each.element)].reduce(firstElement);
    const count = Math.max(before?.count ?? 1, ...sightings.map((each) => each.count));
    return { ...entry, element, count, frameId, frameUrl };
  });
}

/** Returns the first of two elements by their selectors, so that the order of arrival does not matter. */
function firstElement(a: MixedEntry['element'], b: MixedEntry['element']): MixedEntry['element'] {
  if (a === null || b === null) return a ?? b;
  return (elementText(a) ?? '') <= (elementText(b) ?? '') ? a : b;
}

/** Every entry keeps its position; an entry with better facts replaces its earlier form; new entries come last. */
function placeEntries(
  all: readonly MixedEntry[],
  isOld: (entry: MixedEntry) => boolean,
  made: readonly MixedEntry[],
): readonly MixedEntry[] {
  const left = new Map(made.map((entry) => [entryId(entry), entry]));
  const places = all.map((entry) => {
    if (!isOld(entry)) return entry;
    const id = entryId(entry);
    const same = left.get(id);
    left.delete(id);
    return same ?? originOf(entry.url);
  });
  const filled = places.flatMap((place) => {
    if (typeof place !== 'string') return place;
    const [id, entry] = [...left].find(([, each]) => originOf(each.url) === place) ?? [];
    if (id !== undefined) left.delete(id);
    return entry ?? [];
  });
  return [...filled, ...left.values()];
}
