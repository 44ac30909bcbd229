// The string types of ASN.1 that occur in certificates (X.680, 41; RFC 5280, 4.1.2.4), decoded without loss of position: what a type
// cannot hold becomes U+FFFD, control characters stay. Showing them safely is the view's work.

import type { Input } from './cursor.ts';

export const UTF8_STRING = 0x0c;
export const IA5_STRING = 0x16;
export const UNIVERSAL_STRING = 0x1c;
export const BMP_STRING = 0x1e;
/** Tags 12, 18 to 22, 25 to 28 and 30: the text types. */
const TEXT_TAGS = 0x5e7c1000;

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const UTF16 = new TextDecoder('utf-16be', { ignoreBOM: true });

/** Whether an element with this tag is text. */
export function isText(tag: number): boolean {
  return tag < 32 && ((TEXT_TAGS >> tag) & 1) === 1;
}

/** Decodes text of a type, given by its tag. Never throws. */
export function readText(tag: number, { bytes, text: whole }: Input, from: number, to: number): string {
  if (tag === BMP_STRING) return UTF16.decode(bytes.subarray(from, to));
  let ascii = from;
  while (ascii < to && (bytes[ascii] ?? 0) < 128) ascii++;
  if (ascii === to && tag !== UNIVERSAL_STRING) return whole.slice(from, to);
  if (tag === UTF8_STRING) return UTF8.decode(bytes.subarray(from, to));
  let text = '';
  for (let i = from; i < to; i++) {
    let point = bytes[i] ?? 0;
    if (tag === UNIVERSAL_STRING) {
      const last = i + 3;
      while (i < last) point = point * 256 + (bytes[++i] ?? 0);
      // Beyond Unicode, half of a pair, or cut off: no character.
      if (i >= to || point > 0x10ffff || point >> 11 === 27) point = 0xfffd;
    }
    // Teletex, and any ASCII type that holds more, is read as Latin-1, as OpenSSL does: real T.61 was never used in certificates.
    text += String.fromCodePoint(point);
  }
  return text;
}
