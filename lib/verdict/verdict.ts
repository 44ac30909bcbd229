// What assess() gives and every view shows: plain data, no words. Views turn ids and parameters into sentences.
import type { VerdictRows } from './verdict-rows.ts';
import type { FindingId } from './finding-list.ts';
import type { Evidence, Severity, Subject } from './terms.ts';

/** The five states of the toolbar, from least to worst. Advice never changes the state. */
export const STATES = ['not-applicable', 'nothing-found', 'notice', 'warning', 'danger'] as const;
export type State = (typeof STATES)[number];

/** Whom a finding concerns: advice is for the owner alone, the rest concerns both. */
export type Voice = 'both' | 'owner';

/** A finding that holds for the page. */
export interface FoundFinding {
  readonly id: FindingId;
  readonly severity: Severity;
  readonly voice: Voice;
  readonly subject: Subject;
  /** How many things it found (fields, loads, hops); at least 1. */
  readonly count: number;
  /** At least one, worst first, bounded. */
  readonly evidence: readonly Evidence[];
}

/** Why a page is not judged. */
export const NOT_APPLICABLE_REASONS = [
  'browser-page',
  'file',
  'blank',
  'other-scheme',
  'not-loaded',
  /** The browser asked for the encrypted address itself, which failed, and does not show the unencrypted one. */
  'held-back',
  'not-observed',
  /** Nothing was found in what was scanned, but not everything was: the verdict's gaps say what. */
  'not-wholly-checked',
] as const;
export type NotApplicableReason = (typeof NOT_APPLICABLE_REASONS)[number];

/** What of a page was not scanned, or not reported. */
export const GAP_KINDS = [
  /** The first scan of a frame is not finished. */
  'scan-running',
  /** A frame changed so much that its changes are not followed any more. */
  'scan-gave-up',
  /** A frame replaced its document in a way that the observer cannot follow. */
  'frame-deaf',
  /** Parts of a frame's reports were refused, so what they held is unknown. */
  'reports-refused',
  /** Sightings were left out because a list was full. */
  'sightings-dropped',
  /** Frames were left out because there were too many. */
  'frames-dropped',
  /** What the page's frames had reported was lost, and they were not asked again yet. */
  'frames-unheard',
  /** How the page was loaded was not seen: whether it was redirected, and what its headers said, is unknown. */
  'navigation-not-seen',
  /** A redirect on the way to the page may have gone unseen: the browser says that there was one, or has not said that there was none. */
  'redirects-not-seen',
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** One reason why a page was not wholly checked. */
export interface Gap {
  readonly kind: GapKind;
  /** How many frames, parts of reports, or sightings; at least 1. */
  readonly count: number;
}

/** The whole judgement of one document. */
export interface Verdict {
  readonly state: State;
  /** Only with `not-applicable`. */
  readonly reason: NotApplicableReason | null;
  /** Worst first; the first one's summary is the verdict's sentence. Advice comes last. */
  readonly findings: readonly FoundFinding[];
  /** What was not scanned, in any state; empty: everything was. */
  readonly gaps: readonly Gap[];
  readonly rows: VerdictRows;
}
