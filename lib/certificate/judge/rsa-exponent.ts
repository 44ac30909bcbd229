// The public exponent of an RSA key (RFC 3279, 2.3.1). Apart from the reader, as one judgement alone asks for it.
import { BIT_STRING, CONTEXT_0, Cursor, INTEGER, SEQUENCE } from '../../der/cursor.ts';
import { DerError } from '../../der/der-error.ts';
import { toHex } from '../../der/values.ts';

/** Serial number, signature algorithm, issuer, validity, subject: what stands between the version and the key (RFC 5280, 4.1). */
const FIELDS_BEFORE_KEY = 5;
/** Bytes of an exponent at most; those in use have three. */
const LONGEST = 512;

/** Hex as encoded; null: no key of this form, or the bytes cannot be read. */
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
    return to - from > LONGEST ? null : toHex(der, from, to);
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}
