// Reads the simple values of DER: integers, bit strings, object identifiers (X.690, 8.3, 8.6, 8.19) and times (RFC 5280, 4.1.2.5).
import { GENERALIZED_TIME, UTC_TIME, type Element, type Input } from './cursor.ts';
import { toHex } from '../text/hex.ts';
import { fail } from './der-error.ts';

/** Stops quadratic work: converting an identifier of n bytes to decimal digits costs n². Real ones have up to 30 bytes. */
const MAX_OID_BYTES = 128;
/** An arc up to here stays exact in a double when the next byte is added. */
const EXACT = 2 ** 46;

/** Reads an integer as hex. Throws `bad-integer` when it is empty or padded: padding would give one serial number many encodings. */
export function readInteger({ bytes }: Input, { start, from, to }: Element): string {
  const hex = toHex(bytes, from, to);
  if (!/^(?!00[0-7]|ff[89a-f])./.test(hex)) fail('bad-integer', start);
  return hex;
}

/** Reads a non-negative integer below 2^31. Stops wrap-around: a path length of 2^32 + 2 must not be read as 2. */
export function readSmallInteger(input: Input, element: Element): number {
  const hex = readInteger(input, element);
  if (hex.length > 8 || hex > '8') fail('bad-integer', element.start);
  return Number(`0x${hex}`);
}

/** Reads how many low bits of a bit string's last byte are unused; the bits begin at `from + 1`. */
export function readUnusedBits({ bytes }: Input, { start, from, to }: Element): number {
  const unused = bytes[from] ?? 8;
  // With a count beyond the data, a reader would shift by more bits than there are.
  if (to === from || unused > 7 || (unused > 0 && to - from === 1)) fail('bad-bit-string', start);
  return unused;
}

/** Decoded identifiers by their bytes: every certificate has the same thirty. Cleared as a whole when hostile ones fill it. */
const known = new Map<string, string>();
const MAX_KNOWN = 500;

/** Reads an object identifier in dotted form. Arcs of any size are exact (UUIDs under 2.25 have 128 bits). Throws `bad-oid`. */
export function readOid(input: Input, element: Element): string {
  const key = input.text.slice(element.from, element.to);
  let text = known.get(key);
  if (text === undefined) {
    text = decodeOid(input.bytes, element);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(key, text);
  }
  return text;
}

function decodeOid(bytes: Uint8Array, { start, from, to }: Element): string {
  // The last byte must end an arc; otherwise a reader runs on into the next element.
  if (to === from || to - from > MAX_OID_BYTES || (bytes[to - 1] ?? 0) > 127) fail('bad-oid', start);
  let text = '';
  let arc: number | bigint = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    // Padding (80) would give one identifier many encodings, so that a comparison of bytes fails.
    if (byte === 128 && arc === 0) fail('bad-oid', start);
    arc = arc < EXACT ? Number(arc) * 128 + (byte & 127) : BigInt(arc) * 128n + BigInt(byte & 127);
    if (byte < 128) {
      // The first two arcs are encoded as one number (X.690, 8.19.4).
      const root = arc < 40 ? 0 : arc < 80 ? 1 : 2;
      text +=
        text !== ''
          ? `.${arc}`
          : arc < EXACT
            ? `${root}.${Number(arc) - root * 40}`
            : `2.${BigInt(arc) - 80n}`;
      arc = 0;
    }
  }
  return text;
}

/**
 * Reads a UTCTime or GeneralizedTime as ms since epoch, years 0 to 9999. Accepts only the form of RFC 5280, 4.1.2.5: with seconds, in UTC, without a
 * fraction. Both browsers refuse every other form, so no certificate that was accepted has one. Throws `wrong-tag` and `bad-time`.
 */
export function readTime({ text }: Input, { tag, start, from, to }: Element): number {
  if (tag !== UTC_TIME && tag !== GENERALIZED_TIME) fail('wrong-tag', start);
  const digits = text.slice(from, to);
  const full = tag === GENERALIZED_TIME ? digits : (digits < '5' ? '20' : '19') + digits;
  // Digits only, exact length and a final Z: many parsers read " 1" and "+1" as numbers, and an offset or a fraction is another instant.
  if (!/^\d{14}Z$/.test(full)) fail('bad-time', start);
  const part = (at: number): number => Number(full.slice(at, at + 2));
  // Date.UTC reads years 0 to 99 as 1900 to 1999; the Gregorian calendar repeats after 400 years, which are 146,097 days.
  const year = part(0) * 100 + part(2) + 400;
  const month = part(4);
  const day = part(6);
  const time = Date.UTC(year, month - 1, day, part(8), part(10), part(12));
  const date = new Date(time);
  // Date.UTC turns 31 April into 1 May and 24:00 into the next day without an error. Up to 99 hours always change the day.
  const isSame =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && part(10) < 60 && part(12) < 60;
  if (!isSame) fail('bad-time', start);
  return time - 146_097 * 86_400_000;
}
