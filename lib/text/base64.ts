// Bytes as base64, because session storage holds only JSON. Written by hand: `Uint8Array.prototype.toBase64` is newer than the oldest supported
// browsers, and a library would add more bytes than these functions have.

const CHUNK = 8192;

/** Standard base64 (RFC 4648, 4). */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // In pieces, because the number of arguments of a call is limited.
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** The bytes of a text in base64; none for a text that is not base64, since storage may contain anything. */
export function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    // A DOMException for a text that is not base64: the certificate reader then reports what is missing.
    return new Uint8Array();
  }
}
