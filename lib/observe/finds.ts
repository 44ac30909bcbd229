// What one document asks for without encryption, one entry per address and source, and which of it the background does not know yet.
import { MAX_SIGHTINGS_PER_FRAME, MAX_SIGHTINGS_PER_REPORT, MAX_URL } from '../page/report.ts';
import type { Sighting } from '../page/report.ts';

export class Finds {
  readonly #all = new Map<string, Sighting>();
  readonly #unsent = new Set<string>();
  readonly #stopped = new Set<string>();
  /** Sightings left out because there were too many. */
  dropped = 0;

  /** Adds a sighting, or what it tells more than the one before it. True: there is news to send. */
  add(sighting: Sighting, isAnotherElement = false): boolean {
    const url = sighting.url.slice(0, MAX_URL);
    const asked = bare(url);
    if (this.#stopped.has(asked)) return false;
    const key = keyOf(sighting, asked);
    const known = this.#all.get(key);
    const outcome = sighting.outcome ?? known?.outcome ?? null;
    if (known === undefined && this.isFull) {
      this.dropped += 1;
      return true;
    }
    const count = (known?.count ?? 0) + Number(known === undefined || isAnotherElement);
    if (known?.outcome === outcome && known.count === count) return false;
    this.#all.set(key, { ...(known ?? sighting), url, outcome, count });
    this.#unsent.add(key);
    return true;
  }

  /** The page's own policy stopped this load: browsers do so before they look at mixed content, so it is none. */
  stop(url: string): void {
    if (this.#stopped.size >= MAX_SIGHTINGS_PER_FRAME) return;
    const stopped = bare(url.slice(0, MAX_URL));
    this.#stopped.add(stopped);
    for (const via of VIAS) {
      const key = `${via} ${stopped}`;
      if (this.#unsent.delete(key)) this.#all.delete(key);
    }
  }

  get size(): number {
    return this.#all.size;
  }

  /** Whether further addresses are only counted. */
  get isFull(): boolean {
    return this.size >= MAX_SIGHTINGS_PER_FRAME;
  }

  /** Whether the background has everything. */
  get isSent(): boolean {
    return this.#unsent.size === 0;
  }

  /** The next sightings to send; should they not arrive, `putBack` takes them again. */
  take(): { readonly sightings: readonly Sighting[]; readonly putBack: () => void } {
    const keys = [...this.#unsent].slice(0, MAX_SIGHTINGS_PER_REPORT);
    for (const key of keys) this.#unsent.delete(key);
    return {
      sightings: keys.flatMap((key) => this.#all.get(key) ?? []),
      putBack: () => keys.forEach((key) => this.#unsent.add(key)),
    };
  }

  /** Sends everything again: the background may have forgotten this document. */
  resend(): void {
    for (const key of this.#all.keys()) this.#unsent.add(key);
  }
}

const VIAS = ['dom', 'sheet', 'timing', 'report', 'send'] as const;

/** What is only sent or offered is another thing than a load from the same address. */
function keyOf({ via, what }: Sighting, url: string): string {
  const kind: (typeof VIAS)[number] = sends(what) ? 'send' : via;
  return `${kind} ${url}`;
}

/** An address as reports and the list of loads name it: no fragment, no credentials (CSP 3, 5.4; Resource Timing 2, 4.3). */
export function bare(url: string): string {
  return url.replace(/#.*|(?<=:\/\/)[^/@?]*@/g, '');
}

/** Forms and downloads go out when a person acts, not when the page loads. */
export function sends(what: string): boolean {
  return /^(?:a|area) |action$/.test(what);
}
