import { describe, expect, it } from 'vitest';
import { Cursor } from '../../../lib/der/cursor.ts';
import { isText, readText } from '../../../lib/der/text.ts';
import { hex } from '../../fixtures/certificate-encoder.ts';

const read = (tag: number, digits: string): string => {
  const bytes = hex(digits);
  return readText(tag, Cursor.over(bytes).input, 0, bytes.length);
};

describe('text', () => {
  it.each([
    ['UTF8String', 0x0c, '4d c3 bc 6c 6c 65 72 20 f0 9f 98 9c', 'Müller 😜'],
    ['UTF8String with a byte order mark', 0x0c, 'ef bb bf 41', '\ufeffA'],
    ['NumericString', 0x12, '31 32 20', '12 '],
    ['PrintableString', 0x13, '41 42', 'AB'],
    ['PrintableString with characters that are none of its own', 0x13, '2a 2e 61 40 62', '*.a@b'],
    ['TeletexString, as Latin-1', 0x14, '42 f6 80', 'Bö\u0080'],
    ['IA5String', 0x16, '61 40 62', 'a@b'],
    ['IA5String with a byte beyond ASCII', 0x16, '42 f6', 'Bö'],
    ['VisibleString', 0x1a, '41', 'A'],
    ['GeneralString', 0x1b, '41', 'A'],
    ['UniversalString', 0x1c, '00 00 00 41 00 01 f6 1c', 'A😜'],
    ['BMPString', 0x1e, '00 41 4e 2d', 'A中'],
    ['BMPString with a pair', 0x1e, 'd8 3d de 1c', '😜'],
    ['NUL, line breaks and direction marks: as they are', 0x0c, '61 00 0a e2 80 ae', 'a\0\n\u202e'],
  ])('%s', (_, tag, bytes, text) => {
    expect(read(tag, bytes)).toBe(text);
  });

  it.each([
    ['bytes that are no UTF-8', 0x0c, '41 ff', 'A\ufffd'],
    ['an overlong form, an old way around filters', 0x0c, 'c0 af', '\ufffd\ufffd'],
    ['half a character', 0x1e, '00 41 00', 'A\ufffd'],
    ['half a pair', 0x1e, 'd8 3d', '\ufffd'],
    ['part of a wide character', 0x1c, '00 00 00 41 00', 'A\ufffd'],
    ['a number beyond Unicode', 0x1c, '00 11 00 00', '\ufffd'],
    ['half a pair in a wide character', 0x1c, '00 00 d8 00', '\ufffd'],
  ])('%s becomes U+FFFD', (_, tag, bytes, text) => {
    expect(read(tag, bytes)).toBe(text);
  });

  it('is recognised by its tag', () => {
    const text = Array.from({ length: 256 }, (_, tag) => tag).filter(isText);
    expect(text).toEqual([0x0c, 0x12, 0x13, 0x14, 0x15, 0x16, 0x19, 0x1a, 0x1b, 0x1c, 0x1e]);
  });

  it('of 100 kB is read', () => {
    expect(read(0x0c, '41'.repeat(100_000))).toHaveLength(100_000);
    expect(read(0x0c, 'c3bc'.repeat(100_000))).toHaveLength(100_000);
    expect(read(0x14, 'fc'.repeat(100_000))).toBe('ü'.repeat(100_000));
    expect(read(0x1c, '0001f61c'.repeat(25_000))).toBe('😜'.repeat(25_000));
  });
});
