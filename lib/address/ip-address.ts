// Writes IP addresses as text: RFC 4291, 2.2 and RFC 5952, 4.
import { toHex } from '../text/hex.ts';

/** Formats an address of 4 or 16 bytes, or an address and its mask (8 or 32 bytes, RFC 5280, 4.2.1.10); any other length as `#` and hex. */
export function formatIpAddress(bytes: Uint8Array): string {
  switch (bytes.length) {
    case 4:
      return bytes.join('.');
    case 16:
      return formatIpv6(bytes);
    case 8:
    case 32: {
      const half = bytes.length / 2;
      const mask = bytes.subarray(half);
      const prefix = prefixLength(mask);
      return `${formatIpAddress(bytes.subarray(0, half))}/${prefix ?? formatIpAddress(mask)}`;
    }
    default:
      return `#${toHex(bytes)}`;
  }
}

function formatIpv6(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let i = 0; i < 16; i += 2) groups.push((((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0)).toString(16));
  // RFC 5952, 4.2: the first of the longest runs of two or more zero groups is shortened.
  let best = 0;
  let bestAt = -1;
  for (let at = 0; at < 8; at++) {
    let length = 0;
    while (groups[at + length] === '0') length++;
    if (length > best && length > 1) [best, bestAt] = [length, at];
  }
  if (bestAt < 0) return groups.join(':');
  return `${groups.slice(0, bestAt).join(':')}::${groups.slice(bestAt + best).join(':')}`;
}

/** The number of leading ones of a mask; null when a one follows a zero. */
function prefixLength(mask: Uint8Array): number | null {
  let length = 0;
  for (const byte of mask) length += Math.clz32(~(byte << 24));
  const whole = mask.every(
    (byte, i) => byte === (i * 8 + 8 <= length ? 255 : i * 8 >= length ? 0 : (0xff00 >> (length & 7)) & 255),
  );
  return whole ? length : null;
}
