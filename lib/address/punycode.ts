// Decodes A-labels (RFC 5890) by punycode.js, to show the Unicode form of a name; names are compared in their ASCII form only. The bounds that
// the library leaves to its callers are here: its insertions take quadratic time, and it decodes to surrogates and beyond Unicode.
import { decode } from 'punycode.js/punycode.es6.js';

/** A DNS label has at most 63 bytes. */
const MAX_LABEL = 63;

/** A DNS name with its A-labels decoded; null when no label decodes to other than ASCII characters. */
export function toUnicodeName(name: string): string | null {
  if (!/xn--/i.test(name)) return null;
  let changed = false;
  const labels = name.split('.').map((label) => {
    const decoded = /^xn--/i.test(label) ? decodeLabel(label.slice(4).toLowerCase()) : null;
    if (decoded === null) return label;
    changed = true;
    return decoded;
  });
  return changed ? labels.join('.') : null;
}

/** Decodes what follows `xn--`; null when it is malformed, or ASCII only (a "fake A-label"). */
export function decodeLabel(text: string): string | null {
  if (text.length > MAX_LABEL || !/^[a-z0-9-]+$/.test(text)) return null;
  try {
    const decoded = decode(text);
    return !/\p{Surrogate}/u.test(decoded) && decoded !== text.replace(/-$/, '') ? decoded : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
