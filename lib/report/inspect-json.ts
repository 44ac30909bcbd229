// What is known about one address as one plain object, for `npm run inspect -- --json`: a published shape, whose
// schema is inspect-schema.ts.
import { summarize } from '../certificate/judge/summary.ts';
import { DerError } from '../der/der-error.ts';
import { parseAddress } from '../address/address.ts';
import { withoutCredentialsIn, withoutTypedCredentials } from '../address/credentials.ts';
import { deliveredReport } from '../record/certificates.ts';
import type { PageRecord } from '../record/record.ts';
import { certificateFacts, deliveredReading } from '../verdict/page-certificate.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { describeMixedEntry } from './inspect-mixed.ts';
import { INSPECT_SCHEMA } from './inspect-schema.ts';
import type {
  CertificateReading,
  ConnectionSource,
  InspectCertificate,
  InspectError,
  InspectResult,
  InspectTimings,
} from './inspect-schema.ts';

/** Returns the object for an address that a browser opened. `judged`: null when the extension has no record of it. */
export function describeInspection(
  page: {
    readonly url: string;
    readonly browser: string;
    readonly timings: InspectTimings;
    readonly error: InspectError | null;
    /** The reporter of the record's connection, if it has one; by default the extension. */
    readonly source?: ConnectionSource;
  },
  judged: { readonly record: PageRecord; readonly verdict: Verdict } | null,
): InspectResult {
  const { browser, timings, source } = page;
  const url = withoutTypedCredentials(page.url);
  const error = page.error && shownError(page.error, page.url);
  if (judged === null) return { ...nothing(url), browser, timings, error };
  const { record, verdict } = judged;
  return {
    schema: INSPECT_SCHEMA,
    url,
    finalUrl: record.url,
    browser,
    state: verdict.state,
    reason: verdict.reason,
    findings: verdict.findings,
    gaps: verdict.gaps,
    hops: record.navigation?.hops ?? [],
    mixed: record.mixed.map(describeMixedEntry),
    mixedDropped: record.mixedDropped,
    deepChecked: record.deepChecked,
    certificate: describeCertificate(record, verdict, source),
    timings,
    error,
  };
}

/** Returns the object for an address that no browser opened. */
export function describeUnopened(url: string, error: InspectError): InspectResult {
  return { ...nothing(withoutTypedCredentials(url)), error: shownError(error, url) };
}

/** The browser's error texts may repeat the address. */
function shownError({ kind, message }: InspectError, url: string): InspectError {
  return { kind, message: withoutCredentialsIn(message, url) };
}

/** Whether there is a finding for visitors; advice to the owner does not count. */
export function hasFindings({ state }: Pick<InspectResult, 'state'>): boolean {
  return state === 'notice' || state === 'warning' || state === 'danger';
}

/** Whether the address was judged, and its page was checked completely. */
export function isWhollyChecked({ error, gaps }: Pick<InspectResult, 'error' | 'gaps'>): boolean {
  return error === null && gaps.length === 0;
}

/** Returns the known facts of the page's certificate. */
export function describeCertificate(
  record: PageRecord,
  { rows }: Verdict,
  source: ConnectionSource = 'extension',
): InspectCertificate {
  const { refusal, override } = record;
  const report = deliveredReport(record);
  const connection = report?.connection ?? null;
  return {
    kind: rows.certificate.kind,
    refusal: refusal && { kind: refusal.kind, code: refusal.code },
    override: override && { kind: override.kind, code: override.code, source: override.source },
    connection: connection && {
      source,
      state: connection.state,
      chain: report?.chain ?? [],
      sha256: report?.sha256 ?? null,
      protocol: connection.protocol,
      cipherSuite: connection.cipherSuite,
      keyExchange: connection.keyExchange,
      extendedValidation: connection.extendedValidation,
      encryptedClientHello: connection.encryptedClientHello,
      rootIsBuiltIn: connection.rootIsBuiltIn,
      isOrganizationRoot: connection.isOrganizationRoot,
    },
    reading: readLeaf(record),
  };
}

function readLeaf(record: PageRecord): CertificateReading | null {
  // A certificate that was looked up or remembered is not this page's certificate.
  const known = deliveredReading(record);
  if (known === null) return null;
  if (known.kind === 'unreadable') {
    const { name, code, message, offset } = new DerError(known.fault.code, known.fault.offset);
    return { error: { name, code, message, offset } };
  }
  const { certificate, sha256, at } = known;
  return summarize(certificate, {
    ...certificateFacts(known, at),
    sha256: sha256 ?? '',
    host: parseAddress(record.url)?.hostname,
  });
}

function nothing(url: string): InspectResult {
  return {
    schema: INSPECT_SCHEMA,
    url,
    finalUrl: null,
    browser: null,
    state: null,
    reason: null,
    findings: [],
    gaps: [],
    hops: [],
    mixed: [],
    mixedDropped: 0,
    deepChecked: false,
    certificate: null,
    timings: null,
    error: null,
  };
}
