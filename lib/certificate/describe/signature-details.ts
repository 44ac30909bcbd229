// Describes a signature algorithm and its hash function, which decides its strength (RFC 3279, 2.2; RFC 4055; RFC 5758; RFC 8410; FIPS 204
// and 205).
import { CONTEXT_0, Cursor, OID, SEQUENCE } from '../../der/cursor.ts';
import { DerError } from '../../der/der-error.ts';
import { readOid } from '../../der/values.ts';
import type { Algorithm } from '../certificate.ts';
import { fromHex } from '../../text/hex.ts';

export type HashName =
  | 'MD2'
  | 'MD4'
  | 'MD5'
  | 'SHA-1'
  | 'SHA-224'
  | 'SHA-256'
  | 'SHA-384'
  | 'SHA-512'
  | 'SHA-512/224'
  | 'SHA-512/256'
  | 'SHA-3';

export interface SignatureDetails {
  /** The name that OpenSSL uses; the identifier when it has no name here. */
  readonly name: string;
  /** Null: the algorithm has no hash function of its own (Ed25519, ML-DSA …), or it is unknown. */
  readonly hash: HashName | null;
}

const RSASSA_PSS = '1.2.840.113549.1.1.10';
/** ECDSA whose parameters name the hash function (ANSI X9.62). */
const ECDSA_SPECIFIED = '1.2.840.10045.4.3';

const SIGNATURES: Readonly<Record<string, readonly [name: string, hash: HashName | null]>> = {
  '1.2.840.113549.1.1.2': ['md2WithRSAEncryption', 'MD2'],
  '1.2.840.113549.1.1.3': ['md4WithRSAEncryption', 'MD4'],
  '1.2.840.113549.1.1.4': ['md5WithRSAEncryption', 'MD5'],
  '1.3.14.3.2.3': ['md5WithRSA', 'MD5'],
  '1.2.840.113549.1.1.5': ['sha1WithRSAEncryption', 'SHA-1'],
  '1.3.14.3.2.29': ['sha1WithRSA', 'SHA-1'],
  '1.2.840.113549.1.1.14': ['sha224WithRSAEncryption', 'SHA-224'],
  '1.2.840.113549.1.1.11': ['sha256WithRSAEncryption', 'SHA-256'],
  '1.2.840.113549.1.1.12': ['sha384WithRSAEncryption', 'SHA-384'],
  '1.2.840.113549.1.1.13': ['sha512WithRSAEncryption', 'SHA-512'],
  '1.2.840.113549.1.1.15': ['sha512-224WithRSAEncryption', 'SHA-512/224'],
  '1.2.840.113549.1.1.16': ['sha512-256WithRSAEncryption', 'SHA-512/256'],
  '1.3.36.3.3.1.2': ['ripemd160WithRSA', null],
  '1.2.156.10197.1.504': ['sm3WithRSAEncryption', null],
  '2.16.840.1.101.3.4.3.13': ['RSA-SHA3-224', 'SHA-3'],
  '2.16.840.1.101.3.4.3.14': ['RSA-SHA3-256', 'SHA-3'],
  '2.16.840.1.101.3.4.3.15': ['RSA-SHA3-384', 'SHA-3'],
  '2.16.840.1.101.3.4.3.16': ['RSA-SHA3-512', 'SHA-3'],
  '1.2.840.10040.4.3': ['dsaWithSHA1', 'SHA-1'],
  '1.3.14.3.2.27': ['dsaWithSHA1-old', 'SHA-1'],
  '2.16.840.1.101.3.4.3.1': ['dsa_with_SHA224', 'SHA-224'],
  '2.16.840.1.101.3.4.3.2': ['dsa_with_SHA256', 'SHA-256'],
  '2.16.840.1.101.3.4.3.3': ['dsa_with_SHA384', 'SHA-384'],
  '2.16.840.1.101.3.4.3.4': ['dsa_with_SHA512', 'SHA-512'],
  '2.16.840.1.101.3.4.3.5': ['dsa_with_SHA3-224', 'SHA-3'],
  '2.16.840.1.101.3.4.3.6': ['dsa_with_SHA3-256', 'SHA-3'],
  '2.16.840.1.101.3.4.3.7': ['dsa_with_SHA3-384', 'SHA-3'],
  '2.16.840.1.101.3.4.3.8': ['dsa_with_SHA3-512', 'SHA-3'],
  '1.2.840.10045.4.1': ['ecdsa-with-SHA1', 'SHA-1'],
  '1.2.840.10045.4.3.1': ['ecdsa-with-SHA224', 'SHA-224'],
  '1.2.840.10045.4.3.2': ['ecdsa-with-SHA256', 'SHA-256'],
  '1.2.840.10045.4.3.3': ['ecdsa-with-SHA384', 'SHA-384'],
  '1.2.840.10045.4.3.4': ['ecdsa-with-SHA512', 'SHA-512'],
  '2.16.840.1.101.3.4.3.9': ['ecdsa_with_SHA3-224', 'SHA-3'],
  '2.16.840.1.101.3.4.3.10': ['ecdsa_with_SHA3-256', 'SHA-3'],
  '2.16.840.1.101.3.4.3.11': ['ecdsa_with_SHA3-384', 'SHA-3'],
  '2.16.840.1.101.3.4.3.12': ['ecdsa_with_SHA3-512', 'SHA-3'],
  '1.3.101.112': ['ED25519', null],
  '1.3.101.113': ['ED448', null],
  '1.2.156.10197.1.501': ['SM2-with-SM3', null],
  '1.2.643.2.2.4': ['GOST R 34.11-94 with GOST R 34.10-94', null],
  '1.2.643.2.2.3': ['GOST R 34.11-94 with GOST R 34.10-2001', null],
  '1.2.643.7.1.1.3.2': ['GOST R 34.10-2012 with GOST R 34.11-2012 (256 bit)', null],
  '1.2.643.7.1.1.3.3': ['GOST R 34.10-2012 with GOST R 34.11-2012 (512 bit)', null],
  '2.16.840.1.101.3.4.3.17': ['ML-DSA-44', null],
  '2.16.840.1.101.3.4.3.18': ['ML-DSA-65', null],
  '2.16.840.1.101.3.4.3.19': ['ML-DSA-87', null],
  // FIPS 205; the identifiers are in the order of RFC 9909, 3.
  ...Object.fromEntries(
    ['SHA2', 'SHAKE']
      .flatMap((hash) => ['128s', '128f', '192s', '192f', '256s', '256f'].map((set) => `${hash}-${set}`))
      .map((set, i) => [`2.16.840.1.101.3.4.3.${20 + i}`, [`SLH-DSA-${set}`, null] as const]),
  ),
};

