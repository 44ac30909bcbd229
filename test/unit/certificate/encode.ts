// A small DER encoder, for tests only: certificates put together by hand, right and wrong ones. Independent of the reader it tests. Plain
// JavaScript, because the gallery's fixtures use it in a browser.

export type Part = Uint8Array | readonly Part[];

export function bytesOf(...parts: readonly Part[]): Uint8Array {
  const flat = parts.flatMap((part): Uint8Array[] =>
    part instanceof Uint8Array ? [part] : [bytesOf(...part)],
  );
  const all = new Uint8Array(flat.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of flat) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Bytes from hex with spaces and `#` comments to the end of a line. */
export function hex(text: string): Uint8Array {
  const digits = text.replace(/#.*$/gm, '').replace(/\s+/g, '');
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export function tlv(tag: number, ...parts: readonly Part[]): Uint8Array {
  const content = bytesOf(...parts);
  const { length } = content;
  const header =
    length < 128
      ? [length]
      : length < 256
        ? [0x81, length]
        : length < 65536
          ? [0x82, length >> 8, length & 255]
          : [0x83, length >> 16, (length >> 8) & 255, length & 255];
  return bytesOf(Uint8Array.of(tag, ...header), content);
}

export const seq = (...parts: readonly Part[]): Uint8Array => tlv(0x30, ...parts);
export const set = (...parts: readonly Part[]): Uint8Array => tlv(0x31, ...parts);
export const octets = (...parts: readonly Part[]): Uint8Array => tlv(0x04, ...parts);
export const bits = (unused: number, ...parts: readonly Part[]): Uint8Array =>
  tlv(0x03, Uint8Array.of(unused), ...parts);
export const int = (digits: string): Uint8Array => tlv(0x02, hex(digits));
export const TRUE = hex('01 01 ff');
export const FALSE = hex('01 01 00');

export function oid(dotted: string): Uint8Array {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  return tlv(0x06, Uint8Array.from([first * 40n + second, ...rest].flatMap(base128)));
}

function base128(arc: bigint): number[] {
  const digits = [Number(arc & 127n)];
  for (let left = arc >> 7n; left > 0n; left >>= 7n) digits.unshift(Number(left & 127n) | 128);
  return digits;
}

function utf8(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
function latin1(value: string): Uint8Array {
  return Uint8Array.from(value, (character) => character.charCodeAt(0));
}

/** A text value; UTF8String unless a tag is given. */
export const text = (value: string, tag = 0x0c): Uint8Array =>
  tlv(tag, tag === 0x0c ? utf8(value) : latin1(value));

/** A name of RDNs, each a list of identifier and value. */
export const name = (
  ...rdns: readonly (readonly (readonly [oid: string, value: Uint8Array])[])[]
): Uint8Array => seq(...rdns.map((rdn) => set(...rdn.map(([type, value]) => seq(oid(type), value)))));

export const dns = (value: string): Uint8Array => tlv(0x82, utf8(value));
export const ip = (digits: string): Uint8Array => tlv(0x87, hex(digits));
export const extension = (id: string, value: Uint8Array, critical = false): Uint8Array =>
  seq(oid(id), critical ? TRUE : [], octets(value));
export const altNames = (...names: readonly Uint8Array[]): Uint8Array =>
  extension('2.5.29.17', seq(...names));
export const policies = (...ids: readonly string[]): Uint8Array =>
  extension('2.5.29.32', seq(...ids.map((id) => seq(oid(id)))));
export const caConstraints = (): Uint8Array => extension('2.5.29.19', seq(TRUE), true);

/** One signed certificate timestamp in TLS encoding, and the extension around several. */
export function sct(time: number, log = 'aa'.repeat(32)): Uint8Array {
  const body = bytesOf(
    hex('00'),
    hex(log),
    hex(time.toString(16).padStart(16, '0')),
    hex('0000 0403 0002 3000'),
  );
  return bytesOf(Uint8Array.of(body.length >> 8, body.length & 255), body);
}
export function scts(...list: readonly Uint8Array[]): Uint8Array {
  const body = bytesOf(...list);
  return extension(
    '1.3.6.1.4.1.11129.2.4.2',
    octets(Uint8Array.of(body.length >> 8, body.length & 255), body),
  );
}

export const SHA256_RSA = seq(oid('1.2.840.113549.1.1.11'), hex('0500'));
const RSA_ALGORITHM = seq(oid('1.2.840.113549.1.1.1'), hex('0500'));
export const rsaKey = (size: number): Uint8Array =>
  seq(RSA_ALGORITHM, bits(0, seq(int(`00${'c1'.repeat(size / 8)}`), int('010001'))));
export const ecKey = (curve: string): Uint8Array =>
  seq(seq(oid('1.2.840.10045.2.1'), oid(curve)), bits(0, hex('04 01 02')));

const commonName = (value: string): Uint8Array => name([['2.5.4.3', text(value)]]);

export interface CertificateParts {
  readonly version?: Part;
  readonly serial?: Part;
  readonly inner?: Part;
  readonly issuer?: Part;
  readonly validity?: Part;
  readonly subject?: Part;
  readonly key?: Part;
  readonly uniqueIds?: Part;
  readonly extensions?: readonly Uint8Array[];
  readonly outer?: Part;
  readonly tail?: Part;
}

/** UTCTime or GeneralizedTime, by the length of the text. */
export const time = (value: string): Uint8Array => tlv(value.length > 13 ? 0x18 : 0x17, utf8(value));
export const validity = (from: string, to: string): Uint8Array => seq(time(from), time(to));

/** A certificate; every part that is not given is right. */
export function certificate(parts: CertificateParts = {}): Uint8Array {
  const extensions = parts.extensions ?? [];
  return seq(
    seq(
      parts.version ?? hex('a0 03 02 01 02'),
      parts.serial ?? int('0102030405'),
      parts.inner ?? SHA256_RSA,
      parts.issuer ?? commonName('Test CA'),
      parts.validity ?? validity('250101000000Z', '250630235959Z'),
      parts.subject ?? commonName('www.example.com'),
      parts.key ?? rsaKey(2048),
      parts.uniqueIds ?? [],
      extensions.length > 0 ? tlv(0xa3, seq(...extensions)) : [],
    ),
    parts.outer ?? SHA256_RSA,
    bits(0, hex('aabb')),
    parts.tail ?? [],
  );
}
