import { describe, expect, it } from 'vitest';
import { readPem, writePem } from '../../../../lib/certificate/read/pem.ts';
import { splitFile } from '../../../../lib/certificate/read/read-file.ts';
import type { FilePart } from '../../../../lib/certificate/read/read-file.ts';
import { MAX_BYTES } from '../../../../lib/der/cursor.ts';
import { altNames, bytesOf, certificate, dns, hex } from '../../../fixtures/certificate-encoder.ts';

const cert = certificate();
const pem = writePem(cert);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const asHex = (parts: readonly FilePart[]): readonly string[] =>
  parts.map((part) =>
    part instanceof Error ? `${part.code} ${part.offset}` : Buffer.from(part).toString('hex'),
  );
const certHex = Buffer.from(cert).toString('hex');

describe('PEM', () => {
  it('is written with lines of 64 and read back', () => {
    expect(
      pem
        .split('\n')
        .slice(1, -3)
        .every((line) => line.length === 64),
    ).toBe(true);
    expect(pem.startsWith('-----BEGIN CERTIFICATE-----\n')).toBe(true);
    expect(pem.endsWith('\n-----END CERTIFICATE-----\n')).toBe(true);
    expect(asHex(splitFile(bytes(pem)))).toEqual([certHex]);
  });

  it.each([
    ['Windows line ends', pem.replaceAll('\n', '\r\n')],
    ['one line of data', pem.replace(/(?<=[A-Za-z0-9+/=])\n(?=[A-Za-z0-9+/])/g, '')],
    ['no line break at all', pem.replaceAll('\n', '')],
    ['indentation and blank lines', pem.replaceAll('\n', '\n\n  \t')],
    ['text around it', `0 s:CN = Größe\n${pem}some text\n`],
    ['a byte order mark', `\ufeff${pem}`],
    ["X.509's older label", pem.replaceAll('CERTIFICATE', 'X509 CERTIFICATE')],
    [
      'other blocks beside it',
      `-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n${pem}-----BEGIN EC PARAMETERS-----`,
    ],
  ])('with %s is read', (_, text) => {
    expect(asHex(splitFile(bytes(text)))).toEqual([certHex]);
  });

  it('with OpenSSL’s trust settings behind the certificate is read without them', () => {
    const trusted = writePem(bytesOf(cert, hex('30 00'))).replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE');
    expect(asHex(splitFile(bytes(trusted)))).toEqual([certHex]);
  });

  it('with several certificates keeps their order, and each fault its place', () => {
    const broken = '-----BEGIN CERTIFICATE-----\nMII*\n-----END CERTIFICATE-----\n';
    const text = `${pem}${broken}${pem}-----BEGIN CERTIFICATE-----\nMIIB`;
    expect(asHex(splitFile(bytes(text)))).toEqual([
      certHex,
      `not-base64 ${pem.length + 31}`,
      certHex,
      `no-end ${pem.length * 2 + broken.length}`,
    ]);
  });

  it('with a block that does not end, reads the next one', () => {
    const cut = pem.slice(0, 200);
    const other = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n';
    const text = `${cut}\n${pem}${cut}\n${other}${pem}`;
    const second = cut.length + 1 + pem.length;
    expect(asHex(splitFile(bytes(text)))).toEqual(['no-end 0', certHex, `no-end ${second}`, certHex]);
  });

  it('with 40,000 blocks that do not end is read in one pass', () => {
    const parts = splitFile(bytes('-----BEGIN CERTIFICATE-----\n'.repeat(40_000)));
    expect(asHex(parts.slice(-1))).toEqual(['no-end 1119972']);
    expect(parts).toHaveLength(40_000);
  });

  it.each([
    ['a quoted marker', '-----BEGIN CERTIFICATE-----`` and ``-----END CERTIFICATE-----', 'not-base64 27'],
    [
      'words instead of data',
      '-----BEGIN CERTIFICATE-----\n ... (CA) ...\n-----END CERTIFICATE-----',
      'not-base64 29',
    ],
    [
      'padding in the middle',
      '-----BEGIN CERTIFICATE-----\nMI==MIIB\n-----END CERTIFICATE-----',
      'not-base64 31',
    ],
    ['too much padding', '-----BEGIN CERTIFICATE-----\nM===\n-----END CERTIFICATE-----', 'not-base64 27'],
    ['a digit too few', '-----BEGIN CERTIFICATE-----\nMIIBMII\n-----END CERTIFICATE-----', 'not-base64 27'],
    ['another end', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END X509 CRL-----', 'no-end 0'],
    ['a key only', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'private-key 0'],
    [
      'a + that became a space',
      '-----BEGIN CERTIFICATE-----\nMI BMII\n-----END CERTIFICATE-----',
      'lost-plus 30',
    ],
  ])('with %s is an error', (_, text, fault) => {
    expect(asHex(splitFile(bytes(text)))).toEqual([fault]);
  });

  it('errors have a name, a sentence and a place', () => {
    const [block] = readPem('-----BEGIN CERTIFICATE-----');
    expect(block?.bytes).toBeInstanceOf(Error);
    expect(block?.bytes).toMatchObject({
      name: 'PemError',
      code: 'no-end',
      message: 'A certificate begins and does not end',
      offset: 0,
    });
  });
});

describe('DER', () => {
  it('with several certificates is split at their ends', () => {
    expect(asHex(splitFile(bytesOf(cert, cert, hex('30 03 02 01'))))).toEqual([certHex, certHex, '30030201']);
  });

  it('of 10,000 certificates in 7 MB, more than one input may have, is split', () => {
    const large = certificate({
      extensions: [altNames(...Array.from({ length: 20 }, (_, i) => dns(`n${i}.example`)))],
    });
    const file = new Uint8Array(10_000 * large.length);
    for (let i = 0; i < 10_000; i++) file.set(large, i * large.length);
    expect(file.length).toBeGreaterThan(MAX_BYTES);
    const parts = splitFile(file);
    expect(parts).toHaveLength(10_000);
    expect(new Set(asHex(parts))).toEqual(new Set(asHex([large])));
  });

  it('that is not DER is returned, so that the reader names the fault', () => {
    expect(asHex(splitFile(hex('02 01 05')))).toEqual(['020105']);
    expect(asHex(splitFile(hex('31 82 01 00 02')))).toEqual(['3182010002']);
  });

  it('with a PEM marker inside a name stays DER', () => {
    const tricky = bytesOf(hex('30 1d 02 01'), bytes('-----BEGIN CERTIFICATE-----'));
    expect(asHex(splitFile(tricky))).toHaveLength(1);
    expect(splitFile(tricky)[0]).toBeInstanceOf(Uint8Array);
  });
});