const HASHES: Readonly<Record<string, HashName>> = {
  '1.2.840.113549.2.2': 'MD2',
  '1.2.840.113549.2.4': 'MD4',
  '1.2.840.113549.2.5': 'MD5',
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
  '2.16.840.1.101.3.4.2.5': 'SHA-512/224',
  '2.16.840.1.101.3.4.2.6': 'SHA-512/256',
  '2.16.840.1.101.3.4.2.7': 'SHA-3',
  '2.16.840.1.101.3.4.2.8': 'SHA-3',
  '2.16.840.1.101.3.4.2.9': 'SHA-3',
  '2.16.840.1.101.3.4.2.10': 'SHA-3',
};

export function describeSignature({ oid, parameters }: Algorithm): SignatureDetails {
  if (oid === RSASSA_PSS)
    return { name: 'rsassaPss', hash: parameters === null ? null : readPssHash(parameters) };
  if (oid === ECDSA_SPECIFIED)
    return { name: 'ecdsa-with-Specified', hash: parameters === null ? null : readHash(parameters) };
  const [name, hash] = SIGNATURES[oid] ?? [oid, null];
  return { name, hash };
}

/** hashAlgorithm [0] of RSASSA-PSS-params; SHA-1 when it is missing (RFC 4055, 3.1). */
function readPssHash(parameters: string): HashName | null {
  return readOrNull(() => {
    const list = Cursor.over(fromHex(parameters)).into(SEQUENCE);
    return list.is(CONTEXT_0) ? hashIn(list.into(CONTEXT_0)) : 'SHA-1';
  });
}

/** The algorithm identifier that the parameters consist of. */
function readHash(parameters: string): HashName | null {
  return readOrNull(() => hashIn(Cursor.over(fromHex(parameters))));
}

function hashIn(cursor: Cursor): HashName | null {
  const algorithm = cursor.into(SEQUENCE);
  return HASHES[readOid(algorithm.input, algorithm.expect(OID))] ?? null;
}

function readOrNull(read: () => HashName | null): HashName | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}
