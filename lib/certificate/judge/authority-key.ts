// The identifier of its issuer's key that a certificate names (RFC 5280, 4.2.1.1). Apart from the reader, as one question alone asks for it.
import { BOOLEAN, CONTEXT_3, Cursor, OCTET_STRING, OID, SEQUENCE } from '../../der/cursor.ts';
import { DerError } from '../../der/der-error.ts';
import { readOid, toHex } from '../../der/values.ts';

const AUTHORITY_KEY_IDENTIFIER = '2.5.29.35';
/** keyIdentifier [0], primitive. */
const KEY_IDENTIFIER = 0x80;
/** Bytes of a key identifier at most; those in use are hashes. */
const LONGEST = 64;

/** Lower-case hex; null: none is named, or the bytes cannot be read. Of several extensions, which RFC 5280 forbids, the first counts. */
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
  return to - from > LONGEST ? null : toHex(cursor.input.bytes, from, to);
}
