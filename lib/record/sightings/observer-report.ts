// What an observer sends to the background. Sightings are raw: the background decides what they mean.
import type { SightingSource } from '../../mixed-content/mixed-content.ts';
import type { ElementPlace, SourcePlace } from '../../mixed-content/place.ts';

/** The kinds of fields that are counted. `text` is any other field that a user types into. */
export const FIELD_KINDS = ['password', 'card', 'oneTimeCode', 'text'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** How many fields of each kind a frame shows now. */
export type FieldCounts = Readonly<Record<FieldKind, number>>;

export const NO_FIELDS: FieldCounts = { password: 0, card: 0, oneTimeCode: 0, text: 0 };

/**
 * How far an observer has scanned its document. `running`: the first scan is not finished. `done`: it is, and changes are followed. `gave-up`: the
 * document changed so much that it is not followed any more. `deaf`: the document was replaced under the observer, which cannot follow it.
 */
export const SCAN_STATES = ['running', 'done', 'gave-up', 'deaf'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/**
 * A meta in the document's head that stands for a header, as `name:value`; or, of a page, `sandbox:` and that attribute of a frame in it, `null` where it has
 * none. Since when: 0 from the start, else ms since the start of the document's navigation.
 */
export type MetaLine = readonly [line: string, since: number];

/** One insecure load that an observer saw; with `stop`, one that a policy of the page's own stopped. */
export interface RawSighting {
  /** Absolute, bounded at MAX_URL (lib/address/address-bounds.ts). */
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
