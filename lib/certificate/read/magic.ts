// Recognises files by their first bytes, and texts by their contents.
import { toHex } from '../../text/hex.ts';
import type { FileKind } from './file-kind.ts';

/** First bytes, as hex; `at`: their offset when it is not 0. When one begins like another, the longer one comes first. */
const MAGIC: readonly (readonly [hex: string, kind: FileKind, at?: number])[] = [
  ['feedfeed', 'jks'],
  ['cececece', 'jks'],
  // Four bytes of version, then CERT.
  ['0000000043455254', 'windows-store'],
  ['53514c69746520666f726d61742033', 'sqlite'],
  ['6b796368', 'keychain'],
  // Older key files of Windows (.pvk).
  ['1ef1b5b0', 'private-key'],
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['1f8b08', 'gzip'],
  ['425a68', 'archive'],
  ['fd377a585a00', 'archive'],
  ['28b52ffd', 'archive'],
  ['377abcaf271c', 'archive'],
  ['526172211a07', 'archive'],
  ['7573746172', 'archive', 257],
  ['255044462d', 'pdf'],
  ['89504e470d0a', 'image'],
  ['ffd8ff', 'image'],
  ['47494638', 'image'],
  ['d0cf11e0a1b11ae1', 'office'],
  ['7b5c727466', 'office'],
  ['fffe0000', 'utf32'],
  ['0000feff', 'utf32'],
];

/** The kind of a binary file; null: unknown. */
export function kindByMagic(bytes: Uint8Array): FileKind | null {
  for (const [hex, kind, at = 0] of MAGIC) {
    if (toHex(bytes.subarray(at, at + hex.length / 2)) === hex) return kind;
  }
  return null;
}

/** The first that matches decides. All are anchored or match one short line, so that the time grows only with the length of a text. */
const TEXTS: readonly (readonly [RegExp, FileKind])[] = [
  [/^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-|sk-(?:ssh|ecdsa)-)/, 'ssh-public-key'],
  [/^PuTTY-User-Key-File-/, 'putty-key'],
  [/^---- BEGIN SSH2 /, 'ssh-public-key'],
  [/^<(?:!doctype html|html|head|body)/i, 'html'],
  [/^<(?:[?!a-z])/i, 'xml'],
  [/^[a-z][a-z0-9+.-]*:\/\/\S+$/i, 'address'],
  [/^[{[]/, 'json'],
  // openssl x509, req and s_client; keytool -list; certutil -dump.
  [
    /^[ \t]*(?:Certificate(?: Request)?:[ \t]*\r?$|subject=|(?:Alias name|Owner|Serial number): |X509 Certificate:|Signature Algorithm: )/m,
    'openssl-text',
  ],
];

/** The kind of a text without a certificate. */
export function kindOfText(text: string): FileKind {
  const start = text.replace(/^(?:\ufeff|ï»¿)/, '').trim();
  return TEXTS.find(([pattern]) => pattern.test(start))?.[1] ?? 'text';
}
