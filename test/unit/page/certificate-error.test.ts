import { describe, expect, it } from 'vitest';
import { readCertificateError } from '../../../lib/page/certificate-error.ts';

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
    ['net::ERR_CERT_NAME_CONSTRAINT_VIOLATION', 'invalid'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'invalid'],
    ['Error code 2153398258', 'self-signed'],
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
    'net::ERR_NAME_NOT_RESOLVED',
    'net::ERR_ABORTED',
    'Error code 2152398878',
    'Error code 99999999999999',
    'The certificate is not trusted because it is self-signed.',
    'net::err_cert_date_invalid',
    '',
  ])('%s has nothing to do with the certificate', (error) => expect(readCertificateError(error)).toBeNull());
});
