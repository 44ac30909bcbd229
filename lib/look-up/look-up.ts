// A look-up in the public certificate logs: what was asked of which server, and what came of it. Plain data: it is kept with a page's facts.
// An answer says what was issued for a host (RFC 6962), never what the host uses now.
import * as v from 'valibot';
import type { Infer } from '../schema/schema.ts';
import { count } from '../schema/schema.ts';

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

const loggedCertificate = v.object({
  /** DER in base64. */
  der: v.string(),
  /** SHA-256 of the DER, lower-case hex, computed here. */
  sha256: v.string(),
  /** What the server reports; null: it does not. */
  revoked: v.nullable(v.boolean()),
});

/** A certificate that a log has seen, kept only after its own bytes were read and found to name the host. */
export type LoggedCertificate = Infer<typeof loggedCertificate>;

const asked = {
  /** As it was sent: A-labels, lower case. */
  host: v.string(),
  /** Host of the server that was asked. */
  server: v.string(),
  /** ms since epoch. */
  at: v.number(),
};

export const lookUpSchema = v.variant('state', [
  v.object({ state: v.literal('asking'), ...asked }),
  v.object({
    state: v.literal('answered'),
    ...asked,
    /** Newest first by notBefore, bounded; none of them is expired. */
    certificates: v.array(loggedCertificate),
    /** Certificates in the answer that do not name the host, are over, or cannot be read: left out. */
    leftOut: count,
    /** False: the server has more than was asked for. */
    isComplete: v.boolean(),
  }),
  v.object({
    state: v.literal('failed'),
    ...asked,
    reason: v.picklist(LOOK_UP_FAILURES),
    /** HTTP status; null: none came. */
    status: v.nullable(v.number()),
    /** ms since epoch; null: not reported. */
    retryAt: v.nullable(v.number()),
  }),
]);

export type LookUp = Infer<typeof lookUpSchema>;
