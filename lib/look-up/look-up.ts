// A look-up in the public certificate logs: the server, the request and its result, as plain data that is stored with the page. A result shows which
// certificates were issued for a host (RFC 6962), never which one the host uses now.
import * as v from 'valibot';
import type { Infer } from '../schema/schema.ts';
import { count } from '../schema/schema.ts';

/** Why there is no result. */
export const LOOK_UP_FAILURES = [
  /** The server limits requests; `retryAt`: when the next one is allowed, if it says so. */
  'rate-limited',
  /** No complete answer in time. */
  'too-slow',
  /** No connection, or it broke. */
  'unreachable',
  /** A status other than 200, which is in `status`. */
  'refused',
  /** Not JSON of the expected form. */
  'not-understood',
  /** More data than is read. */
  'too-large',
] as const;
export type LookUpFailure = (typeof LOOK_UP_FAILURES)[number];

const loggedCertificate = v.object({
  /** DER in base64. */
  der: v.string(),
  /** SHA-256 of the DER, lower-case hex, computed here. */
  sha256: v.string(),
  /** What the server reports; null: it reports nothing. */
  revoked: v.nullable(v.boolean()),
});

/** A certificate from a log, kept only after its own bytes were read and found to name the host. */
export type LoggedCertificate = Infer<typeof loggedCertificate>;

const asked = {
  /** As it was sent: A-labels, lower case. */
  host: v.string(),
  /** Host of the server that was asked. */
  server: v.string(),
  /** ms since epoch. */
  at: v.number(),
};

const asking = v.object({ state: v.literal('asking'), ...asked });

const answered = {
  state: v.literal('answered'),
  ...asked,
  /** Certificates of the answer that were left out: they do not name the host, are expired, or cannot be read. */
  leftOut: count,
  /** False: the server has more certificates than were requested. */
  isComplete: v.boolean(),
};

const failed = v.object({
  state: v.literal('failed'),
  ...asked,
  reason: v.picklist(LOOK_UP_FAILURES),
  /** HTTP status; null: none came. */
  status: v.nullable(v.number()),
  /** ms since epoch; null: not reported. */
  retryAt: v.nullable(v.number()),
});

export const lookUpSchema = v.variant('state', [
  asking,
  v.object({
    ...answered,
    /** Newest first by notBefore, bounded; none of them is expired. */
    certificates: v.array(loggedCertificate),
  }),
  failed,
]);

/** A look-up with its result. */
export type LookUp = Infer<typeof lookUpSchema>;

export const lookUpStateSchema = v.variant('state', [asking, v.object(answered), failed]);

/** The same without the certificates: a page's record has those of all sources in one list. */
export type LookUpState = Infer<typeof lookUpStateSchema>;
