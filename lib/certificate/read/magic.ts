// Kinds of files by how they begin, and kinds of text by what stands in it.
import { toHex } from '../../text/hex.ts';
import type { FileKind } from './file-kind.ts';

/** First bytes, as hex; `at` where they do not stand at the beginning. Longer ones first where one begins like another. */
const MAGIC: readonly (readonly [hex: string, kind: FileKind, at?: number])[] = [
  ['feedfeed', 'jks'],
  ['cececece', 'jks'],
  // Four bytes of version, then CERT.
  ['0000000043455254', 'windows-store'],
  ['53514c69746520666f726d61742033', 'sqlite'],
  ['6b796368', 'keychain'],
  // Windows' older key files (.pvk).
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

/** null: none of them. */
export function kindByMagic(bytes: Uint8Array): FileKind | null {
  for (const [hex, kind, at = 0] of MAGIC) {
    if (toHex(bytes.subarray(at, at + hex.length / 2)) === hex) return kind;
  }
  return null;
}

/** In order: the first that fits. All are anchored or look for one short line, so that a long text costs no more than its length. */
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

/** `text` without a certificate: what it is. */
export function kindOfText(text: string): FileKind {
  const start = text.replace(/^(?:\ufeff|ï»¿)/, '').trim();
  return TEXTS.find(([pattern]) => pattern.test(start))?.[1] ?? 'text';
}
