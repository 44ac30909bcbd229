// The insecure requests of one document, one entry per address and source, and which of them the background has not received yet.
import { requestedAddress } from '../address/address.ts';
import { MAX_SIGHTINGS_PER_FRAME, MAX_SIGHTINGS_PER_REPORT } from '../record/sightings/observer-report.ts';
import type { RawSighting } from '../record/sightings/observer-report.ts';
import { MAX_URL, shortAddress } from '../address/address-bounds.ts';

export interface Finds {
  /** Adds a sighting, or what it adds to an earlier one. Returns whether there is news to send. */
  readonly add: (sighting: RawSighting, isAnotherElement?: boolean) => boolean;
  /** Counts a sighting that could not be kept. */
  readonly drop: (via: RawSighting['via']) => void;
  /** The next sightings to send; `putBack` returns them when they were not received. `isLast`: there are no more. */
  readonly take: () => readonly [sightings: readonly RawSighting[], putBack: () => void, isLast: boolean];
  /** Marks everything as not sent: the background may have forgotten this document. */
  readonly resend: () => void;
  readonly size: number;
  /** Whether further addresses are only counted. */
  readonly isFull: () => boolean;
  /** The number of sightings that were left out because there were too many: of the source with the most, since sources see the same requests. */
  readonly dropped: number;
}

/** Room for sightings of one address, on average: a page may request it in any number of ways. */
const SOURCES = 4;
/** Additional room for addresses with each rank; requests that load have as much as the background keeps. */
export const SPARE = 500;

/** Makes an empty collection. */
export function makeFinds(): Finds {
  const all = new Map<string, RawSighting>();
  const addresses = new Set<string>();
  const unsent = new Set<string>();
  const dropped: Record<string, number> = {};
  const drop = (via: RawSighting['via']): void => void (dropped[via] = (dropped[via] ?? 0) + 1);
  const isFull = (): boolean => addresses.size >= MAX_SIGHTINGS_PER_FRAME;
  return {
    add: (sighting, isAnotherElement = false) => {
      const { via, what, metas, source } = sighting;
      const url = shortAddress(sighting.url);
      const asked = requestedAddress(url);
      // Elements that request one address in several ways are several requests: one may be blocked and the other not.
      const key = [via, what, metas, asked].join();
      const known = all.get(key);
      // Each rank has room that lower ranks cannot fill.
      const room = MAX_SIGHTINGS_PER_FRAME + SPARE * (rankOf(sighting) - 1);
      if (!known && ((addresses.size >= room && !addresses.has(asked)) || all.size >= room * SOURCES)) {
        drop(via);
        return true;
      }
      addresses.add(asked);
      const outcome = known ? worse(sighting.outcome, known.outcome) : sighting.outcome;
      const count = known ? known.count + (isAnotherElement ? 1 : 0) : 1;
      if (known?.outcome === outcome && known.count === count) return false;
      all.set(key, {
        ...(known ?? {
          ...sighting,
          source: source && { ...source, url: source.url.slice(0, MAX_URL) },
        }),
        url,
        outcome,
        count,
      });
      unsent.add(key);
      return true;
    },
    drop,
    take: () => {
      const keys = [...unsent].slice(0, MAX_SIGHTINGS_PER_REPORT);
      for (const key of keys) unsent.delete(key);
      return [
        keys.flatMap((key) => all.get(key) ?? []),
        () => keys.forEach((key) => unsent.add(key)),
        unsent.size === 0,
      ];
    },
    resend: () => {
      for (const key of all.keys()) unsent.add(key);
    },
    get size() {
      return all.size;
    },
    isFull,
    get dropped() {
      return Math.max(0, ...Object.values(dropped));
    },
  };
}

/** How much a sighting matters when not all can be kept: stopped, upgraded or idle ones are harmless; no other source sees a form or download. */
function rankOf({ what, via, outcome }: RawSighting): number {
  if (sends(what)) return 2;
  return /stop|up|not/.test(`${via}${outcome}`) ? 0 : 1;
}

/** "Not loaded" is dropped when a like element loads; other outcomes stay. */
function worse(fresh: RawSighting['outcome'], known: RawSighting['outcome']): RawSighting['outcome'] {
  if (known === 'not-loaded') return fresh;
  return fresh === 'not-loaded' ? known : (fresh ?? known);
}

/** Whether a request is sent when the user acts, not when the page loads: forms and downloads. */
export function sends(what: string): boolean {
  return /^(?:a|area) |^\w+ (?:form)?action/.test(what);
}
