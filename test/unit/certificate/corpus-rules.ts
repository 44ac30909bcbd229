// Where our reading differs from the one given with the corpus, the rule that decides. docs/certificate-corpus.md explains each and lists the
// certificates; corpus.test.ts keeps the list and these rules together.
import type { CertificateSummary } from '../../../lib/certificate/judge/summary.ts';
import type { GoodRow, NameRow } from './certificate-corpus.ts';

export type Field =
  | 'level'
  | 'policies'
  | 'dns'
  | 'ip'
  | 'validity'
  | 'key'
  | 'signature'
  | 'isCa'
  | 'eku'
  | 'version'
  | 'selfIssued'
  | 'scts'
  | 'precertificate'
  | 'subject'
  | 'issuer';

/** The given names of key types in our words. */
const KEY_TYPES: Readonly<Record<string, string>> = {
  rsa: 'RSA',
  rsaEncryption: 'RSA',
  DHPublicKey: 'DH',
  secp192r1: 'EC P-192',
  secp224r1: 'EC P-224',
  secp256r1: 'EC P-256',
  secp384r1: 'EC P-384',
  secp521r1: 'EC P-521',
  Ed25519PublicKey: 'Ed25519',
  Ed448PublicKey: 'Ed448',
  MLDSA44PublicKey: 'ML-DSA-44',
  MLDSA65PublicKey: 'ML-DSA-65',
  MLDSA87PublicKey: 'ML-DSA-87',
  MLKEM768PublicKey: 'ML-KEM-768',
  MLKEM1024PublicKey: 'ML-KEM-1024',
  'GOST R 34.10-94': 'GOST R 34.10-94',
  'GOST R 34.10-2001': 'GOST R 34.10-2001',
  'GOST R 34.10-2012 with 256 bit modulus': 'GOST R 34.10-2012 (256 bit)',
  'GOST R 34.10-2012 with 512 bit modulus': 'GOST R 34.10-2012 (512 bit)',
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
/** The given lists hold up to 200 names, the given texts 400 and 300 characters. */
const GIVEN_NAMES = 200;
const iso = (time: string): string => time.replace(' ', 'T').padStart('0000-00-00T00:00:00Z'.length, '0');
const level = (given: string): string =>
  given === 'none' ? 'unknown' : given.startsWith('conflict:') ? 'contradictory' : given;

function isKey(row: GoodRow, { key }: CertificateSummary): boolean {
  const type = KEY_TYPES[row.keyType] ?? row.keyType;
  const ours = [key.type, `${key.type} ${key.curve}`, key.curve, key.oid];
  // An explicit curve has no name; its size and type must agree all the same.
  const explicit = key.type === 'EC' && key.curve === null && type.startsWith('EC ');
  return (ours.includes(type) || explicit) && key.bits === row.keyBits;
}

/** The fields in which the two readings differ. What is null was not given. */
export function differences(row: GoodRow, ours: CertificateSummary, signatureOid: string): readonly Field[] {
  const agreements: Readonly<Record<Field, boolean>> = {
    level: level(row.level) === ours.level,
    policies: same(row.policies, ours.policies),
    dns: same(row.sans, ours.names.dns.slice(0, GIVEN_NAMES)) && row.sanCount === ours.names.dns.length,
    ip: row.ipSans === null || same(row.ipSans, ours.names.ip),
    validity: iso(row.notBefore) === ours.notBefore && iso(row.notAfter) === ours.notAfter,
    key: isKey(row, ours),
    signature: row.sigAlg === ours.signature || row.sigAlg === signatureOid,
    isCa: row.isCA === ours.isCa,
    eku: same(row.eku, ours.extendedKeyUsage ?? []),
    version: row.version === String(ours.version),
    selfIssued: row.selfIssued === null || row.selfIssued === ours.selfIssued,
    scts: row.scts === null || row.scts === ours.scts.length,
    precertificate: row.precert === null || row.precert === ours.precertificate,
    subject: row.subject === ours.subject.slice(0, 400),
    issuer: row.issuer === ours.issuer.slice(0, 300),
  };
  // Object.keys loses the type of the keys, which are those of the record above.
  return (Object.keys(agreements) as Field[]).filter((field) => !agreements[field]);
}

/** The rule by which ours is right, or null: then it is a fault. */
export function ruleFor(field: Field, row: GoodRow, ours: CertificateSummary): string | null {
  const isPurposeDump = row.eku.some(
    (purpose) => !/^[\d.]+\d$|^[A-Z][\w -]+$/i.test(purpose) || purpose === 'INVALID',
  );
  switch (field) {
    case 'level':
      if (row.level === 'DV' && ours.levelBasis === 'organization-without-check')
        return 'dv-with-organisation';
      if (row.level === 'none' && ours.levelBasis === 'issuer-policy') return 'issuer-policy';
      return row.level === 'none' && row.policies.length === 0 && ours.policies.length > 0
        ? 'notice-not-read'
        : null;
    case 'policies':
      return row.policies.length === 0 && ours.policies.length > 0 ? 'notice-not-read' : null;
    case 'dns':
      if (ours.names.dns.some((name) => name.includes(','))) return 'comma-in-name';
      return ours.names.dns.some((name) => /\p{Cc}/u.test(name)) ? 'control-character-in-name' : null;
    case 'eku':
      return isPurposeDump ? 'purposes-not-readable' : null;
    case 'subject':
    case 'issuer':
      return /subjectAltName=/.test(row[field]) ? 'no-short-name' : null;
    default:
      return null;
  }
}

/** For the names of x509-limbo: the rule beside the name rule on which the given result hangs, or null. */
export function limboRuleFor({ id }: NameRow): string | null {
  if (id.startsWith('webpki::cn::')) return 'common-name';
  if (/critical/.test(id)) return 'critical-mark';
  if (/underscore/.test(id)) return 'underscore';
  return /public-suffix-private/.test(id) ? 'private-suffix' : null;
}
