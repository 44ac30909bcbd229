// The known certificates of a page's host, each with the source that reported it: one list in the page's record.
import * as v from 'valibot';
import type { Infer } from '../schema/schema.ts';

/**
 * The ladder: every source of certificates, the best first. Views show the first source that has one, and name it. `isDelivered`: the browser
 * reported it with this very page; findings judge no other. `isLogged`: certificate logs contain it, which does not mean that the host uses it.
 */
export const CERTIFICATE_LADDER = [
  /** The browser, with the page's own response. */
  { source: 'page', isDelivered: true, isLogged: false },
  /** The browser, for the same origin earlier in this session, if it reported none with this page (cache, service worker). */
  { source: 'session', isDelivered: false, isLogged: false },
  /** The certificate logs, if a user looked the host up. */
  { source: 'log', isDelivered: false, isLogged: true },
] as const;

export type CertificateSource = (typeof CERTIFICATE_LADDER)[number]['source'];

const CERTIFICATE_SOURCES = CERTIFICATE_LADDER.map(({ source }) => source);

export const CONNECTION_STATES = ['secure', 'weak', 'broken', 'insecure'] as const;

/** Fields that are null were not reported. */
const connectionSchema = v.object({
  browser: v.picklist(['firefox', 'chromium']),
  state: v.picklist(CONNECTION_STATES),
  /** These six: Firefox only. */
  protocol: v.nullable(v.string()),
  cipherSuite: v.nullable(v.string()),
  keyExchange: v.nullable(v.string()),
  extendedValidation: v.nullable(v.boolean()),
  encryptedClientHello: v.nullable(v.boolean()),
  rootIsBuiltIn: v.nullable(v.boolean()),
  /** The organisation's policy contains a certificate of the chain. */
  isOrganizationRoot: v.boolean(),
});

/** What a browser reported about a connection besides its certificates. */
export type ConnectionReport = Infer<typeof connectionSchema>;

export const certificateReportSchema = v.object({
  source: v.picklist(CERTIFICATE_SOURCES),
  /** When it was reported, ms since epoch. */
  at: v.number(),
  /** DER in base64, the host's own certificate first; Chromium and logs deliver only that one. Empty: it was too large, or not delivered. */
  chain: v.array(v.string()),
  /** SHA-256 of the first certificate, lower-case hex; null when it was not delivered. */
  sha256: v.nullable(v.string()),
  /** Whether the source reports that it was revoked; null: the source reports nothing about that. */
  revoked: v.nullable(v.boolean()),
  /** null: it was reported without a connection. */
  connection: v.nullable(connectionSchema),
});

/** A certificate of the page's host, as one source reported it. */
export type CertificateReport = Infer<typeof certificateReportSchema>;
