// The certificates that are known of a page's host, each with the source that reported it: one list in the page's record.
import * as v from 'valibot';
import type { Infer } from '../schema/schema.ts';

/**
 * The ladder: every source of certificates, the best first. The first that has one is shown and named. `isDelivered`: the browser reported it with this
 * very page; findings judge no other. `isLogged`: public logs saw it issued, which does not mean that the host uses it.
 */
export const CERTIFICATE_LADDER = [
  /** The browser, with the page's own answer. */
  { source: 'page', isDelivered: true, isLogged: false },
  /** The browser, for the same origin earlier in this session, when it reported nothing with this page (cache, service worker). */
  { source: 'session', isDelivered: false, isLogged: false },
  /** The public logs, when a user asked them about the host. */
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
  /** The organisation's policy names a certificate of the chain. */
  isOrganizationRoot: v.boolean(),
});

/** What a browser reported of a connection beside its certificates. */
export type ConnectionReport = Infer<typeof connectionSchema>;

export const certificateReportSchema = v.object({
  source: v.picklist(CERTIFICATE_SOURCES),
  /** When it was reported, ms since epoch. */
  at: v.number(),
  /** DER in base64, the host's own certificate first; Chromium and logs give no other. Empty: it was too large, or not given. */
  chain: v.array(v.string()),
  /** SHA-256 of the first certificate, lower-case hex; null when not given. */
  sha256: v.nullable(v.string()),
  /** Whether the source reports that it was revoked; null: it does not say. */
  revoked: v.nullable(v.boolean()),
  /** null: it was reported without a connection. */
  connection: v.nullable(connectionSchema),
});

/** A certificate of the page's host, as one source reported it. */
export type CertificateReport = Infer<typeof certificateReportSchema>;
