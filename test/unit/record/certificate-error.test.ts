import { describe, expect, it } from 'vitest';
import { readCertificateError, readClientCertificateError } from '../../../lib/record/certificate-error.ts';

/** Firefox's numbers as measured on Firefox 153: 0x80000000 | 0x5a0000 | -(NSS error). */
function nss(base: number, index: number): string {
  return `Error code ${0x805a0000 + base - index}`;
}

describe('readCertificateError', () => {
  it.each([
    ['net::ERR_CERT_DATE_INVALID', 'date-invalid'],
    ['net::ERR_CERT_COMMON_NAME_INVALID', 'wrong-name'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'issuer-unknown'],
    ['net::ERR_CERT_REVOKED', 'revoked'],
    ['net::ERR_CERT_WEAK_KEY', 'weak'],
    ['net::ERR_CERTIFICATE_TRANSPARENCY_REQUIRED', 'transparency-missing'],
    ['net::ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN', 'key-pinned'],
    ['net::ERR_CERT_SYMANTEC_LEGACY', 'distrusted'],
    ['net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'tls-version'],
    ['net::ERR_CERT_NAME_CONSTRAINT_VIOLATION', 'name-constraint'],
    ['net::ERR_SSL_KEY_USAGE_INCOMPATIBLE', 'wrong-use'],
    ['net::ERR_SSL_UNRECOGNIZED_NAME_ALERT', 'no-certificate'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'invalid'],
    ['Error code 2153398258', 'self-signed'],
    [nss(0x2000, 90), 'wrong-use'],
    [nss(0x2000, 91), 'wrong-use'],
    [nss(0x2000, 112), 'name-constraint'],
    [nss(0x2000, 138), 'serial-reused'],
    [nss(0x3000, 106), 'no-certificate'],
    [nss(0x4000, 1), 'wrong-use'],
    [nss(0x2000, 11), 'expired'],
    [nss(0x2000, 12), 'revoked'],
    [nss(0x2000, 13), 'unknown-root'],
    [nss(0x3000, 12), 'wrong-name'],
    [nss(0x3000, 2), 'tls-version'],
    [nss(0x4000, 5), 'not-yet-valid'],
    [nss(0x4000, 16), 'transparency-missing'],
    ['Error code 2153394151', 'invalid'],
  ])('%s is %s', (error, kind) => expect(readCertificateError(error)?.kind).toBe(kind));

  it.each([
    [nss(0x2000, 138), 'SEC_ERROR_REUSED_ISSUER_AND_SERIAL'],
    [nss(0x2000, 39), 'SEC_INTERNAL_ONLY'],
    [nss(0x2000, 183), 'SEC_ERROR_CERTIFICATE_COMPRESSION_ALGORITHM_NOT_SUPPORTED'],
    [nss(0x3000, 61), 'SSL_ERROR_HANDSHAKE_FAILURE_ALERT'],
    [nss(0x3000, 187), 'SSL_ERROR_FEATURE_DISABLED'],
    [nss(0x4000, 1), 'MOZILLA_PKIX_ERROR_CA_CERT_USED_AS_END_ENTITY'],
    [nss(0x4000, 17), 'MOZILLA_PKIX_ERROR_ISSUER_NO_LONGER_TRUSTED'],
    // Newer than the lists: by its value, which can also be searched for.
    [nss(0x2000, 900), 'SEC_ERROR_0X1C7C'],
  ])('%s is named %s', (error, code) => expect(readCertificateError(error)?.code).toBe(code));

  it.each([
    ['net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED', 'ERR_SSL_CLIENT_AUTH_CERT_NEEDED'],
    ['net::ERR_BAD_SSL_CLIENT_AUTH_CERT', 'ERR_BAD_SSL_CLIENT_AUTH_CERT'],
    [nss(0x3000, 181), 'SSL_ERROR_RX_CERTIFICATE_REQUIRED_ALERT'],
    [nss(0x3000, 17), 'SSL_ERROR_BAD_CERT_ALERT'],
    [nss(0x3000, 93), 'SSL_ERROR_UNKNOWN_CA_ALERT'],
  ])('%s is about the certificate of the visitor', (error, code) => {
    expect(readCertificateError(error)).toBeNull();
    expect(readClientCertificateError(error)).toBe(code);
  });

  it.each(['net::ERR_CERT_INVALID', nss(0x2000, 13), nss(0x3000, 61), 'net::ERR_TIMED_OUT', ''])(
    '%s is not',
    (error) => expect(readClientCertificateError(error)).toBeNull(),
  );

  it.each([
    'net::ERR_NAME_NOT_RESOLVED',
    'net::ERR_ABORTED',
    'Error code 2152398878',
    'Error code 99999999999999',
    'The certificate is not trusted because it is self-signed.',
    'net::err_cert_date_invalid',
    '',
  ])('%s is not about the certificate', (error) => expect(readCertificateError(error)).toBeNull());
});
