// Recognises DER elements that are not certificates by the types of their first elements. Only structures that no certificate has (RFC 5280, 4.1) are
// named; a broken certificate counts as a certificate, so that the reader reports its fault.
import {
  CONTEXT_0,
  Cursor,
  INTEGER,
  OCTET_STRING,
  OID,
  SEQUENCE,
  UTC_TIME,
  GENERALIZED_TIME,
  BIT_STRING,
} from '../../der/cursor.ts';
import { DerError } from '../../der/der-error.ts';
import { toHex } from '../../text/hex.ts';
import type { FileKind } from './file-kind.ts';

const ENUMERATED = 0x0a;
/** 1.2.840.113549.1.7 (PKCS#7, RFC 2315) and 1.2.156.10197.6.1.4.2 (GM/T 0010), as contents of an OID. */
const PKCS7_ARCS = ['2a864886f70d0107', '2a811ccf5506010402'];
const SIGNED_DATA = '02';

export type DerKind = Exclude<FileKind, 'empty'> | 'pkcs7';

/** The kind of the element that `bytes` begin with; null: a certificate, or an unknown element. Never throws. */
export function kindOfDer(bytes: Uint8Array): DerKind | null {
  // An open length means BER, which RFC 2315 and 7292 allow and streaming programs write.
  if (startsWith(bytes, '30800609') && isPkcs7(toHex(bytes.subarray(4, 16)))) return 'pkcs7-ber';
  if (startsWith(bytes, '3080020103')) return 'pkcs12';
  try {
    const whole = Cursor.over(bytes).into(SEQUENCE);
    if (whole.is(OID)) return kindOfContentInfo(whole);
    if (whole.is(INTEGER)) return kindOfVersioned(whole);
    if (whole.is(ENUMERATED)) return 'ocsp';
    return whole.is(SEQUENCE) ? kindOfSigned(whole) : null;
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

function kindOfContentInfo(whole: Cursor): DerKind | null {
  const type = oidOf(whole);
  if (!isPkcs7(type)) return null;
  return type.endsWith(SIGNED_DATA) ? 'pkcs7' : 'cms';
}

/** Structures that begin with a version: PKCS#12 (RFC 7292, 4), PKCS#8 (RFC 5958, 2), SEC1 (RFC 5915, 3), PKCS#1 (RFC 8017, A.1.2). */
function kindOfVersioned(whole: Cursor): DerKind | null {
  const version = whole.next();
  if (version.to - version.from !== 1) return null;
  if (whole.is(OCTET_STRING) || whole.is(INTEGER)) return 'private-key';
  if (!whole.is(SEQUENCE)) return null;
  const second = whole.into(SEQUENCE);
  if (whole.input.bytes[version.from] === 3)
    return second.is(OID) && isPkcs7(oidOf(second)) ? 'pkcs12' : null;
  return second.is(OID) && whole.is(OCTET_STRING) ? 'private-key' : null;
}

/** Structures that begin with a sequence: signed ones, and keys after their algorithm. */
function kindOfSigned(whole: Cursor): DerKind | null {
  const first = whole.into(SEQUENCE);
  // An algorithm before an encrypted key (RFC 5958, 3) or a public key (RFC 5280, 4.1).
  if (first.is(OID))
    return whole.is(OCTET_STRING) ? 'encrypted-key' : whole.is(BIT_STRING) ? 'public-key' : null;
  const hasVersion = first.is(INTEGER);
  if (hasVersion) first.next();
  if (!first.is(SEQUENCE)) return null;
  const second = first.into(SEQUENCE);
  if (!first.is(SEQUENCE)) return null;
  const third = first.into(SEQUENCE);
  // CertificateRequestInfo (RFC 2986, 4.1): version, subject, key. In a version 1 certificate the algorithm of the signature comes second.
  if (hasVersion && third.is(SEQUENCE)) {
    third.next();
    if (third.is(BIT_STRING) && (first.done || first.is(CONTEXT_0))) return 'csr';
  }
  // TBSCertList (RFC 5280, 5.1): algorithm, issuer, then one time, where a certificate has a sequence of two.
  return second.is(OID) && (first.is(UTC_TIME) || first.is(GENERALIZED_TIME)) ? 'crl' : null;
}

function oidOf(cursor: Cursor): string {
  const { from, to } = cursor.expect(OID);
  return toHex(cursor.input.bytes, from, to);
}

function isPkcs7(oid: string): boolean {
  return PKCS7_ARCS.some((arc) => oid.startsWith(arc) || oid.slice(2).startsWith(arc));
}

function startsWith(bytes: Uint8Array, hex: string): boolean {
  return toHex(bytes.subarray(0, hex.length / 2)) === hex;
}
