// The vocabulary of findings: severities, subjects and sources of evidence.

/** From least to most severe. */
export const SEVERITIES = ['advice', 'notice', 'warning', 'danger'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The row of the popup to which a finding belongs. */
export const SUBJECTS = ['connection', 'certificate', 'content'] as const;
export type Subject = (typeof SUBJECTS)[number];

/**
 * One piece of evidence. `evidence_<source>` is the key of its sentence; `params` fill its places in order. Parameters are hostile text (addresses,
 * header values): views show them as text, bounded.
 */
export interface Evidence {
  readonly source: EvidenceSource;
  readonly params: readonly string[];
}

export const EVIDENCE_SOURCES = [
  /** $1 the address */
  'address',
  /** $1 the number of fields, $2 the frame's address */
  'password-field',
  'card-field',
  'one-time-code-field',
  'text-field',
  /** $1 the frame's address: https, but inside an insecure page */
  'frame-in-insecure-page',
  /** $1 the insecure address, $2 the address to which it redirected */
  'hop',
  /** $1 the address, $2 the address to which it redirected */
  'redirect',
  /** $1 the header's name: it was not in the page's response */
  'header-missing',
  /** $1 the header's name: its value switches it off */
  'header-off',
  /** $1 the header's name, $2 its value, shortened, $3 why browsers ignore it: an HSTS_FAULTS */
  'header-invalid',
  /** $1 the header's name, $2 how often it occurred: only the first one counts */
  'header-first-counts',
  /** $1 the https address that the browser tried first, $2 its code for the error */
  'https-failed',
  /** $1 the browser's code for the error */
  'browser-refused',
  /** $1 the browser's code, $2 the time of the refusal (ISO 8601) */
  'refused-then-opened',
  /** $1 what the browser reports about the connection */
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
  /** Nothing in the certificate indicates a public root. */
  'certificate-root-not-shown',
  /** $1 the product that the issuer is named after */
  'certificate-interceptor',
  /** $1 longest validity of public certificates in days, $2 since when (ISO date) */
  'certificate-rule-days',
  /** $1 the issuer, $2 validity of its certificates in days, $3 since when (ISO date) */
  'certificate-issuer-days',
  /** The certificate may also identify a client. */
  'certificate-client-purpose',
  /** $1 the level that is stated, $2 the policy that states it */
  'certificate-claim',
  /** $1 the kind of key, $2 its bits */
  'certificate-key',
  /** $1 the signature's name */
  'certificate-signature',
  /** $1 the requested address, $2 the element's selector or an empty string */
  'element',
  /** $1 the address, as in the browser's list of loads */
  'resource-timing',
  /** $1 the address against which relative ones are resolved */
  'insecure-base',
  /** $1 the only file that makes all requests of this kind */
  'one-source',
] as const;
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];
