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
