// Makes the lab's certificates when it starts (RFC 5280): CAs, and a leaf per host. Keys live in memory only; the certificates of the CAs that
// test browsers trust are all that is written to disk, for the browsers' profiles.
import { X509Certificate, randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { extension, keyUsage, onlyUnder, policies, timestamps } from './certificate-extensions.ts';
import { alternativeNames, toName } from './certificate-names.ts';
import { DAY } from './leaf-kinds.ts';
import type { LeafPlan, Signer } from './leaf-kinds.ts';

const { subtle } = globalThis.crypto;
/** RFC 6962, 3.1: critical, so that only logs accept the precertificate. */
export const POISON = '1.3.6.1.4.1.11129.2.4.3';
/** RFC 6962, 3.3. */
const TIMESTAMPS = '1.3.6.1.4.1.11129.2.4.2';
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
  hash: 'SHA-256',
} as const;

/** A certificate with its key, both as PEM. */
export interface Leaf {
  readonly certificate: string;
  /** The intermediate that the server sends after it, as PEM; empty: none. */
  readonly intermediate: string;
  readonly key: string;
}

/** A CA that can sign. */
export interface Authority {
  readonly certificate: string;
  /** Whether browsers do not have it, so that servers must send it. */
  readonly isIntermediate: boolean;
  readonly keys: CryptoKeyPair;
  readonly name: pkijs.RelativeDistinguishedNames;
}

/** The CAs of one lab, by their trust in a test browser. */
export type Authorities = Readonly<Record<Exclude<Signer, 'self'>, Authority>>;

/** The properties of a CA besides its name. */
export interface AuthorityParts {
  readonly organisation?: string;
  /** The CA that signs it; itself when missing. */
  readonly parent?: Authority;
  /** The one domain for which it may issue. */
  readonly permitted?: string;
}

/** Makes a CA that is valid from a day before `now` (ms since epoch) for 30 days. */
export async function makeAuthority(
  commonName: string,
  now: number,
  { organisation = 'HTTPS Trust Inspector test lab', parent, permitted }: AuthorityParts = {},
): Promise<Authority> {
  const keys = await makeKeys(ECDSA);
  const name = toName([
    ['2.5.4.10', organisation],
    ['2.5.4.3', commonName],
  ]);
  const keyId = await keyIdentifier(keys);
  const certificate = await sign({
    subject: name,
    issuer: parent?.name ?? name,
    keys,
    signingKey: (parent?.keys ?? keys).privateKey,
    serial: null,
    notBefore: now - DAY,
    notAfter: now + 29 * DAY,
    extensions: [
      extension('2.5.29.19', true, new pkijs.BasicConstraints({ cA: true }).toSchema()),
      extension('2.5.29.15', true, keyUsage(0b0000_0110)), // keyCertSign, cRLSign
      extension('2.5.29.14', false, new asn1js.OctetString({ valueHex: keyId })),
      ...(parent === undefined ? [] : [extension('2.5.29.35', false, await authorityKey(parent.keys))]),
      ...(permitted === undefined ? [] : [extension('2.5.29.30', true, onlyUnder(permitted).toSchema())]),
    ],
  });
  return { certificate, isIntermediate: parent !== undefined, keys, name };
}

/** Makes one leaf. */
export async function makeLeaf(plan: LeafPlan, authorities: Authorities): Promise<Leaf> {
  const keys = await makeKeys(plan.algorithm === 'rsa' ? RSA : ECDSA);
  const subject = toName(plan.subject);
  const issuer = plan.signer === 'self' ? null : authorities[plan.signer];
  const signer = issuer ?? { keys, name: subject };
  const certificate = await sign({
    subject,
    issuer: signer.name,
    keys,
    signingKey: signer.keys.privateKey,
    serial: plan.serial,
    notBefore: plan.notBefore,
    notAfter: plan.notAfter,
    extensions: [
      extension('2.5.29.19', true, new pkijs.BasicConstraints({ cA: plan.isAuthority }).toSchema()),
      extension('2.5.29.15', true, keyUsage(plan.keyUsage)),
      extension('2.5.29.37', false, new pkijs.ExtKeyUsage({ keyPurposes: [plan.purpose] }).toSchema()),
      extension('2.5.29.17', plan.subject.length === 0, alternativeNames(plan.names).toSchema()),
      ...(plan.policy === null ? [] : [extension('2.5.29.32', false, policies(plan.policy).toSchema())]),
      extension('2.5.29.14', false, new asn1js.OctetString({ valueHex: await keyIdentifier(keys) })),
      extension('2.5.29.35', false, await authorityKey(signer.keys)),
      ...(plan.logged ? [extension(TIMESTAMPS, false, timestamps(plan.notBefore))] : []),
      ...(plan.poisoned ? [extension(POISON, true, new asn1js.Null())] : []),
    ],
  });
  const key = toPem('PRIVATE KEY', await subtle.exportKey('pkcs8', keys.privateKey));
  return { certificate, intermediate: issuer?.isIntermediate === true ? issuer.certificate : '', key };
}

/** SHA-256 of a certificate, in the upper-case form with colons that tools print. */
export function fingerprint(pem: string): string {
  return new X509Certificate(pem).fingerprint256;
}

interface ToSign {
  readonly subject: pkijs.RelativeDistinguishedNames;
  readonly issuer: pkijs.RelativeDistinguishedNames;
  readonly keys: CryptoKeyPair;
  readonly signingKey: CryptoKey;
  /** In hex; null: a new one. */
  readonly serial: string | null;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly extensions: pkijs.Extension[];
}

async function sign(parts: ToSign): Promise<string> {
  const certificate = new pkijs.Certificate({
    version: 2, // v3
    serialNumber: new asn1js.Integer({ valueHex: serialNumber(parts.serial) }),
    subject: parts.subject,
    issuer: parts.issuer,
    notBefore: new pkijs.Time({ type: pkijs.TimeType.UTCTime, value: new Date(parts.notBefore) }),
    notAfter: new pkijs.Time({ type: pkijs.TimeType.UTCTime, value: new Date(parts.notAfter) }),
    extensions: parts.extensions,
  });
  await certificate.subjectPublicKeyInfo.importKey(parts.keys.publicKey);
  await certificate.sign(parts.signingKey, 'SHA-256');
  return toPem('CERTIFICATE', certificate.toSchema(true).toBER());
}

function makeKeys(algorithm: typeof ECDSA | typeof RSA): Promise<CryptoKeyPair> {
  return subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

/** 16 random bytes: positive (first bit clear), not zero, and never the same twice unless a scenario wants it, because Firefox refuses it (RFC 5280, 4.1.2.2). */
function serialNumber(wanted: string | null): ArrayBuffer {
  const bytes = new Uint8Array(wanted === null ? randomBytes(16) : Buffer.from(wanted, 'hex'));
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f);
  return bytes.buffer;
}

/** The method of RFC 5280, 4.2.1.2 (1): SHA-1 of the public key's bits, as a name for the key and not for security. */
async function keyIdentifier(keys: CryptoKeyPair): Promise<ArrayBuffer> {
  const { subjectPublicKey } = pkijs.PublicKeyInfo.fromBER(await subtle.exportKey('spki', keys.publicKey));
  return subtle.digest('SHA-1', new Uint8Array(subjectPublicKey.valueBlock.valueHexView));
}

async function authorityKey(keys: CryptoKeyPair): Promise<asn1js.BaseBlock> {
  const keyId = new asn1js.OctetString({ valueHex: await keyIdentifier(keys) });
  return new pkijs.AuthorityKeyIdentifier({ keyIdentifier: keyId }).toSchema();
}

function toPem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
