// Punycode (RFC 3492), decoding only. Own code: the one library is 1.8 kB and encodes too; the algorithm is 25 lines and has not changed
// since 2003. For showing what an A-label says, never for comparing.

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
/** A DNS label has at most 63 bytes: more would make the insertion below quadratic work. */
const MAX_LABEL = 63;

/** A DNS name with its A-labels decoded, or null when no label is one that decodes to something else than ASCII. */
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

/** Decodes what follows `xn--`; null when it is malformed or pure ASCII ("fake A-label"). */
export function decodeLabel(text: string): string | null {
  if (text.length > MAX_LABEL || !/^[a-z0-9-]+$/.test(text)) return null;
  const split = text.lastIndexOf('-');
  const points = Array.from(text.slice(0, Math.max(split, 0)), (char) => char.charCodeAt(0));
  const basic = points.length;
  let [n, index, bias] = [128, 0, 72];
  for (let at = split + 1; at < text.length;) {
    const before = index;
    for (let weight = 1, k = BASE; ; k += BASE) {
      if (at >= text.length) return null;
      const code = text.charCodeAt(at++);
      const digit = code >= 97 ? code - 97 : code - 22;
      // A hyphen gives a number above all digits; letters give 0 to 25, figures 26 to 35.
      if (digit < 0) return null;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (digit < threshold) break;
      weight *= BASE - threshold;
      if (weight > 0x7fff_ffff) return null;
    }
    const count = points.length + 1;
    let delta = before === 0 ? Math.floor(index / DAMP) : (index - before) >> 1;
    delta += Math.floor(delta / count);
    let k = 0;
    for (; delta > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) delta = Math.floor(delta / (BASE - T_MIN));
    bias = k + Math.floor(((BASE - T_MIN + 1) * delta) / (delta + SKEW));
    n += Math.floor(index / count);
    index %= count;
    if (n > 0x10ffff || (n >= 0xd800 && n <= 0xdfff)) return null;
    points.splice(index++, 0, n);
  }
  return points.length > basic ? String.fromCodePoint(...points) : null;
}
