// Hand-written bytes, a note per byte: every way in which an element can be wrong, and the place that is named.
import { describe, expect, it } from 'vitest';
import { Cursor, MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS, SEQUENCE } from '../../../lib/der/cursor.ts';
import { DerError } from '../../../lib/der/der-error.ts';
import { bytesOf, hex, octets, seq } from '../../fixtures/certificate-encoder.ts';

/** The fault and its place, or null. */
function faultOf(action: () => unknown): readonly [string, number] | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof DerError) return [error.code, error.offset];
    throw error;
  }
}

function readAll(bytes: Uint8Array): unknown {
  const cursor = Cursor.over(bytes);
  while (!cursor.done) cursor.next();
  return cursor;
}

const MALFORMED: readonly (readonly [what: string, bytes: string, fault: string, offset: number])[] = [
  ['nothing after the tag', '30', 'truncated', 0],
  ['length beyond the data', '30 03 01 01', 'truncated', 0],
  ['long length beyond the data', '30 81 80', 'truncated', 0],
  ['a length without all its bytes', '30 82 01', 'truncated', 0],
  ['five bytes of length', '30 85 00 00 00 00 01 00', 'truncated', 0],
  ['a length of 2^32 - 6, as seen in a packet capture', '30 84 ff ff ff fa', 'truncated', 0],
  ['an open length', '30 80 00 00', 'open-length', 0],
  ['short length in long form', '30 81 01 00', 'padded-length', 0],
  ['a length of 127 in long form', `30 81 7f ${'00'.repeat(127)}`, 'padded-length', 0],
  ['a leading zero in the length', `30 82 00 80 ${'00'.repeat(128)}`, 'padded-length', 0],
  ['a tag of two bytes', '1f 01 00', 'long-tag', 0],
  ['a fault in the second element', '05 00 30 05', 'truncated', 2],
];

describe('an element', () => {
  it.each(MALFORMED)('with %s is refused', (_, bytes, fault, offset) => {
    expect(faultOf(() => readAll(hex(bytes)))).toEqual([fault, offset]);
  });

  it('has the range of its contents', () => {
    const cursor = Cursor.over(
      hex(`
      04       # OCTET STRING
      02       # two bytes
      aa bb
      30       # SEQUENCE
      81 80    # 128 bytes, the first length that needs the long form
      ${'00'.repeat(128)}`),
    );
    expect(cursor.next()).toEqual({ tag: 4, start: 0, from: 2, to: 4 });
    expect(cursor.next()).toEqual({ tag: 0x30, start: 4, from: 7, to: 135 });
    expect(cursor.done).toBe(true);
  });

  it('of another type than expected is refused', () => {
    const cursor = Cursor.over(hex('04 00'));
    expect(faultOf(() => cursor.expect(SEQUENCE))).toEqual(['wrong-tag', 0]);
    expect(cursor.is(SEQUENCE)).toBe(false);
    expect(cursor.at).toBe(0);
    expect(faultOf(() => Cursor.over(hex('')).expect(SEQUENCE))).toEqual(['truncated', 0]);
  });

  it('cannot reach beyond its parent', () => {
    // The inner length is right for the input, but not for its sequence.
    const inner = Cursor.over(hex('30 02 04 02 aa bb')).into(SEQUENCE);
    expect(faultOf(() => inner.next())).toEqual(['truncated', 2]);
  });
});

describe('bounds', () => {
  it('refuse trailing data, at its offset', () => {
    const cursor = Cursor.over(hex('30 00 00'));
    cursor.into(SEQUENCE).finish();
    expect(faultOf(() => cursor.finish())).toEqual(['trailing-data', 2]);
  });

  it('stop nesting at the depth limit', () => {
    let nested = hex('05 00');
    for (let i = 0; i < MAX_DEPTH + 1; i++) nested = seq(nested);
    const dive = (levels: number): Cursor => {
      let cursor = Cursor.over(nested);
      for (let i = 0; i < levels; i++) cursor = cursor.into(SEQUENCE);
      return cursor;
    };
    expect(dive(MAX_DEPTH).done).toBe(false);
    expect(faultOf(() => dive(MAX_DEPTH + 1))?.[0]).toBe('too-deep');
  });

  it('refuse an input that is too large', () => {
    expect(faultOf(() => Cursor.over(new Uint8Array(MAX_BYTES)))).toBeNull();
    expect(faultOf(() => Cursor.over(new Uint8Array(MAX_BYTES + 1)))).toEqual(['too-large', MAX_BYTES]);
  });

  it('count the elements of the whole input, in all parts of it together', () => {
    const half = new Uint8Array(MAX_ELEMENTS + 2);
    for (let i = 0; i < half.length; i += 2) half[i] = 0x05;
    const cursor = Cursor.over(bytesOf(octets(half), octets(half)));
    const first = cursor.enter(cursor.next());
    while (!first.done) first.next();
    const second = cursor.enter(cursor.next());
    expect(
      faultOf(() => {
        while (!second.done) second.next();
      })?.[0],
    ).toBe('too-many');
  });
});

it('an error has its own class, a code and an offset', () => {
  const error = new DerError('padded-length', 12);
  expect(error).toBeInstanceOf(Error);
  expect([error.name, error.code, error.offset, error.message]).toEqual([
    'DerError',
    'padded-length',
    12,
    'padded length at byte 12',
  ]);
});
