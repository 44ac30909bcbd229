import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cursor, type Element, type Input } from '../../../lib/der/cursor.ts';
import { readInteger, readOid, readSmallInteger, readUnusedBits } from '../../../lib/der/values.ts';
import { toHex } from '../../../lib/text/hex.ts';
import { hex, oid, tlv } from '../../fixtures/certificate-encoder.ts';

function read<T>(reader: (input: Input, element: Element) => T, bytes: Uint8Array): T {
  const cursor = Cursor.over(bytes);
  return reader(cursor.input, cursor.next());
}

describe('an integer', () => {
  it.each([
    ['02 01 00', '00'],
    ['02 01 7f', '7f'],
    ['02 02 00 80', '0080'],
    ['02 01 80', '80'],
    ['02 02 ff 7f', 'ff7f'],
  ])('%s is read', (bytes, value) => {
    expect(read(readInteger, hex(bytes))).toBe(value);
  });

  it.each(['02 00', '02 02 00 7f', '02 02 00 00', '02 02 ff 80', '02 03 ff ff ff'])(
    '%s is empty or padded',
    (bytes) => {
      expect(() => read(readInteger, hex(bytes))).toThrow('bad integer at byte 0');
    },
  );

  it('of up to 31 bits is a number', () => {
    expect(read(readSmallInteger, hex('02 01 02'))).toBe(2);
    expect(read(readSmallInteger, hex('02 04 7f ff ff ff'))).toBe(2 ** 31 - 1);
    // 2^32 + 2 must not wrap around to 2.
    expect(() => read(readSmallInteger, hex('02 05 01 00 00 00 02'))).toThrow('bad integer');
    expect(() => read(readSmallInteger, hex('02 01 80'))).toThrow('bad integer');
    expect(() => read(readSmallInteger, hex('02 05 00 80 00 00 00'))).toThrow('bad integer');
  });
});

it('a bit string has a count of unused bits that its bytes can have', () => {
  expect(read(readUnusedBits, hex('03 02 05 a0'))).toBe(5);
  expect(read(readUnusedBits, hex('03 01 00'))).toBe(0);
  for (const wrong of ['03 00', '03 02 08 00', '03 01 01']) {
    expect(() => read(readUnusedBits, hex(wrong))).toThrow('bad bit string at byte 0');
  }
});

describe('an object identifier', () => {
  it.each([
    ['06 03 55 04 03', '2.5.4.3'],
    ['06 01 00', '0.0'],
    ['06 01 27', '0.39'],
    ['06 01 28', '1.0'],
    ['06 01 4f', '1.39'],
    ['06 01 50', '2.0'],
    ['06 02 88 37', '2.999'],
    ['06 09 2a 86 48 86 f7 0d 01 01 0b', '1.2.840.113549.1.1.11'],
    // A UUID under 2.25 (X.667): 128 bits in one arc.
    ['06 14 69 83 f8 9b c4 b3 c3 9d f4 fb 86 a1 ed a9 e3 d2 bf e5 c4 7d', null],
  ])('%s is read', (bytes, dotted) => {
    const value = read(readOid, hex(bytes));
    expect(dotted ?? value).toBe(value);
    expect(Buffer.from(oid(value)).toString('hex')).toBe(bytes.replaceAll(' ', ''));
  });

  it.each(['06 00', '06 01 80', '06 02 80 01', '06 03 55 80 01', '06 02 55 84'])(
    '%s is empty, padded or cut off',
    (bytes) => {
      expect(() => read(readOid, hex(bytes))).toThrow('bad oid at byte 0');
    },
  );

  it('of absurd length is refused before any arithmetic', () => {
    expect(() => read(readOid, tlv(0x06, new Uint8Array(128).fill(0xff), hex('01')))).toThrow('bad oid');
    expect(read(readOid, tlv(0x06, new Uint8Array(127).fill(0xff), hex('01')))).toMatch(/^2\.\d{260,}$/);
  });

  it('with any arcs is read as it was encoded', () => {
    const arc = fc.oneof(fc.nat(), fc.bigInt({ min: 0n, max: 2n ** 140n }));
    const arcs = fc.tuple(fc.constantFrom(0, 1, 2), fc.nat(39), fc.array(arc, { maxLength: 5 }));
    fc.assert(
      fc.property(arcs, ([root, second, rest]) => {
        const dotted = [root, second, ...rest].join('.');
        expect(read(readOid, oid(dotted))).toBe(dotted);
      }),
      { numRuns: 200 },
    );
  });
});

it('hex is lower case and in order', () => {
  expect(toHex(hex('00 0f f0 ff'), 0, 4)).toBe('000ff0ff');
  expect(toHex(hex('aa bb cc'), 1, 2)).toBe('bb');
});
