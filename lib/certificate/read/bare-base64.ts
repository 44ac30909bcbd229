// Finds base64 without PEM markers in a text: a whole file of it, or values in XML (SAML metadata), JSON (this project's `chain`) and YAML
// (Kubernetes secrets, whose base64 contains PEM).
import { decodeBase64 } from './pem.ts';

/** How a DER element of 256 bytes or more begins in base64 (30 82, 30 83), and how `-----BEGIN ` does. */
const RUN = /(?<![A-Za-z0-9+/=])(?:MI[IM]|LS0tLS1CRUdJTi)[A-Za-z0-9+/]+/g;
/** The next line of a wrapped value: a line of base64 only, up to its end or the end of its element or string. */
const NEXT_LINE = /[ \t]*\r?\n[ \t]*([A-Za-z0-9+/]+)(?==*[ \t]*(?:\r?\n|[<"']|$))/y;
const PADDING = /=*/y;
/** Words that begin in the same way are shorter. */
const SHORTEST = 64;

/** The bytes of a text that is base64 as a whole (white space, quotes and a byte order mark around it are allowed); null for any other text. */
export function decodeWhole(text: string): Uint8Array | null {
  const bare = text.replace(/^(?:\ufeff|ï»¿)/, '').replaceAll(/^[\s"']+|(?<![\s"',;])[\s"',;]+$/g, '');
  if (bare.length < SHORTEST) return null;
  const bytes = decodeBase64(bare, 0);
  return bytes instanceof Uint8Array ? bytes : null;
}

/** The bytes of each value, in order. Values that are not complete base64 are left out. */
export function findValues(text: string): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  RUN.lastIndex = 0;
  for (let run = RUN.exec(text); run !== null; run = RUN.exec(text)) {
    let value = run[0];
    let at = RUN.lastIndex;
    for (;;) {
      NEXT_LINE.lastIndex = at;
      const line = NEXT_LINE.exec(text);
      if (line === null) break;
      value += line[1] ?? '';
      at = NEXT_LINE.lastIndex;
    }
    PADDING.lastIndex = at;
    value += PADDING.exec(text)?.[0] ?? '';
    RUN.lastIndex = PADDING.lastIndex;
    const bytes = value.length < SHORTEST ? null : decodeBase64(value, 0);
    if (bytes instanceof Uint8Array) found.push(bytes);
  }
  return found;
}
