// Makes the lab's certificates when it starts (RFC 5280): CAs, and a leaf per host. Keys live in memory only; the certificates of the CAs that
// test browsers trust are all that is written to disk, for the browsers' profiles.
import { X509Certificate, randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { alternativeNames, toName } from './certificate-names.ts';
import { DAY } from './leaf-kinds.ts';
import type { LeafPlan } from './leaf-kinds.ts';

const { subtle } = globalThis.crypto;
/** RFC 6962, 3.1: critical, so that a certificate that is for logs alone is refused everywhere else. */
export const POISON = '1.3.6.1.4.1.11129.2.4.3';
/** RFC 6962, 3.3. */
const TIMESTAMPS = '1.3.6.1.4.1.11129.2.4.2';
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** A certificate with its key, both as PEM. */
export interface Leaf {
  readonly certificate: string;
  readonly key: string;
}

/** Who can sign. */
export interface Authority {
  readonly certificate: string;
  readonly keys: CryptoKeyPair;
  readonly name: pkijs.RelativeDistinguishedNames;
}

/** The CAs of one lab, by what their signature means to a test browser. */
export type Authorities = Readonly<Record<Exclude<LeafPlan['signer'], 'self'>, Authority>>;

/** Makes a CA that is valid from a day before `now` (ms since epoch) for 30 days. */
export async function makeAuthority(
  commonName: string,
  now: number,
  organisation = 'HTTPS Trust Inspector test lab',
): Promise<Authority> {
  const keys = await makeKeys();
  const name = toName([
    ['2.5.4.10', organisation],
    ['2.5.4.3', commonName],
  ]);
  const keyId = await keyIdentifier(keys);
  const certificate = await sign({
    subject: name,
    issuer: name,
    keys,
    signingKey: keys.privateKey,
    notBefore: now - DAY,
    notAfter: now + 29 * DAY,
    extensions: [
      extension('2.5.29.19', true, new pkijs.BasicConstraints({ cA: true }).toSchema()),
      extension('2.5.29.15', true, keyUsage(0b0000_0110)), // keyCertSign, cRLSign
      extension('2.5.29.14', false, new asn1js.OctetString({ valueHex: keyId })),
    ],
  });
  return { certificate, keys, name };
}

/** Makes one leaf. */
export async function makeLeaf(plan: LeafPlan, authorities: Authorities): Promise<Leaf> {
  const keys = await makeKeys();
  const subject = toName(plan.subject);
  const signer = plan.signer === 'self' ? { keys, name: subject } : authorities[plan.signer];
  const certificate = await sign({
    subject,
    issuer: signer.name,
    keys,
    signingKey: signer.keys.privateKey,
    notBefore: plan.notBefore,
    notAfter: plan.notAfter,
    extensions: [
      extension('2.5.29.19', true, new pkijs.BasicConstraints({ cA: false }).toSchema()),
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
  return { certificate, key };
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
  readonly notBefore: number;
  readonly notAfter: number;
  readonly extensions: pkijs.Extension[];
}

async function sign(parts: ToSign): Promise<string> {
  const certificate = new pkijs.Certificate({
    version: 2, // v3
    serialNumber: new asn1js.Integer({ valueHex: serialNumber() }),
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

function makeKeys(): Promise<CryptoKeyPair> {
  return subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

/** 16 random bytes: positive (first bit clear), not zero, and never the same twice, which Firefox would refuse (RFC 5280, 4.1.2.2). */
function serialNumber(): ArrayBuffer {
  const bytes = new Uint8Array(randomBytes(16));
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f);
  return bytes.buffer;
}

/** The method of RFC 5280, 4.2.1.2 (1): SHA-1 of the public key's bits, as a name for the key and not for security. */
async function keyIdentifier(keys: CryptoKeyPair): Promise<ArrayBuffer> {
  return subtle.digest('SHA-1', await subtle.exportKey('raw', keys.publicKey));
}

async function authorityKey(keys: CryptoKeyPair): Promise<asn1js.BaseBlock> {
  const keyId = new asn1js.OctetString({ valueHex: await keyIdentifier(keys) });
  return new pkijs.AuthorityKeyIdentifier({ keyIdentifier: keyId }).toSchema();
}

function policies(oid: string): pkijs.CertificatePolicies {
  const certificatePolicies = [new pkijs.PolicyInformation({ policyIdentifier: oid })];
  return new pkijs.CertificatePolicies({ certificatePolicies });
}

/** One timestamp of a log that nobody knows, with a signature that nobody checks (RFC 6962, 3.2 and 3.3). `time`: ms since epoch. */
function timestamps(time: number): asn1js.OctetString {
  const sct = Buffer.alloc(1 + 32 + 8 + 2 + 4 + 8);
  sct.fill(0xaa, 1, 33);
  sct.writeBigUInt64BE(BigInt(time), 33);
  // No extensions; SHA-256 with ECDSA, and an empty sequence for a signature.
  sct.set([0, 0, 4, 3, 0, 8, 0x30, 6, 2, 1, 1, 2, 1, 1], 41);
  const list = Buffer.alloc(4 + sct.length);
  list.writeUInt16BE(sct.length + 2, 0);
  list.writeUInt16BE(sct.length, 2);
  list.set(sct, 4);
  return new asn1js.OctetString({ valueHex: new Uint8Array(list).buffer });
}

/** RFC 5280, 4.2.1.3: one byte is enough for the usages here; unused bits at the end are counted, as DER demands. */
function keyUsage(bits: number): asn1js.BitString {
  const unusedBits = 31 - Math.clz32(bits & -bits);
  return new asn1js.BitString({ unusedBits, valueHex: new Uint8Array([bits]).buffer });
}

function extension(extnID: string, critical: boolean, value: asn1js.BaseBlock): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });
}

function toPem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
