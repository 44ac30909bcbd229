// Keys, signatures, usages, weaknesses, logging, deviations: the small judgements.
import { describe, expect, it } from 'vitest';
import type { Certificate, PublicKey } from '../../../../lib/certificate/certificate.ts';
import { listHostNames, listKeyUsages } from '../../../../lib/certificate/describe/details.ts';
import { listDeviations } from '../../../../lib/certificate/judge/deviations.ts';
import { describeKey } from '../../../../lib/certificate/describe/key-details.ts';
import { readCertificate } from '../../../../lib/certificate/read/read-certificate.ts';
import { describeSignature } from '../../../../lib/certificate/describe/signature-details.ts';
import { judgeStrength } from '../../../../lib/certificate/judge/strength.ts';
import {
  altNames,
  bits,
  certificate,
  dns,
  ecKey,
  hex,
  int,
  name,
  oid,
  rsaKey,
  seq,
  text,
  tlv,
  validity,
} from '../../../fixtures/certificate-encoder.ts';
import { AS_CA, certificateOf, judgementOf, namesOf, reportOf } from '../make.ts';

const EXPLICIT_BINARY = seq(
  int('01'),
  seq(oid('1.2.840.10045.1.2'), seq(int('011b'), oid('1.2.840.10045.1.2.3.2'), int('05'))),
);
const EXPLICIT_P256 = seq(int('01'), seq(oid('1.2.840.10045.1.1'), int(`00${'ff'.repeat(32)}`)));

describe('a key', () => {
  it.each([
    ['RSA 2048', rsaKey(2048), { type: 'RSA', bits: 2048, curve: null }],
    [
      'RSA for PSS',
      seq(seq(oid('1.2.840.113549.1.1.10')), bits(0, seq(int('0fff')))),
      { type: 'RSA', bits: 12, curve: null },
    ],
    ['P-256', ecKey('1.2.840.10045.3.1.7'), { type: 'EC', bits: 256, curve: 'P-256' }],
    ['P-521', ecKey('1.3.132.0.35'), { type: 'EC', bits: 521, curve: 'P-521' }],
    ['a curve without a name here', ecKey('1.2.3.4'), { type: 'EC', bits: null, curve: '1.2.3.4' }],
    [
      'a curve by its numbers',
      seq(seq(oid('1.2.840.10045.2.1'), EXPLICIT_P256), bits(0)),
      { type: 'EC', bits: 256, curve: null },
    ],
    [
      'a binary curve by its numbers',
      seq(seq(oid('1.2.840.10045.2.1'), EXPLICIT_BINARY), bits(0)),
      { type: 'EC', bits: 283, curve: null },
    ],
    [
      'EC without parameters',
      seq(seq(oid('1.2.840.10045.2.1')), bits(0)),
      { type: 'EC', bits: null, curve: null },
    ],
    [
      'EC with broken parameters',
      seq(seq(oid('1.2.840.10045.2.1'), text('x')), bits(0)),
      { type: 'EC', bits: null, curve: null },
    ],
    [
      'DSA',
      seq(seq(oid('1.2.840.10040.4.1'), seq(int('00ff'), int('03'))), bits(0, int('01'))),
      { type: 'DSA', bits: 8, curve: null },
    ],
    [
      'DSA with the issuer’s parameters',
      seq(seq(oid('1.2.840.10040.4.1')), bits(0, int('01'))),
      { type: 'DSA', bits: null, curve: null },
    ],
    [
      'Ed25519 that begins like a sequence',
      seq(seq(oid('1.3.101.112')), bits(0, hex('30 03 02 01 05'))),
      { type: 'Ed25519', bits: null, curve: null },
    ],
    [
      'ML-DSA',
      seq(seq(oid('2.16.840.1.101.3.4.3.18')), bits(0)),
      { type: 'ML-DSA-65', bits: null, curve: null },
    ],
    [
      'SLH-DSA',
      seq(seq(oid('2.16.840.1.101.3.4.3.31')), bits(0)),
      { type: 'SLH-DSA', bits: null, curve: null },
    ],
    [
      'GOST',
      seq(seq(oid('1.2.643.7.1.1.1.2'), seq(oid('1.2.643.7.1.2.1.2.1'))), bits(0, tlv(0x04, hex('00')))),
      { type: 'GOST R 34.10-2012 (512 bit)', bits: null, curve: null },
    ],
    ['SM2', ecKey('1.2.156.10197.1.301'), { type: 'EC', bits: 256, curve: 'SM2' }],
    ['one that no table has', seq(seq(oid('1.2.3')), bits(0)), { type: 'unknown', bits: null, curve: null }],
  ])('%s', (_, key, details) => {
    expect(describeKey(readCertificate(certificate({ key })).key)).toEqual(details);
  });
});

