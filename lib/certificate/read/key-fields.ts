// Reads fields of a certificate's keys that a single judgement needs. The certificate reader leaves them out, so only those judgements pay for them.
import {
  BIT_STRING,
  BOOLEAN,
  CONTEXT_0,
  CONTEXT_3,
  Cursor,
  INTEGER,
  OCTET_STRING,
  OID,
  SEQUENCE,
} from '../../der/cursor.ts';
import { DerError } from '../../der/der-error.ts';
import { readOid } from '../../der/values.ts';
import { toHex } from '../../text/hex.ts';

/** The fields between the version and the key (RFC 5280, 4.1): serial number, signature algorithm, issuer, validity, subject. */
const FIELDS_BEFORE_KEY = 5;
/** The most bytes of an exponent; those in use have three. */
const LONGEST_EXPONENT = 512;

/** The public exponent of an RSA key (RFC 3279, 2.3.1) as hex; null: the key is of another kind, or the bytes cannot be read. */
export function readExponent(der: Uint8Array): string | null {
  try {
    const tbs = Cursor.over(der).into(SEQUENCE).into(SEQUENCE);
    if (tbs.is(CONTEXT_0)) tbs.next();
    for (let field = 0; field < FIELDS_BEFORE_KEY; field++) tbs.next();
    const info = tbs.into(SEQUENCE);
    info.expect(SEQUENCE);
    const bits = info.expect(BIT_STRING);
    // The first byte counts unused bits.
    const key = info.enter({ ...bits, from: bits.from + 1 }).into(SEQUENCE);
    key.expect(INTEGER);
    const { from, to } = key.expect(INTEGER);
    return to - from > LONGEST_EXPONENT ? null : toHex(der, from, to);
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

const AUTHORITY_KEY_IDENTIFIER = '2.5.29.35';
/** keyIdentifier [0], primitive. */
const KEY_IDENTIFIER = 0x80;
/** The most bytes of a key identifier; those in use are hashes. */
const LONGEST_IDENTIFIER = 64;

/**
 * The identifier of the issuer's key (RFC 5280, 4.2.1.1) as hex; null: the certificate has none, or the bytes cannot be read. Of several such
 * extensions, which RFC 5280 forbids, the first counts.
 */
export function readAuthorityKey(der: Uint8Array): string | null {
  try {
    const tbs = Cursor.over(der).into(SEQUENCE).into(SEQUENCE);
    while (!tbs.done && !tbs.is(CONTEXT_3)) tbs.next();
    if (tbs.done) return null;
    const list = tbs.into(CONTEXT_3).into(SEQUENCE);
    while (!list.done) {
      const extension = list.into(SEQUENCE);
      const oid = readOid(extension.input, extension.expect(OID));
      if (extension.is(BOOLEAN)) extension.next();
      const value = extension.expect(OCTET_STRING);
      if (oid === AUTHORITY_KEY_IDENTIFIER) return identifierIn(extension.enter(value).into(SEQUENCE));
    }
    return null;
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

function identifierIn(cursor: Cursor): string | null {
  if (!cursor.is(KEY_IDENTIFIER)) return null;
  const { from, to } = cursor.next();
  return to - from > LONGEST_IDENTIFIER ? null : toHex(cursor.input.bytes, from, to);
}
