// Decodes the string types of ASN.1 that occur in certificates (X.680, 41; RFC 5280, 4.1.2.4). A byte that its type does not allow becomes U+FFFD;
// control characters stay, and views show them safely.

import type { Input } from './cursor.ts';

export const UTF8_STRING = 0x0c;
export const IA5_STRING = 0x16;
export const UNIVERSAL_STRING = 0x1c;
export const BMP_STRING = 0x1e;
/** Tags 12, 18 to 22, 25 to 28 and 30: the text types. */
const TEXT_TAGS = 0x5e7c1000;

/** A byte order mark is part of a value. */
const OPTIONS = { ignoreBOM: true };
const UTF8 = new TextDecoder('utf-8', OPTIONS);
const UTF16 = new TextDecoder('utf-16be', OPTIONS);

/** Whether an element with this tag is text. */
export function isText(tag: number): boolean {
  return tag < 32 && ((TEXT_TAGS >> tag) & 1) === 1;
}

/** Decodes text of the type that a tag names. Never throws. */
export function readText(tag: number, { bytes, text: whole }: Input, from: number, to: number): string {
  let ascii = from;
  while (ascii < to && (bytes[ascii] ?? 0) < 128) ascii++;
  if (ascii === to && tag !== BMP_STRING && tag !== UNIVERSAL_STRING) return whole.slice(from, to);
  const part = bytes.subarray(from, to);
  if (tag === UTF8_STRING) return UTF8.decode(part);
  if (tag === BMP_STRING) return UTF16.decode(part);
  if (tag === UNIVERSAL_STRING) {
    let text = '';
    for (let i = 0; i < part.length; i++) {
      let point = part[i] ?? 0;
      const last = i + 3;
      while (i < last) point = point * 256 + (part[++i] ?? 0);
      // Beyond Unicode, half of a surrogate pair, or cut off: not a character.
      if (i >= part.length || point > 0x10ffff || point >> 11 === 27) point = 0xfffd;
      text += String.fromCodePoint(point);
    }
    return text;
  }
  // Teletex, and every ASCII type with other bytes, is read as Latin-1, as OpenSSL does: real T.61 was never used in certificates. Decoded in one
  // step: joined by characters, a megabyte of hostile text would take a tenth of a second.
  const wide = new Uint8Array(part.length * 2);
  part.forEach((byte, i) => (wide[i * 2 + 1] = byte));
  return UTF16.decode(wide);
}
