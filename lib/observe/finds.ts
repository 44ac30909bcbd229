// What one document asks for without encryption, one entry per address and source, and which of it the background does not know yet.
import { requestedAddress } from '../address/address.ts';
import { MAX_SIGHTINGS_PER_FRAME, MAX_SIGHTINGS_PER_REPORT } from '../record/sightings/observer-report.ts';
import type { RawSighting } from '../record/sightings/observer-report.ts';
import { MAX_URL, shortAddress } from '../address/address-bounds.ts';

export interface Finds {
  /** Adds a sighting, or what it tells more than the one before it. True: there is news to send. */
  readonly add: (sighting: RawSighting, isAnotherElement?: boolean) => boolean;
  /** Counts what a source named and could not be kept. */
  readonly drop: (via: RawSighting['via']) => void;
  /** The next sightings to send; should they not arrive, `putBack` takes them again. `isLast`: there are no more. */
  readonly take: () => readonly [sightings: readonly RawSighting[], putBack: () => void, isLast: boolean];
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
/** Addresses for which there is more room with each rank; loads have all that the background keeps. */
export const SPARE = 500;

/** None yet. */
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
      // Elements that ask for one address in several ways are several requests: one may be blocked and the other not.
      const key = [via, what, metas, asked].join();
      const known = all.get(key);
      // Each rank has room that those below it cannot fill.
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

/** How much a sighting matters when not all can be kept: what is stopped, upgraded or not loaded is harmless, a form or download is seen by no other source. */
function rankOf({ what, via, outcome }: RawSighting): number {
  if (sends(what)) return 2;
  return /stop|up|not/.test(`${via}${outcome}`) ? 0 : 1;
}

/** What an element that loads nothing says is forgotten once one like it loads; what happened is not. */
function worse(fresh: RawSighting['outcome'], known: RawSighting['outcome']): RawSighting['outcome'] {
  if (known === 'not-loaded') return fresh;
  return fresh === 'not-loaded' ? known : (fresh ?? known);
}

/** Forms and downloads go out when a person acts, not when the page loads. */
export function sends(what: string): boolean {
  return /^(?:a|area) |^\w+ (?:form)?action/.test(what);
}
