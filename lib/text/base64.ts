// Bytes as text, because session storage holds JSON only.

const CHUNK = 8192;

/** Standard base64 (RFC 4648, 4). */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // In pieces, because a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** The bytes of a text in base64; none for a text that is not (storage may hold anything). */
export function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    // A DOMException for what is no base64: the reader then names what is missing.
    return new Uint8Array();
  }
}
