// The certificates of a PKCS#7 file (.p7b): SignedData without signers, a mere container (RFC 2315, 9.1; RFC 5652, 5.1).
import { CONTEXT_0, Cursor, INTEGER, OID, SEQUENCE, SET } from '../../der/cursor.ts';

/** The bytes of each, in the order of the file, which is no chain's: a SET has none. Throws DerError. */
export function listPkcs7Certificates(bytes: Uint8Array): readonly Uint8Array[] {
  const info = Cursor.over(bytes).into(SEQUENCE);
  info.expect(OID);
  const data = info.into(CONTEXT_0).into(SEQUENCE);
  data.expect(INTEGER);
  data.expect(SET);
  data.expect(SEQUENCE);
  if (!data.is(CONTEXT_0)) return [];
  const list = data.into(CONTEXT_0);
  const found: Uint8Array[] = [];
  while (!list.done) {
    const { tag, start, to } = list.next();
    // The other kinds of the choice are attribute certificates and obsolete ones (RFC 5652, 10.2.2).
    if (tag === SEQUENCE) found.push(bytes.subarray(start, to));
  }
  return found;
}
