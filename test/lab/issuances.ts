// What the search of a public log returns for one certificate, in the format of the Cert Spotter issuances API, version 1.
// https://sslmate.com/help/reference/ct_search_api_v1
import { X509Certificate, createHash } from 'node:crypto';
import * as pkijs from 'pkijs';
import { POISON } from './lab-certificates.ts';

/** A certificate in the lab's log. */
export interface LoggedLeaf {
  /** PEM */
  readonly certificate: string;
  /** The CA that signed it, as PEM. */
  readonly issuer: string;
  readonly names: readonly string[];
  /** Times in ms since epoch. */
  readonly notBefore: number;
  readonly notAfter: number;
}

/** An entry of an answer. Optional fields are returned if the request names them. */
export interface Issuance {
  readonly id: string;
  readonly tbs_sha256: string;
  readonly cert_sha256: string;
  readonly dns_names?: readonly string[];
  readonly pubkey_sha256: string;
  readonly issuer?: { readonly friendly_name: string; readonly name: string; readonly pubkey_sha256: string };
  /** RFC 3339 */
  readonly not_before: string;
  readonly not_after: string;
  readonly revoked: false;
  /** DER in base64. */
  readonly cert_der?: string;
}

/** One certificate as an entry. `expand`: the fields that the request names. */
export function toIssuance(logged: LoggedLeaf, id: number, expand: ReadonlySet<string>): Issuance {
  const { raw, publicKey } = new X509Certificate(logged.certificate);
  const issuer = new X509Certificate(logged.issuer);
  const attributes = issuer.subject.split('\n');
  return {
    id: String(id),
    tbs_sha256: sha256(toBeSigned(raw)),
    cert_sha256: sha256(raw),
    ...(expand.has('dns_names') ? { dns_names: logged.names } : {}),
    pubkey_sha256: keyHash(publicKey),
    ...(expand.has('issuer')
      ? {
          issuer: {
            friendly_name: attributes.at(-1)?.replace('CN=', '') ?? '',
            name: attributes.join(', '),
            pubkey_sha256: keyHash(issuer.publicKey),
          },
        }
      : {}),
    not_before: toTime(logged.notBefore),
    not_after: toTime(logged.notAfter),
    revoked: false,
    ...(expand.has('cert_der') ? { cert_der: raw.toString('base64') } : {}),
  };
}

/** Whether a certificate has a host among its names, or, with `wildcards`, the wildcard for the host's first label. */
export function hasName({ names }: LoggedLeaf, host: string, wildcards: boolean): boolean {
  return names.includes(host) || (wildcards && names.includes(`*${host.slice(host.indexOf('.'))}`));
}

/** The value that a precertificate and its certificate share (RFC 6962, 3.2). */
function toBeSigned(der: Buffer): Uint8Array {
  const certificate = pkijs.Certificate.fromBER(new Uint8Array(der));
  certificate.extensions = (certificate.extensions ?? []).filter(({ extnID }) => extnID !== POISON);
  return new Uint8Array(certificate.encodeTBS().toBER());
}

function keyHash(key: X509Certificate['publicKey']): string {
  return sha256(key.export({ type: 'spki', format: 'der' }));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The precision is one second, as in a certificate. */
function toTime(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
