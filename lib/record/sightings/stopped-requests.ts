// Requests that the page's own policy blocked: browsers apply the policy before they check for mixed content, so these are not in its list.
import { requestedAddress } from '../../address/address.ts';
import { kindOfDirective, kindOfElement } from '../../mixed-content/load-kind.ts';
import { kindsIn } from '../../mixed-content/mixed-content.ts';
import type { KindWord } from '../../mixed-content/mixed-content.ts';
import type { MixedFact, StoppedLoad } from '../../mixed-content/mixed-entry.ts';
import { isFrame, mergeFacts, originOf } from './join-sightings.ts';
import type { JoinedEntry } from './join-sightings.ts';
import type { AnySighting } from './received-report.ts';
import type { SightingContext } from './sighting-facts.ts';

/** The most blocked requests that are stored per page. */
const MAX_STOPPED = 1000;

export function stopsIn(sightings: readonly AnySighting[]): readonly AnySighting[] {
  return sightings.filter(({ via }) => via === 'stop');
}

/** Browsers apply a page's own policies first. They report forms only when sent, and downloads never. */
export function addStops(
  known: readonly StoppedLoad[],
  sightings: readonly AnySighting[],
  { frameId }: SightingContext,
): readonly StoppedLoad[] {
  const stops = new Map(known.map((stop) => [stopId(stop), stop]));
  for (const { url, what } of stopsIn(sightings)) {
    const element = kindOfElement(what);
    // Upgraded requests are reported by their https address.
    const directive = url.startsWith('https:') ? `${what} upgraded` : what;
    const word = element ?? kindOfDirective(directive, url);
    const facts: readonly MixedFact[] = element === null ? [] : [idleFact(element)];
    const stop: StoppedLoad = { frameId, url: insecureAddress(url), word, facts };
    if (word !== 'form' && stops.size < MAX_STOPPED && !stops.has(stopId(stop)))
      stops.set(stopId(stop), stop);
  }
  return stops.size === known.length ? known : [...stops.values()];
}

/** An icon for a home screen: policies are checked, so the browser reports it, but nothing is fetched. */
function idleFact(word: KindWord): MixedFact {
  return { word, via: 'dom', outcome: 'not-loaded', policy: false, wide: false, source: null };
}

/** The address of a request before it was upgraded. */
export function insecureAddress(url: string): string {
  return requestedAddress(url).replace(/^https:/, 'http:');
}

function stopId({ frameId, word, url }: StoppedLoad): string {
  return `${frameId} ${word} ${url}`;
}

export function isStopped(
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
  // Browsers report a frame by its origin only.
  return isFrame(kind) ? originOf(url) === originOf(stop.url) : requestedAddress(url) === stop.url;
}

/** Facts about blocked requests are stored with them: a source may have reported another request at the same time. */
export function keepStoppedFacts(
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
