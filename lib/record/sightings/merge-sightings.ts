// The one list of mixed content: sightings become facts, and the facts about one origin in one frame are joined to entries. Frames never mix: what
// one frame asks for, and which policy it has, says nothing of another.
import { classifyAddress, parseAddress, requestedAddress } from '../../address/address.ts';
import type { AddressClass } from '../../address/address.ts';
import {
  isIdleIcon,
  kindOfDirective,
  kindOfElement,
  kindOfInitiator,
  kindOfRequest,
} from '../../mixed-content/load-kind.ts';
import { kindsIn } from '../../mixed-content/mixed-content.ts';
import type { Engine, KindWord, SightingSource } from '../../mixed-content/mixed-content.ts';
import { groupBy, isFrame, joinFacts, mergeFacts, originOf } from './join-sightings.ts';
import type { JoinedEntry, PlacedFact } from './join-sightings.ts';
import { hasCredentials } from '../../mixed-content/mixed-judge.ts';
import { elementText } from '../../mixed-content/place.ts';
import type { AnySighting } from './received-report.ts';
import { isHostCut } from '../../address/address-bounds.ts';
import { makeRoom } from './make-room.ts';
import { entryId } from '../../mixed-content/mixed-entry.ts';
import type { MixedEntry, MixedFact, StoppedLoad } from '../../mixed-content/mixed-entry.ts';

/** Entries of mixed content kept per page; the rest is counted. */
export const MAX_MIXED = 3000;
/** Requests that the page's own policies stopped, kept per page. */
const MAX_STOPPED = 1000;

/** Where sightings come from, as far as their meaning depends on it. */
export interface SightingContext {
  readonly frameId: number;
  readonly frameUrl: string;
  /** A policy turned the frame's http requests into https from the start: its page's header, or one that it inherited. */
  readonly byPolicy: boolean;
  /** The frame has such a policy now: it holds for every form, since a form asks for it only when it is sent. */
  readonly upgradesForms: boolean;
  /** The frame's policy lets no form be sent over http. */
  readonly stopsForms: boolean;
  /** Whoever asks is not stopped by the browser: what nobody watched may have left in the clear. */
  readonly mayLeave: boolean;
  readonly engine: Engine;
  /** The deep check's policy is in the frame's document. */
  readonly deep: boolean;
}

/** The part of a record that this file makes. */
export interface MixedLists {
  readonly mixed: readonly MixedEntry[];
  readonly stopped: readonly StoppedLoad[];
}

interface FreshFact extends PlacedFact {
  readonly sighting: AnySighting;
}

/** The lists with what a frame saw added. `dropped`: entries beyond MAX_MIXED. */
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

/** What loads nothing but is asked about of policies is as good as stopped by one. */
function asStop(sighting: AnySighting): AnySighting {
  return isIdleIcon(sighting.what) ? { ...sighting, via: 'stop' } : sighting;
}

/** A policy that comes late is there in time for every form. */
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

/** Forms in frames whose page lets none be sent from them stay in the list, since a sandbox may be changed. `isSealed`: it lets none be sent now. */
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

/** The observer is trusted for what it saw, not for what it means: address and kind are judged here. Null: it is no insecure request. */
function toFact(sighting: AnySighting, context: SightingContext): FreshFact | null {
  const { url, via, source } = sighting;
  if (via === 'stop') return null;
  const target = targetOf(url);
  if (target !== 'http-public' && target !== 'http-private') return null;
  const word = wordOf(sighting, via);
  // A page that goes elsewhere leaves; a frame that does loads into the page around it.
  if (context.frameId === 0 && sighting.what.startsWith('meta ')) return null;
  if (word === null || (context.engine === 'chromium' && isSvgScript(sighting))) return null;
  if (word === 'form' && context.stopsForms) return null;
  const isForm = word === 'form';
  const policy = context.byPolicy || sighting.underPolicy || (isForm && context.upgradesForms);
  const outcome = outcomeOf(sighting, word, context);
  const wide = via === 'report' && kindsIn(word).some(isFrame) && isOrigin(url);
  return { ...placeFact(url, { word, via, outcome, policy, wide, source }), sighting };
}

/** Only insecure addresses are reported: one whose host was cut off is one of them, whatever the part that is left looks like. */
function targetOf(url: string): AddressClass {
  return isHostCut(url) && /^(http|ws):/.test(url) ? 'http-public' : classifyAddress(url);
}

function outcomeOf(
  { via, outcome, url }: AnySighting,
  word: KindWord,
  { mayLeave, engine, frameUrl }: SightingContext,
): MixedFact['outcome'] {
  if (via === 'request') return 'loaded';
  // Requests of shared workers are seen on their way, their sockets are not.
  if (mayLeave && word === 'websocket') return 'unknown';
  // Chromium refuses frames with credentials.
  if (via === 'dom' && word === 'frame' && engine === 'chromium' && hasCredentials(url)) return 'not-loaded';
  // Chromium has them in its list all the same. In the deep check its report counts, as it does for its own DevTools.
  if (word === 'drawing' && isElsewhere(url, frameUrl)) return 'not-loaded';
  // Firefox lists what it upgraded under the address that the page asked for.
  return via === 'timing' && engine === 'firefox' ? null : outcome;
}

