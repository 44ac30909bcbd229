// What assess() gives and every view shows: plain data, no words. Views turn ids and parameters into sentences.
import type { VerdictRows } from './verdict-rows.ts';

/** From least to most severe. */
export const SEVERITIES = ['advice', 'notice', 'warning', 'danger'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The five states of the toolbar, from least to worst. Advice never changes the state. */
export const STATES = ['not-applicable', 'nothing-found', 'notice', 'warning', 'danger'] as const;
export type State = (typeof STATES)[number];

/** Whom a finding concerns: advice is for the owner alone, the rest concerns both. */
export type Voice = 'both' | 'owner';

/** Which row of the popup a finding belongs to. */
export const SUBJECTS = ['connection', 'certificate', 'content'] as const;
export type Subject = (typeof SUBJECTS)[number];

/**
 * One piece of evidence: `evidence_<source>` is its sentence in the words, `params` fill its places in order.
 * Parameters are hostile text (addresses, header values): views show them as text, bounded.
 */
export interface Evidence {
  readonly source: EvidenceSource;
  readonly params: readonly string[];
}

export const EVIDENCE_SOURCES = [
  /** $1 the address */
  'address',
  /** $1 how many fields, $2 the frame's address */
  'password-field',
  'card-field',
  'one-time-code-field',
  'text-field',
  /** $1 the frame's address: https, but inside an insecure page */
  'frame-in-insecure-page',
  /** $1 the insecure address, $2 the address it led to */
  'hop',
  /** $1 the address, $2 where it redirected to */
  'redirect',
  /** $1 the header's name: it was not in the page's response */
  'header-missing',
  /** $1 the header's name: its own value switches it off */
  'header-off',
  /** $1 the header's name, $2 its value, shortened, $3 why browsers ignore it: an HSTS_FAULTS */
  'header-invalid',
  /** $1 the header's name, $2 how often it came: the first alone counts */
  'header-first-counts',
  /** $1 the encrypted address that the browser asked for itself, $2 its code for the error */
  'https-failed',
  /** $1 the browser's code for the error */
  'browser-refused',
  /** $1 the browser's code, $2 the time of the refusal (ISO 8601) */
  'refused-then-opened',
  /** $1 what the browser says of the connection */
  'browser-state',
  /** $1 and $2 the dates between which the certificate is valid (ISO 8601) */
  'certificate-dates',
  /** $1 the certificate's last second, $2 when it was judged (ISO 8601) */
  'certificate-ends',
  /** $1 the first names that the certificate lists */
  'certificate-names',
  /** Issuer and subject of the certificate are the same. */
  'certificate-self-issued',
  /** $1 the issuer or root, $2 the browser that stopped trusting it, $3 when (ISO date) */
  'certificate-issuer',
  /** The browser reports that the root was added to this device. */
  'certificate-root-added',
  /** Nothing in the certificate shows a public root. */
  'certificate-root-not-shown',
  /** $1 the product that the issuer is named after */
  'certificate-interceptor',
  /** $1 days that public certificates may live, $2 since when (ISO date) */
  'certificate-rule-days',
  /** $1 the issuer, $2 days that its certificates live, $3 since when (ISO date) */
  'certificate-issuer-days',
  /** The certificate may identify a client too. */
  'certificate-client-purpose',
  /** $1 the level that is stated, $2 the policy that states it */
  'certificate-claim',
  /** $1 the kind of key, $2 its bits */
  'certificate-key',
  /** $1 the signature's name */
  'certificate-signature',
  /** $1 the address asked for, $2 the element's selector or an empty string */
  'element',
  /** $1 the address, as in the browser's list of loads */
  'resource-timing',
  /** $1 the address that relative ones are resolved against */
  'insecure-base',
  /** $1 the one file that makes all requests of this kind */
  'one-source',
] as const;
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];

/** A finding that holds for the page. */
export interface FoundFinding {
  readonly id: string;
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
