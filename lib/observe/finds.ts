// What one document asks for without encryption, one entry per address and source, and which of it the background does not know yet.
import { requestedAddress } from '../page/address.ts';
import { MAX_SIGHTINGS_PER_FRAME, MAX_SIGHTINGS_PER_REPORT, MAX_URL, shortAddress } from '../page/report.ts';
import type { Sighting } from '../page/report.ts';

export interface Finds {
  /** Adds a sighting, or what it tells more than the one before it. True: there is news to send. */
  readonly add: (sighting: Sighting, isAnotherElement?: boolean) => boolean;
  /** Counts what a source named and could not be kept. */
  readonly drop: (via: Sighting['via']) => void;
  /** The page's own policy stopped this load: browsers do so before they look at mixed content, so it is none. */
  readonly stop: (url: string) => void;
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

/** None yet. */
export function makeFinds(): Finds {
  const all = new Map<string, Sighting>();
  const addresses = new Set<string>();
  const unsent = new Set<string>();
  const stopped = new Set<string>();
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
      if (stopped.has(asked)) return false;
      if (isFull() && !addresses.has(asked)) {
        drop(via);
        if (!makeRoom(rankOf(sighting))) return true;
      }
      addresses.add(asked);
      const key = keyOf(sighting, asked);
      const known = all.get(key);
      const outcome = sighting.outcome ?? known?.outcome ?? null;
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
    stop: (url) => {
      if (stopped.size >= MAX_SIGHTINGS_PER_FRAME) return;
      const address = requestedAddress(shortAddress(url));
      stopped.add(address);
      for (const via of VIAS) {
        const key = `${via} ${address}`;
        if (unsent.delete(key)) all.delete(key);
      }
    },
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
function rankOf({ what, outcome }: Sighting): number {
  return sends(what) ? 2 : Number(outcome !== 'upgraded');
}

const VIAS = ['dom', 'sheet', 'timing', 'report', 'send'] as const;

/** What is only sent or offered is another thing than a load from the same address. */
function keyOf({ via, what }: Sighting, url: string): string {
  const kind: (typeof VIAS)[number] = sends(what) ? 'send' : via;
  return `${kind} ${url}`;
}

/** Forms and downloads go out when a person acts, not when the page loads. */
export function sends(what: string): boolean {
  return /^(?:a|area) |action$/.test(what);
}
