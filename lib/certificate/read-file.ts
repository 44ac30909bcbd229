// A file with one certificate or several, PEM or DER → the bytes of each. What cannot be read stays in its place as a named error.
import { Cursor, MAX_BYTES, SEQUENCE } from '../der/cursor.ts';
import { DerError } from '../der/der-error.ts';
import { PemError, readPem } from './pem.ts';

/** OpenSSL appends trust settings to the certificate under this label. */
const WITH_TRUST_SETTINGS = 'TRUSTED CERTIFICATE';
/** Text up to the first block. A certificate in DER has control characters among its first bytes: the integer of its version or serial. */
// oxlint-disable-next-line no-control-regex -- control characters tell DER from text
const PEM_TEXT = /^[^\u0000-\u0008\u000e-\u001f]*?-----BEGIN /;

/** The bytes of each certificate. Bytes that are no DER element are handed on as they are, so that the reader names the fault. */
export function splitFile(bytes: Uint8Array): readonly (Uint8Array | PemError)[] {
  const text = new TextDecoder('latin1').decode(bytes);
  if (!PEM_TEXT.test(text)) return splitElements(bytes);
  return readPem(text).map(({ label, bytes: content }) =>
    label === WITH_TRUST_SETTINGS && !(content instanceof PemError)
      ? (sequencesOf(content)[0] ?? content)
      : content,
  );
}

/** DER certificates one after the other, by stretches of the size that is read at most: a file of many may be larger. */
function splitElements(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = 0;
  do {
    const found = sequencesOf(bytes.subarray(from, from + MAX_BYTES));
    // Where no sequence begins, all the rest is one part, so that garbage gives one error and not one per byte.
    if (found.length === 0) found.push(bytes.subarray(from));
    for (const part of found) {
      parts.push(part);
      from += part.length;
    }
  } while (from < bytes.length);
  return parts;
}

/** The sequences that some bytes begin with. */
function sequencesOf(bytes: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  try {
    const cursor = Cursor.over(bytes);
    while (!cursor.done) {
      const { start, to } = cursor.expect(SEQUENCE);
      found.push(bytes.subarray(start, to));
    }
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
  }
  return found;
}
