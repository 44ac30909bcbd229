// Why a browser refused a certificate or a TLS connection, in one vocabulary for all browsers. Some browsers tell less: Chromium has one
// code for "expired" and "not yet valid" and one for "self-signed" and "unknown root", so the vaguer kinds are values of their own.

/** Every kind; the id of the finding that explains it is `certificate-` + kind. */
export const CERTIFICATE_ERROR_KINDS = [
  'expired',
  'not-yet-valid',
  'date-invalid',
  'wrong-name',
  'self-signed',
  'unknown-root',
  'issuer-unknown',
  'revoked',
  'weak',
  'transparency-missing',
  'key-pinned',
  'distrusted',
  'tls-version',
  'invalid',
] as const;

export type CertificateErrorKind = (typeof CERTIFICATE_ERROR_KINDS)[number];

/** Chromium's names. https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h */
const CHROMIUM_CODES: Readonly<Record<string, CertificateErrorKind>> = {
  ERR_CERT_COMMON_NAME_INVALID: 'wrong-name',
  ERR_CERT_DATE_INVALID: 'date-invalid',
  ERR_CERT_AUTHORITY_INVALID: 'issuer-unknown',
  ERR_CERT_REVOKED: 'revoked',
  ERR_CERT_WEAK_SIGNATURE_ALGORITHM: 'weak',
  ERR_CERT_WEAK_KEY: 'weak',
  ERR_SSL_WEAK_SERVER_EPHEMERAL_DH_KEY: 'weak',
  ERR_CERTIFICATE_TRANSPARENCY_REQUIRED: 'transparency-missing',
  ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN: 'key-pinned',
  ERR_CERT_SYMANTEC_LEGACY: 'distrusted',
  ERR_CERT_KNOWN_INTERCEPTION_BLOCKED: 'distrusted',
  ERR_SSL_VERSION_OR_CIPHER_MISMATCH: 'tls-version',
  ERR_SSL_OBSOLETE_VERSION: 'tls-version',
  ERR_SSL_UNSUPPORTED_AUTH_TYPE: 'tls-version',
};

/** NSS numbers its errors from three bases. https://searchfox.org/mozilla-central/source/security/nss/lib/util/secerr.h, ssl/sslerr.h, pkixnss.h */
const NSS_ERRORS: readonly {
  readonly base: number;
  readonly name: string;
  readonly kinds: Readonly<Record<number, CertificateErrorKind>>;
}[] = [
  {
    base: 0x2000,
    name: 'SEC_ERROR',
    kinds: {
      11: 'expired',
      12: 'revoked',
      13: 'unknown-root',
      20: 'distrusted',
      21: 'distrusted',
      30: 'expired',
      176: 'weak',
    },
  },
  {
    base: 0x3000,
    name: 'SSL_ERROR',
    kinds: { 2: 'tls-version', 9: 'tls-version', 12: 'wrong-name', 98: 'tls-version' },
  },
  {
    base: 0x4000,
    name: 'MOZILLA_PKIX_ERROR',
    kinds: {
      0: 'key-pinned',
      2: 'weak',
      5: 'not-yet-valid',
      6: 'not-yet-valid',
      13: 'distrusted',
      14: 'self-signed',
      15: 'unknown-root',
      16: 'transparency-missing',
      17: 'distrusted',
    },
  },
];

/** Firefox's nsresult of an NSS error: module 0x5a in the upper half, the negated NSS number in the lower. nsNSSErrors / NSSErrorsService.cpp */
const NSS_MODULE = 0x805a;
const FIREFOX_CODE = /^Error code (\d{1,10})$/;
const CHROMIUM_CODE = /^net::(ERR_[A-Z0-9_]{1,80})$/;

/** What a browser's error text says about the certificate or TLS. */
export interface CertificateError {
  readonly kind: CertificateErrorKind;
  /** A short name that a person can search for. */
  readonly code: string;
}

/**
 * Reads the `error` of a failed main-frame load: Chromium's `net::ERR_…` or Firefox's `Error code N` (webNavigation; the text that
 * Firefox's webRequest gives is a translated sentence and says nothing reliable). Null: the failure has nothing to do with TLS.
 */
export function readCertificateError(error: string): CertificateError | null {
  const chromium = CHROMIUM_CODE.exec(error)?.[1];
  if (chromium !== undefined) {
    const known = CHROMIUM_CODES[chromium];
    if (known !== undefined) return { kind: known, code: chromium };
    return /^ERR_(CERT|SSL)_/.test(chromium) ? { kind: 'invalid', code: chromium } : null;
  }
  const firefox = FIREFOX_CODE.exec(error)?.[1];
  return firefox === undefined ? null : readNssError(Number(firefox));
}

function readNssError(result: number): CertificateError | null {
  if (Math.floor(result / 0x10000) !== NSS_MODULE) return null;
  const negated = result & 0xffff;
  for (const { base, name, kinds } of NSS_ERRORS) {
    const index = base - negated;
    if (index >= 0 && index < 0x1000) return { kind: kinds[index] ?? 'invalid', code: `${name} ${index}` };
  }
  return null;
}
