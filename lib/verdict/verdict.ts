// The result of assess(), which every view shows: plain data without words. Views turn ids and parameters into sentences.
import type { VerdictRows } from './verdict-rows.ts';
import type { FindingId } from './finding-list.ts';
import type { Evidence, Severity, Subject } from './terms.ts';

/** The five states of the toolbar, from least to worst. Advice never changes the state. */
export const STATES = ['not-applicable', 'nothing-found', 'notice', 'warning', 'danger'] as const;
export type State = (typeof STATES)[number];

/** Whom a finding concerns: advice concerns the owner only, everything else the visitor too. */
export type Voice = 'both' | 'owner';

/** A finding that applies to the page. */
export interface FoundFinding {
  readonly id: FindingId;
  readonly severity: Severity;
  readonly voice: Voice;
  readonly subject: Subject;
  /** The number of things found (fields, requests, redirects); at least 1. */
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
  /** The browser tried https first, which failed, and does not show the http page. */
  'held-back',
  'not-observed',
  /** Nothing was found in the scanned part, but something was not scanned: see the verdict's gaps. */
  'not-wholly-checked',
] as const;
export type NotApplicableReason = (typeof NOT_APPLICABLE_REASONS)[number];

/** A part of a page that was not scanned or not reported. */
export const GAP_KINDS = [
  /** The first scan of a frame is not finished. */
  'scan-running',
  /** A frame changed so much that the observer stopped following its changes. */
  'scan-gave-up',
  /** A frame replaced its document in a way that the observer cannot follow. */
  'frame-deaf',
  /** Parts of a frame's reports were refused, so their content is unknown. */
  'reports-refused',
  /** Sightings were left out because a list was full. */
  'sightings-dropped',
  /** Frames were left out because there were too many. */
  'frames-dropped',
  /** The reports of the page's frames were lost and have not been requested again yet. */
  'frames-unheard',
  /** The navigation was not seen: whether it was redirected, and which headers the response had, is unknown. */
  'navigation-not-seen',
  /** A redirect may have been missed: the browser reports that there was one, or has not reported that there was none. */
  'redirects-not-seen',
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** One reason why a page was not checked completely. */
export interface Gap {
  readonly kind: GapKind;
  /** The number of frames, parts of reports or sightings; at least 1. */
  readonly count: number;
}

/** The complete judgement of one document. */
export interface Verdict {
  readonly state: State;
  /** Only with `not-applicable`. */
  readonly reason: NotApplicableReason | null;
  /** Worst first: the summary of the first one is the verdict's sentence. Advice comes last. */
  readonly findings: readonly FoundFinding[];
  /** What was not scanned, in any state; empty: everything was scanned. */
  readonly gaps: readonly Gap[];
  readonly rows: VerdictRows;
}
