import { describe, expect, it } from 'vitest';
import { Cursor } from '../../../lib/der/cursor.ts';
import { readTime } from '../../../lib/der/values.ts';
import { tlv } from '../../fixtures/certificate-encoder.ts';

function read(text: string, tag = text.length > 13 ? 0x18 : 0x17): string {
  const cursor = Cursor.over(tlv(tag, Buffer.from(text)));
  return new Date(readTime(cursor.input, cursor.next())).toISOString();
}

describe('a time', () => {
  it.each([
    ['250630235959Z', '2025-06-30T23:59:59.000Z'],
    // RFC 5280, 4.1.2.5.1: 50 to 99 are 1950 to 1999.
    ['491231235959Z', '2049-12-31T23:59:59.000Z'],
    ['500101000000Z', '1950-01-01T00:00:00.000Z'],
    ['20500101000000Z', '2050-01-01T00:00:00.000Z'],
    ['99991231235959Z', '9999-12-31T23:59:59.000Z'],
    ['00000101000000Z', '0000-01-01T00:00:00.000Z'],
    ['00990101000000Z', '0099-01-01T00:00:00.000Z'],
    ['240229000000Z', '2024-02-29T00:00:00.000Z'],
    ['20000229000000Z', '2000-02-29T00:00:00.000Z'],
  ])('%s is read', (text, iso) => {
    expect(read(text)).toBe(iso);
  });

  it.each([
    ['without seconds', '2506302359Z', 0x17],
    ['without seconds, long', '202506302359Z', 0x18],
    ['with an offset', '250630235959+0000', 0x17],
    ['without Z', '250630235959', 0x17],
    ['with a fraction', '20250630235959.5Z', 0x18],
    ['a long year in UTCTime', '20250630235959Z', 0x17],
    ['a short year in GeneralizedTime', '250630235959Z', 0x18],
    ['30 February', '250230000000Z', 0x17],
    ['29 February in a common year', '250229000000Z', 0x17],
    ['29 February 1900', '19000229000000Z', 0x18],
    ['31 April', '250431000000Z', 0x17],
    ['month 0', '250001000000Z', 0x17],
    ['month 13', '251301000000Z', 0x17],
    ['day 0', '250100000000Z', 0x17],
    ['24:00', '250101240000Z', 0x17],
    ['minute 60', '250101006000Z', 0x17],
    ['a leap second', '250630235960Z', 0x17],
    ['a space for a digit', '25063023595 Z', 0x17],
    ['a sign for a digit', '25+630235959Z', 0x17],
    ['digits of another script', '25063023595\u0665Z', 0x17],
    ['nothing', '', 0x17],
  ])('%s is refused', (_, text, tag) => {
    expect(() => read(text, tag)).toThrow('bad time at byte 0');
  });

  it('of another type is refused', () => {
    expect(() => read('250630235959Z', 0x0c)).toThrow('wrong tag at byte 0');
  });
});