const pss = (...parameters: Uint8Array[]): Parameters<typeof describeSignature>[0] => ({
  oid: '1.2.840.113549.1.1.10',
  parameters: Buffer.from(seq(...parameters)).toString('hex'),
});

describe('a signature', () => {
  it.each([
    [{ oid: '1.2.840.113549.1.1.11', parameters: '0500' }, 'sha256WithRSAEncryption', 'SHA-256'],
    [{ oid: '1.2.840.10045.4.1', parameters: null }, 'ecdsa-with-SHA1', 'SHA-1'],
    [{ oid: '1.3.101.112', parameters: null }, 'ED25519', null],
    [{ oid: '1.2.156.10197.1.501', parameters: null }, 'SM2-with-SM3', null],
    [{ oid: '2.16.840.1.101.3.4.3.18', parameters: null }, 'ML-DSA-65', null],
    [{ oid: '2.16.840.1.101.3.4.3.20', parameters: null }, 'SLH-DSA-SHA2-128s', null],
    [{ oid: '2.16.840.1.101.3.4.3.31', parameters: null }, 'SLH-DSA-SHAKE-256f', null],
    [{ oid: '1.2.3', parameters: null }, '1.2.3', null],
    // RFC 4055, 3.1: SHA-1 where nothing else is said.
    [pss(), 'rsassaPss', 'SHA-1'],
    [pss(tlv(0xa0, seq(oid('2.16.840.1.101.3.4.2.1')))), 'rsassaPss', 'SHA-256'],
    [pss(tlv(0xa0, seq(oid('1.2.3')))), 'rsassaPss', null],
    [pss(tlv(0xa0, oid('1.2.3'))), 'rsassaPss', null],
    [{ oid: '1.2.840.113549.1.1.10', parameters: null }, 'rsassaPss', null],
  ])('%j is %s with %s', (algorithm, expected, hash) => {
    expect(describeSignature(algorithm)).toEqual({ name: expected, hash });
  });
});

const rsa = (modulusBits: number | null): PublicKey => ({
  oid: '1.2.840.113549.1.1.1',
  parameters: null,
  modulusBits,
});

const ec = (parameters: string): PublicKey => ({
  oid: '1.2.840.10045.2.1',
  parameters,
  modulusBits: null,
});

