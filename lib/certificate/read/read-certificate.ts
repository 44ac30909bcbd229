// Reads a certificate from DER (RFC 5280, 4.1). Strict where two readers could see two certificates; a broken rule that leaves one reading becomes a
// note. The bytes are untrusted: every outcome is a Certificate or a DerError.
import {
  BIT_STRING,
  CONTEXT_0,
  CONTEXT_3,
  Cursor,
  type Element,
  GENERALIZED_TIME,
  INTEGER,
  OID,
  SEQUENCE,
} from '../../der/cursor.ts';
import { DerError, fail } from '../../der/der-error.ts';
import { readInteger, readOid, readSmallInteger, readTime, readUnusedBits } from '../../der/values.ts';
import { toHex } from '../../text/hex.ts';
import type { Algorithm, Certificate, Note, PublicKey } from '../certificate.ts';
import { readExtension, type ExtensionValues } from './read-extensions.ts';
import { readName } from './read-name.ts';

/** Bounds serial numbers and parameters. Real ones have 20 bytes, and 600 for an explicit curve. */
const MAX_KEPT_BYTES = 2048;
/** Unique identifiers of issuer and subject [1], [2]: allowed, but never used, so they are skipped. */
const UNIQUE_IDS = [0x81, 0x82];
/** 2050-01-01: times before it are written as UTCTime (RFC 5280, 4.1.2.5). */
const YEAR_2050 = 2_524_608_000_000;

/** Reads one certificate, which fills the given bytes. Throws DerError and no other error. */
export function readCertificate(bytes: Uint8Array): Certificate {
  const notes: Note[] = [];
  const outer = Cursor.over(bytes);
  const whole = outer.into(SEQUENCE);
  outer.finish();
  const tbs = whole.into(SEQUENCE);
  const algorithm = whole.expect(SEQUENCE);
  readUnusedBits(tbs.input, whole.expect(BIT_STRING));
  whole.finish();

  const version = readVersion(tbs, notes);
  const number = tbs.expect(INTEGER);
  if (number.to - number.from > MAX_KEPT_BYTES) fail('too-large', number.start);
  const serial = readInteger(tbs.input, number);
  const signed = tbs.expect(SEQUENCE);
  const contents = ({ from, to }: Element): string => tbs.input.text.slice(from, to);
  // The algorithm that the issuer signed must be the one that the signature is checked with (RFC 5280, 4.1.1.2).
  if (contents(signed) !== contents(algorithm))
    notes.push({ code: 'algorithms-differ', offset: algorithm.start });
  const issuer = tbs.expect(SEQUENCE);
  const validity = tbs.into(SEQUENCE);
  const [notBefore, notAfter] = [readValidity(validity, notes), readValidity(validity, notes)];
  validity.finish();
  const subject = tbs.expect(SEQUENCE);
  const key = readKey(tbs.into(SEQUENCE));
  for (const tag of UNIQUE_IDS) if (tbs.is(tag)) readUnusedBits(tbs.input, tbs.next());
  const values: ExtensionValues = {
    extensions: [],
    names: null,
    basicConstraints: null,
    keyUsage: null,
    extendedKeyUsage: null,
    policies: [],
    ocsp: [],
    caIssuers: [],
    crl: [],
    mustStaple: false,
    precertificate: false,
    scts: [],
  };
  if (!tbs.done) {
    const holder = tbs.into(CONTEXT_3);
    const list = holder.into(SEQUENCE);
    const seen = new Set<string>();
    while (!list.done) readExtension(list.into(SEQUENCE), values, seen, notes);
    holder.finish();
    tbs.finish();
  }
  return {
    version,
    serial,
    signature: readAlgorithm(tbs.enter(algorithm)),
    issuer: readName(tbs.enter(issuer)),
    notBefore,
    notAfter,
    subject: readName(tbs.enter(subject)),
    selfIssued: contents(issuer) === contents(subject),
    key,
    ...values,
    notes,
  };
}

function readVersion(tbs: Cursor, notes: Note[]): 1 | 2 | 3 {
  if (!tbs.is(CONTEXT_0)) return 1;
  const { at } = tbs;
  const inner = tbs.into(CONTEXT_0);
  const value = readSmallInteger(tbs.input, inner.expect(INTEGER));
  inner.finish();
  if (value === 0) notes.push({ code: 'default-encoded', offset: at });
  // The fields of an undefined version could have another meaning.
  if (value > 2) fail('bad-version', at);
  // 0, 1 and 2 stand for 1, 2 and 3. The assertion is needed because the compiler does not calculate.
  return (value + 1) as 1 | 2 | 3;
}

function readValidity(validity: Cursor, notes: Note[]): number {
  const element = validity.next();
  const time = readTime(validity.input, element);
  if (element.tag === GENERALIZED_TIME && time < YEAR_2050)
    notes.push({ code: 'early-generalized-time', offset: element.start });
  return time;
}

/** An identifier and at most one element of parameters (RFC 5280, 4.1.1.2). */
function readAlgorithm(cursor: Cursor): Algorithm {
  const oid = readOid(cursor.input, cursor.expect(OID));
  const { at, end } = cursor;
  if (end - at > MAX_KEPT_BYTES) fail('too-large', at);
  if (!cursor.done) cursor.next();
  cursor.finish();
  return { oid, parameters: end > at ? toHex(cursor.input.bytes, at, end) : null };
}

/** Reads a key. Its bytes are not kept; the size of an RSA key, the only kind that is a sequence of integers, is. */
function readKey(cursor: Cursor): PublicKey {
  const { input } = cursor;
  const { bytes } = input;
  const algorithm = readAlgorithm(cursor.into(SEQUENCE));
  const element = cursor.expect(BIT_STRING);
  cursor.finish();
  readUnusedBits(input, element);
  let modulusBits: number | null = null;
  try {
    const inner = cursor.enter({ ...element, from: element.from + 1 });
    // Tested first, because an exception would make reading any other key ten times slower.
    if (inner.is(SEQUENCE)) {
      const { from, to } = inner.into(SEQUENCE).expect(INTEGER);
      let first = from;
      // The sign is ignored: old encoders left out the leading zero.
      while (first < to && bytes[first] === 0) first++;
      modulusBits = first < to ? (to - first) * 8 + 24 - Math.clz32(bytes[first] ?? 0) : 0;
    }
  } catch (error) {
    // Another kind of key, or a broken one: the rest of the certificate can still be shown.
    if (!(error instanceof DerError)) throw error;
  }
  return { ...algorithm, modulusBits };
}
