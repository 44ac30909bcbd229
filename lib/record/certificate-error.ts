// The reasons why browsers refuse a certificate or a TLS connection, in one vocabulary. Chromium has one code for "expired" and "not yet valid" and
// one for "self-signed" and "unknown root", so these vaguer kinds have values of their own.

import { nssErrorName } from './nss-errors.ts';

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
  'wrong-use',
  'name-constraint',
  'serial-reused',
  'no-certificate',
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
  ERR_SSL_KEY_USAGE_INCOMPATIBLE: 'wrong-use',
  ERR_CERT_NAME_CONSTRAINT_VIOLATION: 'name-constraint',
  ERR_SSL_UNRECOGNIZED_NAME_ALERT: 'no-certificate',
};

/** The server requires a client certificate, or rejects the one that was sent: its own certificate is not at fault. */
const CHROMIUM_CLIENT = /^ERR_(?:SSL_CLIENT_AUTH_\w+|BAD_SSL_CLIENT_AUTH_CERT)$/;
/** The same errors in NSS: alerts from the server about the client's certificate (RFC 8446, 6.2). */
const NSS_CLIENT =
  /^SSL_ERROR_(?:RX_CERTIFICATE_REQUIRED|BAD_CERT|REVOKED_CERT|EXPIRED_CERT|UNSUPPORTED_CERT|CERTIFICATE_UNKNOWN|UNKNOWN_CA|ACCESS_DENIED|CERTIFICATE_UNOBTAINABLE)_ALERT$|^SSL_ERROR_NO_CERTIFICATE$/;

/** By NSS's names (nss-errors.ts); any other is `invalid`. */
const NSS_KINDS: Readonly<Record<string, CertificateErrorKind>> = {
  SEC_ERROR_EXPIRED_CERTIFICATE: 'expired',
  SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE: 'expired',
  SEC_ERROR_REVOKED_CERTIFICATE: 'revoked',
  SEC_ERROR_REVOKED_CERTIFICATE_CRL: 'revoked',
  SEC_ERROR_REVOKED_CERTIFICATE_OCSP: 'revoked',
  SEC_ERROR_REVOKED_KEY: 'revoked',
  SEC_ERROR_UNKNOWN_ISSUER: 'unknown-root',
  SEC_ERROR_UNTRUSTED_ISSUER: 'distrusted',
  SEC_ERROR_UNTRUSTED_CERT: 'distrusted',
  SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED: 'weak',
  SEC_ERROR_INADEQUATE_KEY_USAGE: 'wrong-use',
  SEC_ERROR_INADEQUATE_CERT_TYPE: 'wrong-use',
  SEC_ERROR_CERT_NOT_IN_NAME_SPACE: 'name-constraint',
  SEC_ERROR_REUSED_ISSUER_AND_SERIAL: 'serial-reused',
  SSL_ERROR_NO_CYPHER_OVERLAP: 'tls-version',
  SSL_ERROR_UNSUPPORTED_VERSION: 'tls-version',
  SSL_ERROR_PROTOCOL_VERSION_ALERT: 'tls-version',
  SSL_ERROR_BAD_CERT_DOMAIN: 'wrong-name',
  SSL_ERROR_UNRECOGNIZED_NAME_ALERT: 'no-certificate',
  SSL_ERROR_WEAK_SERVER_CERT_KEY: 'weak',
  SSL_ERROR_WEAK_SERVER_EPHEMERAL_DH_KEY: 'weak',
  MOZILLA_PKIX_ERROR_KEY_PINNING_FAILURE: 'key-pinned',
  MOZILLA_PKIX_ERROR_CA_CERT_USED_AS_END_ENTITY: 'wrong-use',
  MOZILLA_PKIX_ERROR_V1_CERT_USED_AS_CA: 'wrong-use',
  MOZILLA_PKIX_ERROR_INADEQUATE_KEY_SIZE: 'weak',
  MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE: 'not-yet-valid',
  MOZILLA_PKIX_ERROR_NOT_YET_VALID_ISSUER_CERTIFICATE: 'not-yet-valid',
  MOZILLA_PKIX_ERROR_ADDITIONAL_POLICY_CONSTRAINT_FAILED: 'distrusted',
  MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT: 'self-signed',
  MOZILLA_PKIX_ERROR_MITM_DETECTED: 'unknown-root',
  MOZILLA_PKIX_ERROR_INSUFFICIENT_CERTIFICATE_TRANSPARENCY: 'transparency-missing',
  MOZILLA_PKIX_ERROR_ISSUER_NO_LONGER_TRUSTED: 'distrusted',
};

/** Firefox's nsresult of an NSS error: module 0x5a in the upper half, the negated NSS number in the lower. nsNSSErrors / NSSErrorsService.cpp */
const NSS_MODULE = 0x805a;
const FIREFOX_CODE = /^Error code (\d{1,10})$/;
const CHROMIUM_CODE = /^net::(ERR_[A-Z0-9_]{1,80})$/;

/** The certificate or TLS error in a browser's error text. */
export interface CertificateError {
  readonly kind: CertificateErrorKind;
  /** A short name that users can search for. */
  readonly code: string;
}

/**
 * Reads the `error` of a failed main-frame request: Chromium's `net::ERR_…`, or Firefox's `Error code N` from webNavigation (the text from Firefox's
 * webRequest is a translated sentence without a reliable code). Null: the failure is not about TLS, or the server requires a client certificate.
 */
export function readCertificateError(error: string): CertificateError | null {
  const chromium = CHROMIUM_CODE.exec(error)?.[1];
  if (chromium !== undefined) {
    const known = CHROMIUM_CODES[chromium];
    if (known !== undefined) return { kind: known, code: chromium };
    if (CHROMIUM_CLIENT.test(chromium)) return null;
    return /^ERR_(CERT|SSL)_/.test(chromium) ? { kind: 'invalid', code: chromium } : null;
  }
  const code = nssNameIn(error);
  return code === null || NSS_CLIENT.test(code) ? null : { kind: NSS_KINDS[code] ?? 'invalid', code };
}

/** Returns the name of the error by which a browser reports that the server requires a client certificate; null: it is another error. */
export function readClientCertificateError(error: string): string | null {
  const chromium = CHROMIUM_CODE.exec(error)?.[1];
  if (chromium !== undefined) return CHROMIUM_CLIENT.test(chromium) ? chromium : null;
  const code = nssNameIn(error);
  return code !== null && NSS_CLIENT.test(code) ? code : null;
}

/** Returns NSS's name for the number in Firefox's error; null: it is not an NSS error. */
function nssNameIn(error: string): string | null {
  const result = Number(FIREFOX_CODE.exec(error)?.[1] ?? Number.NaN);
  return Math.floor(result / 0x10000) === NSS_MODULE ? nssErrorName(result & 0xffff) : null;
}
