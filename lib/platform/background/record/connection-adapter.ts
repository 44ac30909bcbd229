// Converts what each browser reports about a page's connection and certificate into one shape. If a browser reports nothing, the record has no
// connection, and the views state that. The reports were measured on Chromium 156 and Firefox 153.
import type { WebRequest } from 'webextension-polyfill';
import { readAuthorityKey } from '../../../certificate/read/key-fields.ts';
import { toBase64 } from '../../../text/base64.ts';
import type { CertificateErrorKind } from '../../../record/certificate-error.ts';
import type { CertificateReport, ConnectionReport } from '../../../record/certificate-record.ts';
import type { Override } from '../../../record/record.ts';
import { isUnderOrganizationRoot } from '../../../settings/organization-roots.ts';
import type { OrganizationRoots } from '../../../settings/organization-roots.ts';
import { browser } from '../../browser.ts';

/** A page's certificate with its connection and, if the user accepted a refused one, the evidence of that. */
export interface ReportedConnection {
  readonly certificate: CertificateReport;
  readonly override: Override | null;
}

/** The most certificates of a chain, and the most bytes of each: a longer one is hostile. A leaf with 10,000 names has about 300 kB. */
const MAX_CHAIN = 10;
const MAX_LEAF = 512 * 1024;
const MAX_ISSUER = 64 * 1024;

const NOTHING_REPORTED = {
  protocol: null,
  cipherSuite: null,
  keyExchange: null,
  extendedValidation: null,
  encryptedClientHello: null,
  rootIsBuiltIn: null,
  isOrganizationRoot: false,
} as const;

/** Firefox's three categories of errors that a visitor may override. */
const CATEGORIES: Readonly<Record<string, CertificateErrorKind>> = {
  expired_or_not_yet_valid: 'date-invalid',
  domain_mismatch: 'wrong-name',
  trust_error: 'issuer-unknown',
};

/** Chromium's `securityInfo`, behind chrome://flags/#web-request-security-info; believed only when delivered. */
export interface ChromiumSecurityInfo {
  readonly state?: string;
  readonly certificates?: readonly {
    readonly fingerprint?: { readonly sha256?: string };
    readonly rawDER?: ArrayBuffer;
  }[];
}

/** Reads what Chromium delivered with a page's headers. Null: nothing, or the page is not https. */
export function readChromiumConnection(
  info: ChromiumSecurityInfo | undefined,
  at: number,
  roots: OrganizationRoots,
): ReportedConnection | null {
  const state = readState(info?.state);
  if (info === undefined || state === null || state === 'insecure') return null;
  const leaf = info.certificates?.[0];
  const sha256 = readFingerprint(leaf?.fingerprint?.sha256);
  const certificate: CertificateReport = {
    source: 'page',
    at,
    chain: encodeChain((info.certificates ?? []).map(({ rawDER }) => rawDER && new Uint8Array(rawDER))),
    sha256,
    revoked: null,
    connection: {
      ...NOTHING_REPORTED,
      browser: 'chromium',
      state,
      isOrganizationRoot: isUnderOrganizationRoot(
        roots,
        sha256 === null ? [] : [sha256],
        roots.keys.size === 0 ? null : authorityKeyOf(leaf?.rawDER),
      ),
    },
  };
  // Chromium reports that there is an error, not which one.
  const override: Override = {
    kind: 'invalid',
    code: 'securityInfo.state = broken',
    source: 'browser',
    refusedAt: null,
  };
  return { certificate, override: state === 'broken' ? override : null };
}

/**
 * Requests Firefox's report on a request; works only inside a blocking onHeadersReceived listener. Null: the page is not https. After an overridden
 * error the chain is empty, so the leaf is requested separately.
 */
export async function askFirefoxConnection(
  requestId: string,
  at: number,
  readRoots: () => Promise<OrganizationRoots>,
): Promise<ReportedConnection | null> {
  const [info, roots] = await Promise.all([
    browser.webRequest.getSecurityInfo(requestId, { certificateChain: true, rawDER: true }),
    readRoots(),
  ]);
  const state = readState(info.state);
  if (state === null || state === 'insecure') return null;
  const certificates =
    info.certificates.length > 0
      ? info.certificates
      : (await browser.webRequest.getSecurityInfo(requestId, { rawDER: true })).certificates;
  // Newer than the polyfill's types: Firefox 107 and 115.
  const newer = info as WebRequest.SecurityInfo & {
    readonly usedEch?: boolean;
    readonly overridableErrorCategory?: string;
  };
  const certificate: CertificateReport = {
    source: 'page',
    at,
    chain: encodeChain(certificates.map(({ rawDER }) => rawDER && Uint8Array.from(rawDER))),
    sha256: readFingerprint(certificates[0]?.fingerprint.sha256),
    revoked: null,
    connection: {
      browser: 'firefox',
      state,
      protocol: info.protocolVersion ?? null,
      cipherSuite: info.cipherSuite ?? null,
      keyExchange: info.keaGroupName ?? null,
      extendedValidation: info.isExtendedValidation ?? null,
      encryptedClientHello: newer.usedEch ?? null,
      rootIsBuiltIn: certificates.length > 1 ? (certificates.at(-1)?.isBuiltInRoot ?? null) : null,
      isOrganizationRoot: isUnderOrganizationRoot(
        roots,
        certificates.flatMap(({ fingerprint }) => readFingerprint(fingerprint.sha256) ?? []),
        null,
      ),
    },
  };
  const category = newer.overridableErrorCategory;
  const kind = category === undefined ? undefined : CATEGORIES[category];
  return {
    certificate,
    override: kind === undefined ? null : { kind, code: category ?? '', source: 'browser', refusedAt: null },
  };
}

function authorityKeyOf(rawDER: ArrayBuffer | undefined): string | null {
  return rawDER === undefined || rawDER.byteLength > MAX_LEAF
    ? null
    : readAuthorityKey(new Uint8Array(rawDER));
}

function readState(state: string | undefined): ConnectionReport['state'] | null {
  return state === 'secure' || state === 'weak' || state === 'broken' || state === 'insecure' ? state : null;
}

/** Lower-case hex without colons, from either browser's form. */
function readFingerprint(text: string | undefined): string | null {
  const hex = text?.replace(/:/g, '').toLowerCase() ?? '';
  return /^[0-9a-f]{64}$/.test(hex) ? hex : null;
}

/** Returns the chain up to the first certificate that is missing or too large: the one above a gap would look like the issuer of the one below. */
function encodeChain(chain: readonly (Uint8Array | undefined)[]): readonly string[] {
  const end = chain.findIndex(
    (bytes, index) => bytes === undefined || bytes.length > (index === 0 ? MAX_LEAF : MAX_ISSUER),
  );
  return chain
    .slice(0, Math.min(end === -1 ? chain.length : end, MAX_CHAIN))
    .flatMap((bytes) => (bytes === undefined ? [] : [toBase64(bytes)]));
}
