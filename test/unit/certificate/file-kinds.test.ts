// Files as people have them: certificates in every wrapping that programs write are read, and what is no certificate is named with what to do.
import { generateKeyPairSync } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { FileKind } from '../../../lib/certificate/read/file-kind.ts';
import { writePem } from '../../../lib/certificate/read/pem.ts';
import { splitFile } from '../../../lib/certificate/read/read-file.ts';
import {
  bits,
  bytesOf,
  certificate,
  hex,
  int,
  name,
  octets,
  oid,
  rsaKey,
  seq,
  set,
  SHA256_RSA,
  text,
  time,
  tlv,
} from '../../fixtures/certificate-encoder.ts';

const leaf = certificate();
const other = certificate({ serial: int('0607') });
const pem = writePem(leaf);
const LEAF = hexOf(leaf);
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);
const base64 = (value: Uint8Array): string => Buffer.from(value).toString('base64');
const wrapped = (value: string): string => value.replaceAll(/.{1,64}/g, '$&\n');
const block = (label: string, value: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${wrapped(base64(value))}-----END ${label}-----\n`;

function hexOf(value: Uint8Array): string {
  return Buffer.from(value).toString('hex');
}

/** The certificates as hex; codes for the rest. */
function outcome(file: Uint8Array | string): readonly string[] {
  const parts = splitFile(typeof file === 'string' ? bytes(file) : file);
  return parts.map((part) => (part instanceof Error ? part.code : hexOf(part)));
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';
function pkcs7(contents: readonly Uint8Array[], type = SIGNED_DATA): Uint8Array {
  const data = seq(int('01'), set(), seq(oid('1.2.840.113549.1.7.1')), tlv(0xa0, ...contents), set());
  return seq(oid(type), tlv(0xa0, data));
}

function utf16(value: string, { big, mark }: { readonly big: boolean; readonly mark: boolean }): Uint8Array {
  const encoded = Buffer.from(`${mark ? '\ufeff' : ''}${value}`, 'utf16le');
  return Uint8Array.from(big ? encoded.swap16() : encoded);
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const csr = seq(
  seq(int('00'), name([['2.5.4.3', text('www.example.com')]]), rsaKey(2048), tlv(0xa0)),
  SHA256_RSA,
  bits(0, hex('aabb')),
);
const crl = seq(
  seq(int('01'), SHA256_RSA, name([['2.5.4.3', text('Test CA')]]), time('250101000000Z')),
  SHA256_RSA,
  bits(0, hex('aabb')),
);
const pfx = seq(int('03'), seq(oid('1.2.840.113549.1.7.1'), tlv(0xa0, octets(new Uint8Array(300)))), seq());

describe('a certificate is read', () => {
  const quoted = pem.trim().split('\n');
  it.each<readonly [string, Uint8Array | string]>([
    [
      'in UTF-16 with a mark, as PowerShell writes it',
      utf16(pem.replaceAll('\n', '\r\n'), { big: false, mark: true }),
    ],
    ['in big-endian UTF-16 with a mark', utf16(pem, { big: true, mark: true })],
    ['in UTF-16 without a mark', utf16(pem, { big: false, mark: false })],
    ['in big-endian UTF-16 without a mark', utf16(pem, { big: true, mark: false })],
    ['as base64 in UTF-16', utf16(base64(leaf), { big: false, mark: true })],
    ['behind a mark of UTF-8', `\ufeff${base64(leaf)}`],
    ['with \\n in one line', pem.replaceAll('\n', '\\n')],
    ['with \\r\\n in one line', pem.replaceAll('\n', '\\r\\n')],
    ['in an environment file', `CERT="${pem.replaceAll('\n', '\\n')}"\nPORT=443\n`],
    ['as a JSON string', JSON.stringify(pem)],
    ['in JSON in JSON', JSON.stringify({ secret: JSON.stringify({ certificate: pem }) })],
    [
      'in JSON with escaped signs',
      JSON.stringify({ pem }).replaceAll('/', '\\/').replaceAll('+', '\\u002B').replaceAll('=', '\\u003d'),
    ],
    ['as a literal of C', quoted.map((line) => `  "${line}\\n"`).join('\n')],
    ['as a literal of JavaScript', quoted.map((line) => `'${line}\\n'`).join(' +\n')],
    ['with percent signs, as nginx hands it on', encodeURIComponent(pem)],
    ['from a form', `cert=${encodeURIComponent(pem).replaceAll('%20', '+')}`],
    ['as base64 without markers', base64(leaf)],
    ['as base64 in Windows lines', wrapped(base64(leaf)).replaceAll('\n', '\r\n')],
    ['as base64 in quotes', `"${base64(leaf)}"`],
    ['as base64 of PEM', base64(bytes(pem))],
    ['as base64 of base64 of PEM', base64(bytes(base64(bytes(pem))))],
    ['as hex', LEAF.toUpperCase()],
    ['as hex with colons', LEAF.replaceAll(/..(?=.)/g, '$&:')],
    ['as hex in lines', `${LEAF.replaceAll(/.{32}/g, '$&\n')}\n`],
    ['as an array of C', `{ ${LEAF.replaceAll(/../g, '0x$&, ')} }`],
    ['as escapes of hex', `"${LEAF.replaceAll(/../g, '\\x$&')}"`],
    ['between markers with dashes of a word processor', pem.replaceAll('-----', '——-')],
    ['between markers with a dash too few', pem.replaceAll('-----', '----')],
    [
      'in a secret of Kubernetes',
      `data:\n  tls.crt: ${base64(bytes(pem))}\n  tls.key: ${base64(bytes(block('PRIVATE KEY', csr)))}\n`,
    ],
    [
      'in SAML metadata',
      `<?xml version="1.0"?>\n<X509Certificate>\n${wrapped(base64(leaf))}</X509Certificate>`,
    ],
    ['in one line of XML', `<a><X509Certificate>${base64(leaf)}</X509Certificate></a>`],
    ['in a PKCS#7 file', pkcs7([leaf])],
    ['in PEM of PKCS#7', block('PKCS7', pkcs7([leaf]))],
    ['in PKCS#7 under the label of a certificate', block('CERTIFICATE', pkcs7([leaf]))],
    ['in base64 of PKCS#7', wrapped(base64(pkcs7([leaf])))],
    ['in PKCS#7 with the identifiers of GM/T 0010', pkcs7([leaf], '1.2.156.10197.6.1.4.2.2')],
    ['behind its key', block('PRIVATE KEY', csr) + pem],
    ['behind the output of openssl x509 -text', `Certificate:\n    Data:\n        Version: 3 (0x2)\n${pem}`],
    ['with trust settings', block('TRUSTED CERTIFICATE', bytesOf(leaf, hex('30 00')))],
  ])('%s', (_, file) => {
    expect(outcome(file)).toEqual([LEAF]);
  });

  it('of a PKCS#7 file as often as it occurs, in its order', () => {
    // An attribute certificate, and an obsolete kind, stand between them.
    const file = pkcs7([other, tlv(0xa2, int('01')), leaf]);
    expect(outcome(file)).toEqual([hexOf(other), LEAF]);
  });

  it("of this project's own JSON, line by line", () => {
    const line = JSON.stringify({ certificate: { connection: { chain: [base64(leaf), base64(other)] } } });
    expect(outcome(`${line}\n${line}\n`)).toEqual([LEAF, hexOf(other), LEAF, hexOf(other)]);
  });
});

describe('a file of another kind is named', () => {
  it.each<readonly [FileKind, Uint8Array | string]>([
    ['empty', ''],
    ['empty', '\ufeff \r\n'],
    ['pkcs12', pfx],
    ['pkcs12', base64(pfx)],
    ['pkcs12', block('CERTIFICATE', pfx)],
    ['pkcs12', hex('30 80 02 01 03 30 80 06 09 2a 86 48 86 f7 0d 01 07 01')],
    ['pkcs7-ber', hex('30 80 06 09 2a 86 48 86 f7 0d 01 07 02 a0 80')],
    ['pkcs7-empty', seq(oid(SIGNED_DATA), tlv(0xa0, seq(int('01'), set(), seq(), set())))],
    ['pkcs7-broken', pkcs7([leaf.subarray(0, -1)])],
    ['cms', pkcs7([leaf], '1.2.840.113549.1.7.3')],
    ['csr', csr],
    ['csr', base64(csr)],
    ['csr', block('NEW CERTIFICATE REQUEST', csr)],
    ['crl', crl],
    ['crl', block('X509 CRL', crl)],
    ['ocsp', hex('30 03 0a 01 06')],
    ['private-key', rsa.privateKey.export({ type: 'pkcs8', format: 'der' })],
    ['private-key', rsa.privateKey.export({ type: 'pkcs1', format: 'der' })],
    ['private-key', ec.privateKey.export({ type: 'pkcs8', format: 'der' })],
    ['private-key', ec.privateKey.export({ type: 'sec1', format: 'der' })],
    ['private-key', ed.privateKey.export({ type: 'pkcs8', format: 'der' })],
    ['private-key', rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
    [
      'private-key',
      `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${block('EC PRIVATE KEY', csr)}`,
    ],
    [
      'encrypted-key',
      rsa.privateKey.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: 'x' }),
    ],
    ['encrypted-key', block('ENCRYPTED PRIVATE KEY', csr)],
    ['openssh-key', block('OPENSSH PRIVATE KEY', csr)],
    ['ssh-public-key', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKhVQ user@host\n'],
    ['putty-key', 'PuTTY-User-Key-File-3: ssh-rsa\n'],
    ['pgp', '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQ==\n-----END PGP PUBLIC KEY BLOCK-----\n'],
    ['public-key', rsa.publicKey.export({ type: 'spki', format: 'der' })],
    ['public-key', ec.publicKey.export({ type: 'spki', format: 'pem' }).toString()],
    ['parameters', block('DH PARAMETERS', csr)],
    ['session', block('SSL SESSION PARAMETERS', csr)],
    ['other-pem', block('SOMETHING ELSE', csr)],
    ['jks', hex('fe ed fe ed 00 00 00 02')],
    ['jks', hex('ce ce ce ce 00 00 00 02')],
    ['windows-store', hex('00 00 00 00 43 45 52 54')],
    ['sqlite', 'SQLite format 3\0'],
    ['zip', hex('50 4b 03 04 14 00')],
    ['gzip', gzipSync(bytes(pem))],
    ['archive', bytesOf(new Uint8Array(257), bytes('ustar'))],
    ['pdf', '%PDF-1.7\n'],
    ['image', hex('89 50 4e 47 0d 0a 1a 0a')],
    ['office', `{\\rtf1\\ansi ${pem.replaceAll('\n', '\\par\n')}}`],
    ['html', '\r\n<!DOCTYPE html><html><body>Please sign in</body></html>'],
    ['xml', '<?xml version="1.0"?><md:EntityDescriptor/>'],
    ['json', '{"error": "not found"}'],
    ['openssl-text', 'Certificate:\n    Data:\n        Version: 3 (0x2)\n'],
    ['openssl-text', 'subject=CN = example.com\nissuer=CN = E7\n'],
    ['openssl-text', 'Alias name: site\nCreation date: Nov 29, 2026\n'],
    ['address', 'https://example.com/cert\n'],
    ['text', 'hello world'],
    ['text', 'MII'],
  ])('%s', (kind, file) => {
    expect(outcome(file)).toEqual([kind]);
  });

  it('in one sentence with the next step', () => {
    const [part] = splitFile(pfx);
    expect(part).toMatchObject({
      name: 'FileKindError',
      message: expect.stringMatching(
        /^This is a PKCS#12 file .*openssl pkcs12 -in FILE -nokeys -out certificate\.pem/,
      ),
      offset: 0,
    });
    expect(splitFile(bytes(block('SOMETHING ELSE', csr)))[0]).toMatchObject({
      message: expect.stringContaining('(the block says SOMETHING ELSE)'),
    });
  });
});

describe('a broken certificate counts as a certificate', () => {
  it.each([
    ['cut', leaf.subarray(0, 100)],
    ['of version 1', certificate({ version: [], serial: int('00') })],
    ['with a number in place of its contents', seq(int('05'))],
    ['with nothing in it', seq(seq())],
  ])('%s', (_, file) => {
    expect(outcome(file)).toEqual([hexOf(file)]);
  });

  it('in base64 without markers too', () => {
    expect(outcome(base64(leaf.subarray(0, 120)))).toEqual([hexOf(leaf.subarray(0, 120))]);
  });
});

describe('time', () => {
  it.each([
    ['beginnings of values', 'MIIA'.repeat(500_000)],
    ['lines that go on', `MII${'A'.repeat(80)}\n`.repeat(20_000)],
    ['hex that ends otherwise', `${'30 82 0x'.repeat(200_000)}!`],
    ['quotes and spaces', `" ${' '.repeat(400)}x`.repeat(5000)],
    ['backslashes', `-----BEGIN CERTIFICATE-----${'\\'.repeat(1_000_000)}`],
    [
      'base64 in base64 in base64',
      Array.from({ length: 12 }).reduce<string>((inner) => base64(bytes(inner)), pem),
    ],
  ])('is linear for %s', (_, file) => {
    const start = performance.now();
    expect(splitFile(bytes(file)).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
