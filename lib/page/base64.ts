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
