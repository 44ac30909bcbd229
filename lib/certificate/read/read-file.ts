// Splits a file into the bytes of its certificates: DER, PEM, PKCS#7, base64 or hex without markers, in the encodings and escapes of the programs that
// wrote it. A part that cannot be read becomes a named error in its place; a file of another kind is named as a whole.
import { CONTEXT_0, Cursor, INTEGER, MAX_BYTES, OID, SEQUENCE, SET } from '../../der/cursor.ts';
import { DerError } from '../../der/der-error.ts';
import { fromHex } from '../../text/hex.ts';
import { decodeWhole, findValues } from './bare-base64.ts';
import { kindOfDer } from './der-kind.ts';
import { FileKindError, kindOfLabel } from './file-kind.ts';
import { decodeText, undoEscapes } from './file-text.ts';
import { kindByMagic, kindOfText } from './magic.ts';
import { listLabels, PemError, readBlocks } from './pem.ts';
import type { PemBlock } from './pem.ts';

/** The bytes of one certificate, or the error in its place. */
export type FilePart = Uint8Array | PemError | FileKindError;

/** OpenSSL appends trust settings to the certificate under this label. */
const WITH_TRUST_SETTINGS = 'TRUSTED CERTIFICATE';
/** Labels of blocks that contain certificates; `CERTIFICATE CHAIN` is the older label of PKCS#7 (RFC 7468, 8). */
const READ = /^(?:(?:X509 |TRUSTED )?CERTIFICATE|CERTIFICATE CHAIN|PKCS7|PKCS #7 SIGNED DATA|CMS)$/;
/** Levels of base64 in base64, as secret stores keep PEM. Deeper nesting is only made to cost time. */
const MAX_NESTING = 3;

/**
 * The parts of a file, at least one. Bytes that are neither a DER element nor a known kind of file are returned as they are, so that the reader names
 * the fault. Offsets count bytes of the file; characters where the text is UTF-16 or escaped.
 */
export function splitFile(bytes: Uint8Array): readonly FilePart[] {
  return splitBytes(bytes, 0);
}

function splitBytes(bytes: Uint8Array, nesting: number): readonly FilePart[] {
  if (bytes.length === 0) return [new FileKindError('empty')];
  const kind = kindByMagic(bytes);
  if (kind !== null) return [new FileKindError(kind)];
  const text = decodeText(bytes);
  if (text === null) return splitElements(bytes).flatMap(openElement);
  // Decoded byte by byte, the byte order mark of UTF-8 is three characters.
  if (text.replace('ï»¿', '').trim() === '') return [new FileKindError('empty')];
  return splitText(text, nesting);
}

function splitText(text: string, nesting: number): readonly FilePart[] {
  const plain = undoEscapes(text);
  const blocks = readBlocks(plain, (label) => READ.test(label));
  if (blocks.length > 0) return blocks.flatMap(openBlock);
  const labels = listLabels(plain);
  // OpenSSL writes the parameters of a key before the key.
  const telling = labels.find(({ label }) => kindOfLabel(label) !== 'parameters') ?? labels[0];
  if (telling !== undefined) return [new FileKindError(kindOfLabel(telling.label), telling)];
  if (nesting < MAX_NESTING) {
    // Hex first: its digits are also digits of base64.
    const whole = decodeHex(text.trim()) ?? decodeWhole(plain);
    if (whole !== null) return splitBytes(whole, nesting + 1);
    const parts = findValues(plain).flatMap((value) => splitBytes(value, nesting + 1));
    // A key or a request beside a certificate is not a fault.
    const certificates = parts.filter((part) => part instanceof Uint8Array);
    if (certificates.length > 0) return certificates;
    if (parts.length > 0) return parts;
  }
  return [new FileKindError(kindOfText(text))];
}

function openBlock({ label, bytes }: PemBlock): readonly FilePart[] {
  if (bytes instanceof PemError) return [bytes];
  // Empty contents are for the reader to refuse.
  if (label === WITH_TRUST_SETTINGS) return [sequencesOf(bytes)[0] ?? bytes];
  return openElement(bytes);
}

/** Recognises an element by its bytes: labels and file names may be wrong. */
function openElement(bytes: Uint8Array): readonly FilePart[] {
  const kind = kindOfDer(bytes);
  if (kind === null) return [bytes];
  if (kind !== 'pkcs7') return [new FileKindError(kind)];
  try {
    const certificates = listPkcs7Certificates(bytes);
    return certificates.length > 0 ? certificates : [new FileKindError('pkcs7-empty')];
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return [new FileKindError('pkcs7-broken', { offset: error.offset })];
  }
}

/** Splits bytes into DER elements, in pieces of the largest size that is read: a file of many elements may be larger. */
function splitElements(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = 0;
  do {
    const found = sequencesOf(bytes.subarray(from, from + MAX_BYTES));
    // Where no sequence begins, all the rest is one part, so that garbage causes one error and not one per byte.
    if (found.length === 0) found.push(bytes.subarray(from));
    for (const part of found) {
      parts.push(part);
      from += part.length;
    }
  } while (from < bytes.length);
  return parts;
}

/** The sequences at the beginning of the bytes. */
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

/** Hex digits with the signs that programs write before and between them. One alternative for each sign, so that no text is tried twice. */
const HEX_TEXT = /^(?:0x|\\x|[0-9a-f]{2}|[\s:,;{}[\]"'])+$/i;
/** A sequence with a length of two or three bytes: every certificate. */
const DER_IN_HEX = /^308[23]/;

/**
 * A text that is nothing but the hex of a DER element, as bytes: `3082…`, `30:82:…`, `0x30, 0x82, …`, `\x30\x82…` of debuggers, databases,
 * PowerShell and packet captures. Null: any other text.
 */
function decodeHex(text: string): Uint8Array | null {
  if (!HEX_TEXT.test(text)) return null;
  const digits = text.replaceAll(/0x|\\x|[^0-9a-f]/gi, '');
  return DER_IN_HEX.test(digits) && digits.length % 2 === 0 ? fromHex(digits) : null;
}

/**
 * The bytes of each certificate of a PKCS#7 file (.p7b): SignedData without signers, a mere container (RFC 2315, 9.1; RFC 5652, 5.1). In the
 * order of the file, which is not that of a chain: a SET has none. Throws DerError.
 */
function listPkcs7Certificates(bytes: Uint8Array): readonly Uint8Array[] {
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
    // The other alternatives are attribute certificates and obsolete certificates (RFC 5652, 10.2.2).
    if (tag === SEQUENCE) found.push(bytes.subarray(start, to));
  }
  return found;
}
