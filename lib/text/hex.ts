// Hexadecimal text (RFC 4648, 8), lower case and without separators. Written by hand: `Uint8Array.prototype.toHex` is newer than the oldest
// supported browsers, and the certificate reader, which has a size limit, needs it without a library.

const HEX = Array.from({ length: 256 }, (_, byte) => (256 + byte).toString(16).slice(1));

/** Two digits for each byte from `from` (the first) up to and without `to` (the end). */
export function toHex(bytes: Uint8Array, from?: number, to?: number): string {
  let hex = '';
  for (const byte of bytes.subarray(from, to)) hex += HEX[byte];
  return hex;
}

/** The bytes of an even number of hex digits. */
export function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  return bytes;
}
