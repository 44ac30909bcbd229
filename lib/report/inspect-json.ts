// What is known about one address as one plain object, for `npm run inspect -- --json`: a published shape, described in docs/inspect.md.
// Fields may be added under the same number; whatever changes or goes raises it.
import { summarize } from '../certificate/judge/summary.ts';
import type { CertificateSummary } from '../certificate/judge/summary.ts';
import { DerError } from '../der/der-error.ts';
import { parseAddress } from '../address/address.ts';
import { withoutCredentialsIn, withoutTypedCredentials } from '../address/credentials.ts';
import type { CertificateReport, ConnectionReport } from '../record/certificate-record.ts';
import { deliveredReport } from '../record/certificates.ts';
import type { Override, PageRecord, Refusal } from '../record/record.ts';
import { certificateFacts, deliveredReading } from '../verdict/page-certificate.ts';
import type {
  CertificateKind,
  FoundFinding,
  Gap,
  NotApplicableReason,
  State,
  Verdict,
} from '../verdict/verdict.ts';

import { describeMixedEntry } from './inspect-mixed.ts';
import type { InspectMixed } from './inspect-mixed.ts';
import type { Hop } from '../record/navigation-record.ts';

export const INSPECT_SCHEMA = 1;

/** Why an address has no verdict, or one that may be incomplete. */
export const INSPECT_ERRORS = [
  /** Not an absolute address. */
  'address',
  /** A scheme that is not opened. */
  'scheme',
  /** The page did not finish loading in time; what was found until then is there. */
  'timeout',
  /** The browser could not load the page, for a reason that is not its certificate. */
  'not-loaded',
  /** The server answered with a file to store, or with nothing: the browser shows no page. */
  'no-page',
  /** The page's process or the whole browser ended. */
  'crashed',
  /** The extension could not look at the page. */
  'not-observed',
] as const;
export type InspectErrorKind = (typeof INSPECT_ERRORS)[number];

export interface InspectError {
  readonly kind: InspectErrorKind;
  /** The browser's or this program's own words. */
  readonly message: string;
}

/** ms; null: it did not happen. */
export interface InspectTimings {
  /** From the request for the page to its load event. */
  readonly load: number | null;
  /** From the request for the page to the last change of what the extension knows. */
  readonly settled: number | null;
  /** From the request for the page to the end of the look. */
  readonly total: number;
}

/**
 * Who reported a connection. `devtools`: Chromium's DevTools protocol, to this program alone; the extension of a user has nothing of it. `extension`:
 * the browser, to the extension.
 */
export const CONNECTION_SOURCES = ['extension', 'devtools'] as const;
export type ConnectionSource = (typeof CONNECTION_SOURCES)[number];

/** What the browser told, or what follows from how the page came. */
export interface InspectCertificate {
  readonly kind: CertificateKind;
  readonly refusal: Omit<Refusal, 'at'> | null;
  readonly override: Omit<Override, 'refusedAt'> | null;
  readonly connection:
    | (Omit<ConnectionReport, 'browser'> &
        Pick<CertificateReport, 'chain' | 'sha256'> & { readonly source: ConnectionSource })
    | null;
  /** The leaf read and judged, as `npm run certificate -- --host` does it, by the time at which it was told; null: none was told. */
  readonly reading: CertificateReading | null;
}

/** One certificate, or why it could not be read. */
export type CertificateReading =
  | CertificateSummary
  | {
      readonly error: {
        readonly name: string;
        readonly code: string;
        readonly message: string;
        readonly offset: number;
      };
    };

export interface InspectResult {
  readonly schema: typeof INSPECT_SCHEMA;
  /** As it was given, but without a user's name and password. */
  readonly url: string;
  /** Where it led; null when no page was opened. */
  readonly finalUrl: string | null;
  /** e.g. `Chrome/156.0.8078.79`; null when no browser was asked. */
  readonly browser: string | null;
  readonly state: State | null;
  /** Why the page is not judged; only with the state `not-applicable`. */
  readonly reason: NotApplicableReason | null;
  readonly findings: readonly FoundFinding[];
  /** What of the page was not checked. */
  readonly gaps: readonly Gap[];
  readonly hops: readonly Hop[];
  readonly mixed: readonly InspectMixed[];
  /** Above 0 when the list was full: sightings left out, where one load may count more than once. */
  readonly mixedDropped: number;
  /** The page was loaded with the deep check's report-only policy. */
  readonly deepChecked: boolean;
  readonly certificate: InspectCertificate | null;
  readonly timings: InspectTimings | null;
  readonly error: InspectError | null;
}

/** The object for an address that a browser was asked for. `judged`: null when the extension knows nothing of it. */
export function describeInspection(
  page: {
    readonly url: string;
    readonly browser: string;
    readonly timings: InspectTimings;
    readonly error: InspectError | null;
    /** Who reported the record's connection, where it has one; the extension when missing. */
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

/** The object for an address that no browser was asked for. */
export function describeUnopened(url: string, error: InspectError): InspectResult {
  return { ...nothing(withoutTypedCredentials(url)), error: shownError(error, url) };
}

/** The browser's words may repeat the address that it was given. */
function shownError({ kind, message }: InspectError, url: string): InspectError {
  return { kind, message: withoutCredentialsIn(message, url) };
}

/** Whether anything was found that a visitor should know; advice to the owner alone is not. */
export function hasFindings({ state }: Pick<InspectResult, 'state'>): boolean {
  return state === 'notice' || state === 'warning' || state === 'danger';
}

/** Whether the address was judged, and nothing of its page was left unchecked. */
export function isWhollyChecked({ error, gaps }: Pick<InspectResult, 'error' | 'gaps'>): boolean {
  return error === null && gaps.length === 0;
}

/** What is known of the page's certificate. */
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
  // What was looked up or remembered is not this page's certificate.
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
