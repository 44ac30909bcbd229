// Reads the signed certificate timestamps that logs issued before the certificate (RFC 6962, 3.3): TLS encoding, not DER.
import type { Element } from '../../der/cursor.ts';
import { fail } from '../../der/der-error.ts';
import { toHex } from '../../text/hex.ts';
import type { SignedCertificateTimestamp } from '../certificate.ts';

/** Bytes before the signature: version, log, time and length of extensions (RFC 6962, 3.2). */
const FIXED_BYTES = 1 + 32 + 8 + 2;
/** A Date beyond this instant is invalid, and every view that shows it would fail. */
const MAX_TIME = 8.64e15;

/** Checks every length against the bytes that are left, so that a wrong one cannot reach into the next extension. */
export function readScts(
  bytes: Uint8Array,
  { start, from, to }: Element,
  scts: SignedCertificateTimestamp[],
): void {
  const number = (at: number, size: number): number => {
    let value = 0;
    for (let i = at; i < at + size; i++) value = value * 256 + (bytes[i] ?? 0);
    return value;
  };
  let at = from + 2;
  if (number(from, 2) !== to - at) fail('bad-timestamps', start);
  while (at < to) {
    const end = at + 2 + number(at, 2);
    at += 2;
    const time = number(at + 33, 8);
    const signature = at + FIXED_BYTES + number(at + FIXED_BYTES - 2, 2) + 4;
    // Only version 1 (written as 0) is defined. Its signature has two bytes for the algorithm and two for its length, and ends the entry.
    const isWhole =
      end <= to && bytes[at] === 0 && signature <= end && number(signature - 2, 2) === end - signature;
    if (!isWhole || time > MAX_TIME) fail('bad-timestamps', start);
    scts.push({ logId: toHex(bytes, at + 1, at + 33), time });
    at = end;
  }
}