describe('weaknesses', () => {
  const sha1 = { oid: '1.2.840.113549.1.1.5', parameters: '0500' };
  it.each<[string, Partial<Certificate>, readonly string[]]>([
    ['none', {}, []],
    ['RSA 2047', { key: rsa(2047) }, ['rsa-too-short']],
    ['RSA of unknown size', { key: rsa(null) }, []],
    ['P-224', { key: ec('06052b81040021') }, ['curve-too-small']],
    ['P-192', { key: ec('06082a8648ce3d030101') }, ['curve-too-small']],
    ['P-256', { key: ec('06082a8648ce3d030107') }, []],
    ['SHA-1', { signature: sha1 }, ['sha1-signature']],
    [
      'PSS with SHA-1',
      { signature: { oid: '1.2.840.113549.1.1.10', parameters: '3000' } },
      ['sha1-signature'],
    ],
    ['MD5', { signature: { oid: '1.2.840.113549.1.1.4', parameters: '0500' } }, ['md5-signature']],
    ['MD2', { signature: { oid: '1.2.840.113549.1.1.2', parameters: '0500' } }, ['md2-signature']],
    ['an RSA modulus of zero', { key: rsa(0) }, ['rsa-too-short']],
    ['DSA', { key: { oid: '1.2.840.10040.4.1', parameters: null, modulusBits: null } }, ['dsa-key']],
    ['SM2 under EC', { key: ec('06082a811ccf5501822d') }, []],
    ['MD4', { signature: { oid: '1.2.840.113549.1.1.3', parameters: '0500' } }, ['md4-signature']],
    ['PSS with MD5', { signature: pss(tlv(0xa0, seq(oid('1.2.840.113549.2.5')))) }, ['md5-signature']],
    ['PSS with MD4', { signature: pss(tlv(0xa0, seq(oid('1.2.840.113549.2.4')))) }, ['md4-signature']],
    [
      'ECDSA with SHA-1 by parameters',
      { signature: { oid: '1.2.840.10045.4.3', parameters: '300906052b0e03021a0500' } },
      ['sha1-signature'],
    ],
    ['ECDSA with SHA-1', { signature: { oid: '1.2.840.10045.4.1', parameters: null } }, ['sha1-signature']],
    ['both', { key: rsa(1024), signature: sha1 }, ['rsa-too-short', 'sha1-signature']],
    ['a root’s own signature', { signature: sha1, selfIssued: true, ...AS_CA }, []],
    ['a self-issued leaf', { signature: sha1, selfIssued: true }, ['sha1-signature']],
  ])('%s', (_, parts, codes) => {
    expect(judgeStrength(certificateOf(parts), null).map(({ code }) => code)).toEqual(codes);
  });

  it('have their size in bits', () => {
    expect(
      judgeStrength(
        certificateOf({
          key: { oid: '1.2.840.113549.1.1.1', parameters: null, modulusBits: 1024 },
        }),
        null,
      ),
    ).toEqual([{ code: 'rsa-too-short', bits: 1024, rule: 'br-key-sizes' }]);
  });
});

it.each([
  ['01', ['rsa-bad-exponent']],
  ['00', ['rsa-bad-exponent']],
  ['00010000', ['rsa-bad-exponent']],
  ['03', []],
  ['010001', []],
])('an RSA key with the exponent %s: %j', (exponent, codes) => {
  const algorithm = seq(oid('1.2.840.113549.1.1.1'), hex('0500'));
  const key = seq(algorithm, bits(0, seq(int(`00${'c1'.repeat(256)}`), int(exponent))));
  const der = certificate({ key });
  const { weaknesses } = judgementOf(readCertificate(der), { der });
  expect(weaknesses.map(({ code }) => code)).toEqual(codes);
});

describe('logging', () => {
  const scts = [
    { logId: 'aa', time: 2000 },
    { logId: 'bb', time: 1000 },
  ];
  it.each([
    ['timestamps', { scts }, null, 'publicly-logged', 1000],
    ['timestamps, whatever the root', { scts }, false, 'publicly-logged', 1000],
    ['none, root not known', {}, null, 'possibly-private-root', null],
    ['none, built-in root', {}, true, 'built-in-root', null],
    ['none, added root', {}, false, 'private-root', null],
    ['one for code signing', { extendedKeyUsage: ['1.3.6.1.5.5.7.3.3'] }, null, 'not-applicable', null],
    ['a precertificate', { precertificate: true }, null, 'precertificate', null],
    ['a CA certificate', { ...AS_CA, names: null }, null, 'not-applicable', null],
  ])('%s', (_, parts, builtIn, state, loggedAt) => {
    const connection = reportOf({ rootIsBuiltIn: builtIn });
    expect(judgementOf(certificateOf(parts), { connection }).logging).toMatchObject({ state, loggedAt });
  });
});

it('key usages are named by their bits', () => {
  expect(listKeyUsages(certificateOf({ keyUsage: 0b1_0000_0101 }))).toEqual([
    'digitalSignature',
    'keyEncipherment',
    'decipherOnly',
  ]);
  expect(listKeyUsages(certificateOf({ keyUsage: 0 }))).toEqual([]);
  expect(listKeyUsages(certificateOf())).toBeNull();
});

it('host names and IP addresses are listed as text', () => {
  expect(listHostNames(certificateOf({ names: namesOf('*.xn--mnchen-3ya.example', 'ip:7f000001') }))).toEqual(
    [
      { kind: 'dns', value: '*.xn--mnchen-3ya.example' },
      { kind: 'ip', value: '127.0.0.1' },
    ],
  );
  expect(listHostNames(certificateOf({ names: null }))).toBeNull();
});

