// A look-up in the public certificate logs: what was asked of which server, and what came of it. Plain data: it is kept with a page's facts.
// An answer says what was issued for a host (RFC 6962), never what the host uses now.

/** Why there is no answer. */
export const LOOK_UP_FAILURES = [
  /** The server wants to be asked less often; `retryAt` says when again, if it does. */
  'rate-limited',
  /** No whole answer in time. */
  'too-slow',
  /** No connection, or one that broke. */
  'unreachable',
  /** A status other than 200; `status` has it. */
  'refused',
  /** Not the JSON that was agreed on. */
  'not-understood',
  /** More than is read. */
  'too-large',
] as const;
export type LookUpFailure = (typeof LOOK_UP_FAILURES)[number];

/** A certificate that a log has seen, kept only after its own bytes were read and found to name the host. */
export interface LoggedCertificate {
  /** DER in base64. */
  readonly der: string;
  /** SHA-256 of the DER, lower-case hex, computed here. */
  readonly sha256: string;
  /** What the server says; null: it does not. */
  readonly revoked: boolean | null;
}

interface Asked {
  /** As it was sent: A-labels, lower case. */
  readonly host: string;
  /** Host of the server that was asked. */
  readonly server: string;
  /** ms since epoch. */
  readonly at: number;
}

export type LookUp =
  | (Asked & { readonly state: 'asking' })
  | (Asked & {
      readonly state: 'answered';
      /** Newest first by notBefore, bounded; none of them is expired. */
      readonly certificates: readonly LoggedCertificate[];
      /** Certificates in the answer that do not name the host, are over, or cannot be read: left out. */
      readonly leftOut: number;
      /** False: the server has more than was asked for. */
      readonly isComplete: boolean;
    })
  | (Asked & {
      readonly state: 'failed';
      readonly reason: LookUpFailure;
      /** HTTP status; null: none came. */
      readonly status: number | null;
      /** ms since epoch; null: not told. */
      readonly retryAt: number | null;
    });
