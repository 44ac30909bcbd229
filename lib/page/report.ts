// What an observer sends to the background. Sightings are raw: the background decides what they mean.
import { requestedAddress } from './address.ts';
import type { SightingSource } from './mixed-content.ts';
import type { ElementPlace, SourcePlace } from './place.ts';
import type { FieldCounts, ScanState } from './record.ts';

/** One insecure load that an observer saw; with `stop`, one that a policy of the page's own stopped. */
export interface Sighting {
  /** Absolute, bounded at MAX_URL. */
  readonly url: string;
  /** The element and attribute, or the initiator, in the words of load-kind.ts. */
  readonly what: string;
  readonly via: Exclude<SightingSource, 'request' | 'redirect'> | 'stop';
  /** What the source itself shows; null when it only shows that the load was asked for. */
  readonly outcome: 'blocked' | 'upgraded' | 'loaded' | 'not-loaded' | 'failed' | null;
  /** The document's own `upgrade-insecure-requests` was there before. */
  readonly underPolicy: boolean;
  readonly element: ElementPlace | null;
  readonly source: SourcePlace | null;
  /** Elements of this frame that ask for it, at least 1. */
  readonly count: number;
}

/** What a sighting says that knows no more than that the load was asked for. */
export const ONLY_ASKED = {
  outcome: null,
  underPolicy: false,
  element: null,
  source: null,
  count: 1,
} as const;

/**
 * Where a report stands among those of its document. `first`: the background has acknowledged none. `next`: it has, and this one brings only what is
 * new. `again`: it has, and from this one on everything is sent anew.
 */
export const REPORT_TURNS = ['first', 'next', 'again'] as const;
export type ReportTurn = (typeof REPORT_TURNS)[number];

/** The background's answer to a report: it was stored, or not, or the document's earlier reports are unknown and everything is wanted again. */
export type ReportAnswer = boolean | 'unknown';

/** One message of an observer. The first one of a page comes once it has loaded, even when there is nothing else to say. */
export interface ObserverReport {
  readonly type: 'report';
  /** Random, one per document: a page that comes back from the back/forward cache keeps its own. */
  readonly documentId: string;
  readonly turn: ReportTurn;
  /** The document's address when it was opened: the page may have given itself another since, and its request bears this one. */
  readonly openedAs: string;
  readonly secureContext: boolean;
  readonly fields: FieldCounts;
  readonly sightings: readonly Sighting[];
  /** Hosts of encrypted loads that share the last two labels of the document's own host, its own first. */
  readonly hosts: readonly string[];
  /** The page's markup has the policy that turns http loads into https. */
  readonly upgrades: boolean;
  /** The page's markup has a policy that lets no form be sent over http. */
  readonly stopsForms: boolean;
  /** Of a page: it has frames, and the sandbox of each lets no form be sent from it or from a frame inside (HTML standard, `allow-forms`). */
  readonly sealsFrames?: boolean | undefined;
  /** The document's base URL when a `<base>` makes it an insecure one, bounded at MAX_URL; else null. */
  readonly base: string | null;
  /** Sightings that the observer left out because its own list was full. */
  readonly dropped: number;
  readonly scan: ScanState;
  /** The frame's document is going away; what it reported no longer holds. */
  readonly gone: boolean;
}

/** A report as it came through the boundary: each part was checked on its own. */
export interface ReceivedReport extends ObserverReport {
  /** Parts that were left out because their shape or size was wrong. */
  readonly refused: number;
}

/** Where a report came from, as the browser says and not as the page says. */
export interface ReportSource {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
  readonly private: boolean;
}

/** Longest address kept, in UTF-16 units: enough to recognise it, small enough for a page that makes them by the thousand. */
export const MAX_URL = 2048;
/** An address in at most MAX_URL units. Of a longer one the credentials go first: cut inside them, it would name another host, or none. */
export function shortAddress(url: string): string {
  return url.length > MAX_URL ? requestedAddress(url).slice(0, MAX_URL) : url;
}

/** Whether an address was shortened inside its host, so that the rest of the host is unknown. */
export function isHostCut(url: string): boolean {
  return url.length >= MAX_URL && /^\w+:\/\/[^/]*$/.test(url);
}

/** Longest `what` kept: every word that load-kind.ts knows is far shorter. */
export const MAX_WHAT = 200;
/** Longest host kept: DNS has none longer (RFC 1035, 2.3.4). */
export const MAX_HOST = 253;
/** Sightings that one frame keeps, at most. */
export const MAX_SIGHTINGS_PER_FRAME = 3000;
/** Sightings in one message: a frame with more sends several. Not fewer, because the background stores the whole record with each. */
export const MAX_SIGHTINGS_PER_REPORT = 500;

/** Hosts that one frame reports at most. */
export const MAX_HOSTS_PER_FRAME = 100;

export const NO_FIELDS: FieldCounts = { password: 0, card: 0, oneTimeCode: 0, text: 0 };