const deviationsOf = (parts: Parameters<typeof certificate>[0]): readonly string[] =>
  listDeviations(readCertificate(certificate(parts)));

describe('deviations', () => {
  it.each<[string, Parameters<typeof certificate>[0], readonly string[]]>([
    ['none', {}, []],
    [
      'version 1 with extensions',
      { version: [], extensions: [seq(oid('1.2.3'), tlv(4))] },
      ['extensions-without-version-3'],
    ],
    ['a negative serial number', { serial: int('80') }, ['negative-serial']],
    ['a serial number of 21 bytes', { serial: int('11'.repeat(21)) }, ['long-serial']],
    [
      'an end before the beginning',
      { validity: validity('250102000000Z', '250101000000Z') },
      ['end-before-beginning'],
    ],
    [
      'an at sign in PrintableString',
      { subject: name([['2.5.4.3', text('a@b', 0x13)]]) },
      ['string-not-of-its-type'],
    ],
    [
      'letters in NumericString',
      { issuer: name([['2.5.4.5', text('A', 0x12)]]) },
      ['string-not-of-its-type'],
    ],
    [
      'bytes that are no UTF-8',
      { subject: name([['2.5.4.3', tlv(0x0c, hex('ff'))]]) },
      ['string-not-of-its-type'],
    ],
    [
      'a high byte in IA5String',
      { subject: name([['2.5.4.3', tlv(0x16, hex('f6'))]]) },
      ['string-not-of-its-type'],
    ],
    ['a serial number of zero', { serial: int('00') }, ['zero-serial']],
    [
      'Chinese in GBK as Teletex',
      { subject: name([['2.5.4.10', tlv(0x14, hex('b1b1 beab cabe c0fd'))]]) },
      ['text-of-another-encoding'],
    ],
    [
      'Chinese in UTF-8 as Teletex',
      { subject: name([['2.5.4.10', tlv(0x14, hex('e58c97'))]]) },
      ['text-of-another-encoding'],
    ],
    [
      'Spanish in Latin-1 as Teletex',
      { subject: name([['2.5.4.10', tlv(0x14, hex('4573 7061 f161'))]]) },
      [],
    ],
    ...['-', '.', ' ', '  -- ', 'N/A'].map(
      (value): [string, Parameters<typeof certificate>[0], readonly string[]] => [
        `a subject value "${value}"`,
        { subject: name([['2.5.4.10', text(value)]]) },
        ['meaningless-subject-value'],
      ],
    ),
    ...[
      'https://shop.example',
      'shop.example/path',
      'shop.example:8443',
      ' shop.example',
      '',
      'a..b',
      'a b',
    ].map((value): [string, Parameters<typeof certificate>[0], readonly string[]] => [
      `the name "${value}"`,
      { extensions: [altNames(dns(value))] },
      ['name-not-a-host'],
    ]),
    ...['192.0.2.1', '2001:db8::1'].map(
      (value): [string, Parameters<typeof certificate>[0], readonly string[]] => [
        `the name ${value}`,
        { extensions: [altNames(dns(value))] },
        ['address-as-name'],
      ],
    ),
    [
      'names as they are',
      {
        extensions: [
          altNames(...['a_b.example', '*.example', 'xn--a.example', 'WWW.Example.', 'ssl-.example'].map(dns)),
        ],
      },
      [],
    ],
    ['an RDN without attribute', { subject: seq(tlv(0x31)) }, ['empty-list']],
    [
      'a name that is not ASCII',
      { extensions: [seq(oid('2.5.29.17'), tlv(4, seq(tlv(0x82, Buffer.from('ü.example')))))] },
      ['name-not-ascii'],
    ],
    [
      'a curve by its numbers',
      { key: seq(seq(oid('1.2.840.10045.2.1'), EXPLICIT_P256), bits(0)) },
      ['explicit-curve'],
    ],
    [
      'an RSA key that is none',
      { key: seq(seq(oid('1.2.840.113549.1.1.1')), bits(0, text('x'))) },
      ['key-not-readable'],
    ],
    ['a note of the reader', { version: hex('a0 03 02 01 00') }, ['default-encoded']],
  ])('%s', (_, parts, codes) => {
    expect(deviationsOf(parts)).toEqual(codes);
  });
});
