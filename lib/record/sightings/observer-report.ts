// What an observer sends to the background. Sightings are raw: the background decides what they mean.
import { requestedAddress } from '../../address/address.ts';
import type { MetaFacts } from './read-metas.ts';
import type { SightingSource } from '../../mixed-content/mixed-content.ts';
import type { ElementPlace, SourcePlace } from '../../mixed-content/place.ts';
import type { FieldCounts, ScanState } from '../record.ts';

/**
 * A meta in the document's head that stands for a header, as `name:value`; or, of a page, `sandbox:` and that attribute of a frame in it, `null` where it has
 * none. Since when: 0 from the start, else ms since the start of the document's navigation.
 */
export type MetaLine = readonly [line: string, since: number];

/** One insecure load that an observer saw; with `stop`, one that a policy of the page's own stopped. */
export interface RawSighting {
  /** Absolute, bounded at MAX_URL. */
  readonly url: string;
  /** The element and attribute, or the initiator, in the words of load-kind.ts. */
  readonly what: string;
  readonly via: Exclude<SightingSource, 'request' | 'redirect'> | 'stop';
  /** What the source itself shows; null when it only shows that the load was asked for. */
  readonly outcome: 'blocked' | 'upgraded' | 'loaded' | 'not-loaded' | 'failed' | null;
  /** How many of the document's meta lines were in force before. */
  readonly metas: number;
  readonly element: ElementPlace | null;
  readonly source: SourcePlace | null;
  /** Elements of this frame that ask for it, at least 1. */
  readonly count: number;
}

/** One whose meta lines were read. */
export interface Sighting extends Omit<RawSighting, 'metas'> {
  /** The document's own `upgrade-insecure-requests` was there before. */
  readonly underPolicy: boolean;
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
  readonly sightings: readonly RawSighting[];
  /** Hosts of encrypted loads that share the last two labels of the document's own host, its own first. */
  readonly hosts: readonly string[];
  /** In the order in which they came into force. */
  readonly metas: readonly MetaLine[];
  /** The start of the document's navigation, ms since epoch. */
  readonly startedAt: number;
  /** The document's base URL when a `<base>` makes it an insecure one, bounded at MAX_URL; else null. */
  readonly base: string | null;
  /** Sightings that the observer left out because its own list was full. */
  readonly dropped: number;
  readonly scan: ScanState;
  /** The frame's document is going away; what it reported no longer holds. */
  readonly gone: boolean;
}

/** A report as it came through the boundary: each part was checked on its own, and the meta lines were read. */
export interface ReceivedReport extends Omit<ObserverReport, 'sightings' | 'metas'> {
  readonly sightings: readonly Sighting[];
  readonly metas: MetaFacts;
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

/** Longest value of an attribute in a `what`, and all of them: every word that load-kind.ts knows is far shorter. */
export const MAX_DETAIL = 150;
export const MAX_WHAT = 1000;
/** Longest host kept: DNS has none longer (RFC 1035, 2.3.4). */
export const MAX_HOST = 253;
/** Sightings that one frame keeps, at most. */
export const MAX_SIGHTINGS_PER_FRAME = 3000;
/** Sightings in one message: a frame with more sends several. Not fewer, because the background stores the whole record with each. */
export const MAX_SIGHTINGS_PER_REPORT = 500;

/** Meta lines that one frame reports at most: a page may add them without end. */
export const MAX_METAS = 50;
/** Longest meta line, in UTF-16 units. A longer one is left out whole: a part of it could say something else. */
export const MAX_META = 16_384;

/** Hosts that one frame reports at most. */
export const MAX_HOSTS_PER_FRAME = 100;

export const NO_FIELDS: FieldCounts = { password: 0, card: 0, oneTimeCode: 0, text: 0 };