/** Drawings are used from the page's own origin alone (SVG 2, 16.1.2). Documents without an address of their own have another one's origin. */
function isElsewhere(url: string, frameUrl: string): boolean {
  const frame = parseAddress(frameUrl);
  const asked = parseAddress(url.replace(/^http:/, 'https:'));
  return frame?.protocol === 'https:' && asked?.origin !== frame.origin;
}

function wordOf({ what, url }: AnySighting, via: SightingSource): KindWord | null {
  switch (via) {
    case 'dom':
    case 'sheet':
      return kindOfElement(what);
    case 'timing':
      return kindOfInitiator(what);
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
  return via === 'dom' && /^script (xlink:)?href\b/.test(what);
}

function isOrigin(url: string): boolean {
  return /^\w+:\/\/[^/?#]*\/?$/.test(url);
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

/** A fact about every frame of an origin is kept with each of them, but is about none of their addresses. */
function placeFact(url: string, fact: MixedFact): PlacedFact {
  return { address: fact.wide ? `${originOf(url)}/` : requestedAddress(url), fact };
}

/** As the page asked for it: the one that still has its fragment or credentials. */
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

/** Of two elements the first in the order of their selectors, so that the order of coming does not count. */
function firstElement(a: MixedEntry['element'], b: MixedEntry['element']): MixedEntry['element'] {
  if (a === null || b === null) return a ?? b;
  return (elementText(a) ?? '') <= (elementText(b) ?? '') ? a : b;
}

/** Every entry stays where it was; one that is known better now takes the place of what it was taken for; new ones come last. */
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

function stopsIn(sightings: readonly AnySighting[]): readonly AnySighting[] {
  return sightings.filter(({ via }) => via === 'stop');
}

/** Browsers ask a page's own policies first. Of forms they tell only once one is sent, and of downloads never. */
function addStops(
  known: readonly StoppedLoad[],
  sightings: readonly AnySighting[],
  { frameId }: SightingContext,
): readonly StoppedLoad[] {
  const stops = new Map(known.map((stop) => [stopId(stop), stop]));
  for (const { url, what } of stopsIn(sightings)) {
    const element = kindOfElement(what);
    // What browsers upgrade is named by its encrypted address.
    const directive = url.startsWith('https:') ? `${what} upgraded` : what;
    const word = element ?? kindOfDirective(directive, url);
    const facts: readonly MixedFact[] = element === null ? [] : [idleFact(element)];
    const stop: StoppedLoad = { frameId, url: insecureAddress(url), word, facts };
    if (word !== 'form' && stops.size < MAX_STOPPED && !stops.has(stopId(stop)))
      stops.set(stopId(stop), stop);
  }
  return stops.size === known.length ? known : [...stops.values()];
}

/** An icon for a home screen: policies are asked, so the browser reports it, but nothing is fetched. */
function idleFact(word: KindWord): MixedFact {
  return { word, via: 'dom', outcome: 'not-loaded', policy: false, wide: false, source: null };
}

/** The address under which a request was to be made before it was upgraded. */
function insecureAddress(url: string): string {
  return requestedAddress(url).replace(/^https:/, 'http:');
}

function stopId({ frameId, word, url }: StoppedLoad): string {
  return `${frameId} ${word} ${url}`;
}

function isStopped(
  entry: JoinedEntry,
  stopped: readonly StoppedLoad[],
  { frameId }: SightingContext,
): boolean {
  return (
    entry.outcome !== 'loaded' && stopped.some((stop) => stop.frameId === frameId && isStoppedBy(entry, stop))
  );
}

function isStoppedBy({ kind, url }: JoinedEntry, stop: StoppedLoad): boolean {
  if (!kindsIn(stop.word).includes(kind)) return false;
  // Browsers name a frame by its origin alone.
  return isFrame(kind) ? originOf(url) === originOf(stop.url) : requestedAddress(url) === stop.url;
}

/** What is known of stopped requests is kept with them: a source may have told of another request at the same time. */
function keepStoppedFacts(
  stopped: readonly StoppedLoad[],
  joined: readonly JoinedEntry[],
  { frameId }: SightingContext,
): readonly StoppedLoad[] {
  if (!stopped.some((stop) => stop.frameId === frameId)) return stopped;
  return stopped.map((stop) => {
    if (stop.frameId !== frameId) return stop;
    const facts = joined.filter(
      (entry) => isStoppedBy(entry, stop) && requestedAddress(entry.url) === stop.url,
    );
    return facts.length === 0
      ? stop
      : { ...stop, facts: mergeFacts([...stop.facts, ...facts.flatMap((entry) => entry.facts)]) };
  });
}
