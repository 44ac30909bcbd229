// The message of an observer to the background. Sightings are raw: the background interprets them.
import type { SightingSource } from '../../mixed-content/mixed-content.ts';
import type { ElementPlace, SourcePlace } from '../../mixed-content/place.ts';

/** The kinds of fields that are counted. `text` is any other field that a user types into. */
export const FIELD_KINDS = ['password', 'card', 'oneTimeCode', 'text'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** The number of fields of each kind that a frame shows now. */
export type FieldCounts = Readonly<Record<FieldKind, number>>;

export const NO_FIELDS: FieldCounts = { password: 0, card: 0, oneTimeCode: 0, text: 0 };

/**
 * How far an observer has scanned its document. `running`: the first scan is not finished. `done`: it is finished, and changes are followed.
 * `gave-up`: the document changed so much that it is no longer followed. `deaf`: the document was replaced, and the observer cannot follow it.
 */
export const SCAN_STATES = ['running', 'done', 'gave-up', 'deaf'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/**
 * A meta in the document's head that acts as a header, as `name:value`; or, for a page, `sandbox:` with that attribute of one of its frames, `null`
 * if it has none. Since when: 0 from the start, else ms since the start of the document's navigation.
 */
export type MetaLine = readonly [line: string, since: number];

/** One insecure request that an observer saw; with `stop`, one that the page's own policy blocked. */
export interface RawSighting {
  /** Absolute, bounded at MAX_URL (lib/address/address-bounds.ts). */
  readonly url: string;
  /** The element and attribute, or the initiator, in the words of load-kind.ts. */
  readonly what: string;
  readonly via: Exclude<SightingSource, 'request' | 'redirect'> | 'stop';
  /** What the source reports; null when it only reports that the request was made. */
  readonly outcome: 'blocked' | 'upgraded' | 'loaded' | 'not-loaded' | 'failed' | null;
  /** The number of the document's meta lines that applied before it. */
  readonly metas: number;
  readonly element: ElementPlace | null;
  readonly source: SourcePlace | null;
  /** The number of this frame's elements that request it, at least 1. */
  readonly count: number;
}

/**
 * The position of a report among those of its document. `first`: the background has acknowledged none. `next`: it has, and this report contains only
 * what is new. `again`: it has, and from this report on everything is sent again.
 */
export const REPORT_TURNS = ['first', 'next', 'again'] as const;
export type ReportTurn = (typeof REPORT_TURNS)[number];

/** The background's answer to a report: stored, not stored, or the document's earlier reports are unknown and everything must be sent again. */
export type ReportAnswer = boolean | 'unknown';

/** One message of an observer. A page sends its first one once it has loaded, even if there is nothing to report. */
export interface ObserverReport {
  readonly type: 'report';
  /** Random, one per document: a page from the back/forward cache keeps its own. */
  readonly documentId: string;
  readonly turn: ReportTurn;
  /** The document's address when it was opened: the page may have changed it since, and its request has this one. */
  readonly openedAs: string;
  readonly secureContext: boolean;
  readonly fields: FieldCounts;
  readonly sightings: readonly RawSighting[];
  /** Hosts of https requests that share the last two labels of the document's own host, that host first. */
  readonly hosts: readonly string[];
  /** In the order in which they began to apply. */
  readonly metas: readonly MetaLine[];
  /** The start of the document's navigation, ms since epoch. */
  readonly startedAt: number;
  /** The document's base URL if a `<base>` makes it insecure, bounded at MAX_URL; else null. */
  readonly base: string | null;
  /** The number of sightings that the observer left out because its list was full. */
  readonly dropped: number;
  readonly scan: ScanState;
  /** The frame's document is being unloaded; its reports no longer apply. */
  readonly gone: boolean;
}

/** The most sightings that one frame stores. */
export const MAX_SIGHTINGS_PER_FRAME = 3000;
/**
 * The most sightings in one message: a frame with more sends several. It is not lower, because the background stores the whole record with each
 * message.
 */
export const MAX_SIGHTINGS_PER_REPORT = 500;

/** The most meta lines that one frame reports: a page may add them without end. */
export const MAX_METAS = 50;
/** The longest meta line, in UTF-16 units. A longer one is left out completely, because a part of it could have another meaning. */
export const MAX_META = 16_384;

/** The most hosts that one frame reports. */
export const MAX_HOSTS_PER_FRAME = 100;
