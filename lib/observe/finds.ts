// What one document asks for without encryption, one entry per address and source, and which of it the background does not know yet.
import { requestedAddress } from '../page/address.ts';
import { MAX_SIGHTINGS_PER_FRAME, MAX_SIGHTINGS_PER_REPORT, MAX_URL, shortAddress } from '../page/report.ts';
import type { Sighting } from '../page/report.ts';

export interface Finds {
  /** Adds a sighting, or what it tells more than the one before it. True: there is news to send. */
  readonly add: (sighting: Sighting, isAnotherElement?: boolean) => boolean;
  /** Counts what a source named and could not be kept. */
  readonly drop: (via: Sighting['via']) => void;
  /** The next sightings to send; should they not arrive, `putBack` takes them again. */
  readonly take: () => {
    readonly sightings: readonly Sighting[];
    readonly putBack: () => void;
    /** There are no more. */
    readonly isLast: boolean;
  };
  /** Sends everything again: the background may have forgotten this document. */
  readonly resend: () => void;
  readonly size: number;
  /** Whether further addresses are only counted. */
  readonly isFull: () => boolean;
  /** Sightings left out because there were too many: those of the source that had most, since sources see the same loads. */
  readonly dropped: number;
}

/** Sightings of one address that there is room for, on average: a page may ask for it in any number of ways. */
const SOURCES = 4;

/** None yet. */
export function makeFinds(): Finds {
  const all = new Map<string, Sighting>();
  const addresses = new Set<string>();
  const unsent = new Set<string>();
  const dropped = new Map<string, number>();
  const drop = (via: Sighting['via']): void => void dropped.set(via, (dropped.get(via) ?? 0) + 1);
  const isFull = (): boolean => addresses.size >= MAX_SIGHTINGS_PER_FRAME;
  /** No sighting has a lower rank than this. */
  let lowest = 0;

  /** Takes away the first of the sightings that matter least, if it matters less than one of this rank. */
  const makeRoom = (rank: number): boolean => {
    for (; lowest < rank; lowest += 1)
      for (const [key, known] of all)
        if (rankOf(known) === lowest) {
          all.delete(key);
          unsent.delete(key);
          addresses.delete(requestedAddress(known.url));
          return true;
        }
    return false;
  };

  return {
    add: (sighting, isAnotherElement = false) => {
      const { via, source } = sighting;
      const url = shortAddress(sighting.url);
      const asked = requestedAddress(url);
      const key = keyOf(sighting, asked);
      const known = all.get(key);
      if (!known && ((isFull() && !addresses.has(asked)) || all.size >= MAX_SIGHTINGS_PER_FRAME * SOURCES)) {
        drop(via);
        if (!makeRoom(rankOf(sighting))) return true;
      }
      addresses.add(asked);
      const outcome = worse(sighting.outcome, known);
      const count = (known?.count ?? 0) + Number(known === undefined || isAnotherElement);
      if (known?.outcome === outcome && known.count === count) return false;
      const next = {
        ...(known ?? {
          ...sighting,
          source: source && { ...source, url: source.url.slice(0, MAX_URL) },
        }),
        url,
        outcome,
        count,
      };
      lowest = Math.min(lowest, rankOf(next));
      all.set(key, next);
      unsent.add(key);
      return true;
    },
    drop,
    take: () => {
      const keys = [...unsent].slice(0, MAX_SIGHTINGS_PER_REPORT);
      for (const key of keys) unsent.delete(key);
      return {
        sightings: keys.flatMap((key) => all.get(key) ?? []),
        putBack: () => keys.forEach((key) => unsent.add(key)),
        isLast: unsent.size === 0,
      };
    },
    resend: () => {
      for (const key of all.keys()) unsent.add(key);
    },
    get size() {
      return all.size;
    },
    isFull,
    get dropped() {
      return Math.max(0, ...dropped.values());
    },
  };
}

/** How much a sighting matters when not all can be kept: an upgraded load is harmless, a form or download is seen by no other source. */
function rankOf({ what, via, outcome }: Sighting): number {
  return sends(what) ? 2 : Number(via !== 'stop' && outcome !== 'upgraded' && outcome !== 'not-loaded');
}

/** Elements that ask for one address in several ways are several requests: one may be blocked and the other not. */
function keyOf({ via, what, underPolicy }: Sighting, url: string): string {
  return [via, what, underPolicy, url].join();
}

/** What an element that loads nothing says is forgotten once one like it loads; what happened is not. */
function worse(fresh: Sighting['outcome'], known: Sighting | undefined): Sighting['outcome'] {
  if (known && fresh === 'not-loaded') return known.outcome;
  return fresh ?? (known && known.outcome !== 'not-loaded' ? known.outcome : null);
}

/** Forms and downloads go out when a person acts, not when the page loads. */
export function sends(what: string): boolean {
  return /^(?:a|area) |action$/.test(what);
}
