// DER written as hex: what debuggers, databases, PowerShell and packet captures show (`3082…`, `30:82:…`, `0x30, 0x82, …`, `\x30\x82…`).

/** Digits with what may stand before and between them. One alternative for each sign, so that no text is tried twice. */
const WHOLE = /^(?:0x|\\x|[0-9a-f]{2}|[\s:,;{}[\]"'])+$/i;
/** A sequence with a length of two or three bytes: every certificate. */
const DER = /^308[23]/;

/** All of the text as bytes, or null when it is anything but the hex of a DER element. */
export function decodeHex(text: string): Uint8Array | null {
  if (!WHOLE.test(text)) return null;
  const digits = text.replaceAll(/0x|\\x|[^0-9a-f]/gi, '');
  if (!DER.test(digits) || digits.length % 2 !== 0) return null;
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}
