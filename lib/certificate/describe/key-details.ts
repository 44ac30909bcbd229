// Describes a key, its type and size (RFC 3279, 2.3; RFC 5480; RFC 8410; FIPS 203 to 205), from what the reader kept of it.
import { Cursor, INTEGER, OID, SEQUENCE } from '../../der/cursor.ts';
import { DerError } from '../../der/der-error.ts';
import { readOid, readSmallInteger } from '../../der/values.ts';
import type { PublicKey } from '../certificate.ts';
import { fromHex } from '../../text/hex.ts';
import { CURVES, KEY_TYPES, type KeyType } from './key-names.ts';

export interface KeyDetails {
  readonly type: KeyType;
  /** RSA, DSA, DH: bits of the modulus. EC: bits of the curve's field. Null: the type has one size only, or the size is unknown. */
  readonly bits: number | null;
  /** EC: the name of the curve, or its identifier when it has no name here. Null: another type, or a curve given by its numbers. */
  readonly curve: string | null;
}

export function describeKey({ oid, parameters, modulusBits }: PublicKey): KeyDetails {
  const type = KEY_TYPES[oid] ?? 'unknown';
  switch (type) {
    case 'RSA':
      return { type, bits: modulusBits, curve: null };
    case 'EC':
      return { type, ...(CURVES[oid] === undefined ? describeCurve(parameters) : curveOf(oid)) };
    case 'DSA':
    case 'DH':
      // Without parameters the key uses those of the issuer's key, which are not available here.
      return {
        type,
        bits: readParameters(parameters, (cursor) => magnitudeBits(cursor.into(SEQUENCE))),
        curve: null,
      };
    default:
      return { type, bits: null, curve: null };
  }
}

function curveOf(oid: string): Pick<KeyDetails, 'bits' | 'curve'> {
  return { bits: CURVES[oid]?.bits ?? null, curve: CURVES[oid]?.name ?? oid };
}

function describeCurve(parameters: string | null): {
  readonly bits: number | null;
  readonly curve: string | null;
} {
  const oid = readParameters(parameters, (cursor) =>
    cursor.is(OID) ? readOid(cursor.input, cursor.next()) : null,
  );
  if (oid !== null) return curveOf(oid);
  // A curve given by its numbers (RFC 3279, 2.3.5), which RFC 5480 forbids: version, then the type of the field and its prime, or, for a binary field,
  // its degree in a sequence.
  const bits = readParameters(parameters, (cursor) => {
    const curve = cursor.into(SEQUENCE);
    curve.expect(INTEGER);
    const field = curve.into(SEQUENCE);
    field.expect(OID);
    if (!field.is(SEQUENCE)) return magnitudeBits(field);
    const binary = field.into(SEQUENCE);
    return readSmallInteger(binary.input, binary.expect(INTEGER));
  });
  return { bits, curve: null };
}

/** Null also for malformed parameters: then the size is unknown, and nothing else depends on it. */
function readParameters<T>(parameters: string | null, read: (cursor: Cursor) => T): T | null {
  if (parameters === null) return null;
  try {
    return read(Cursor.over(fromHex(parameters)));
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

/** Bits of the next integer, a modulus or a prime. */
function magnitudeBits(cursor: Cursor): number {
  const { bytes } = cursor.input;
  const { from, to } = cursor.expect(INTEGER);
  let first = from;
  while (first < to && bytes[first] === 0) first++;
  return first < to ? (to - first) * 8 + 24 - Math.clz32(bytes[first] ?? 0) : 0;
}
