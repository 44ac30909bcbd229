// Firefox's webRequest reports a TLS error as a sentence of its user interface. The English ones are known; other languages are recognised as
// sentences.
// https://searchfox.org/mozilla-central/source/security/manager/locales/en-US/chrome/pipnss/nsserrors.properties
import type { CertificateError, CertificateErrorKind } from '../record/certificate-error.ts';

/** The beginning, or a unique part, of each sentence. Null: no TLS, or none in common, so the certificate is not the cause. */
const SENTENCES: readonly (readonly [RegExp, CertificateErrorKind | null])[] = [
  [/requested domain name does not match/, 'wrong-name'],
  [/^Peer.s Certificate has expired/, 'expired'],
  [/issuer.s certificate has expired/, 'expired'],
  [/certificate that is not yet valid|issuer certificate that is not yet valid/, 'not-yet-valid'],
  [/self-signed/, 'self-signed'],
  [/issuer is not recognized/, 'unknown-root'],
  [/has been revoked/, 'revoked'],
  [/has been marked as not trusted|additional policy constraint|distrusted/, 'distrusted'],
  [/signature algorithm that is disabled|key size that is too small|weak/, 'weak'],
  [/key pinning/, 'key-pinned'],
  [/Certificate Transparency/, 'transparency-missing'],
  [/unsupported version|incompatible or unsupported protocol|no common encryption algorithm/, 'tls-version'],
  [
    /no certificate for the requested DNS name|record that exceeded|malformed|unexpected|unrecognized_name|unrecognized name|alert|reports|handshake/i,
    null,
  ],
];

/** Reads a sentence; null: it is not about a certificate. Names of errors (`NS_ERROR_…`) and Chromium's codes are not sentences. */
export function readFirefoxSentence(error: string): CertificateError | null {
  if (!/\s/.test(error.trim())) return null;
  const known = SENTENCES.find(([pattern]) => pattern.test(error));
  const kind = known === undefined ? 'invalid' : known[1];
  return kind === null ? null : { kind, code: error.slice(0, 200) };
}
