// A file with one certificate or several, PEM or DER → the bytes of each. What cannot be read stays in its place as a named error.
import { Cursor, SEQUENCE } from '../der/cursor.ts';
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
    label === WITH_TRUST_SETTINGS && !(content instanceof PemError) ? firstOf(content) : content,
  );
}

/** DER certificates one after the other. */
function splitElements(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = 0;
  do {
    const part = firstOf(bytes.subarray(from));
    parts.push(part);
    from += part.length;
  } while (from < bytes.length);
  return parts;
}

/** The first sequence; everything when there is none, so that garbage gives one error and not one per byte. */
function firstOf(bytes: Uint8Array): Uint8Array {
  try {
    return bytes.subarray(0, Cursor.over(bytes).expect(SEQUENCE).to);
  } catch (error) {
    if (error instanceof DerError) return bytes;
    throw error;
  }
}
