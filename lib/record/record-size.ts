// The size of a record in the browser's storage: the size of its text, because it is stored as one (writeRecord).
import type { PageRecord } from './record.ts';
import { inOrderOfLeaving, makeRoom } from './sightings/make-room.ts';

/** Bytes of the quotes and commas around a value. */
const AROUND = 4;
/** Bytes of a character that the text or its encoding writes as several: a control character takes an escape of six. */
const ESCAPED = 6;
/** Bytes of a number, a boolean or null, estimated upwards. */
const SHORT = 12;

/** The known sizes: a record's entries are the same objects from one change to the next. */
const counted = new WeakMap<object, number>();

/** Bytes, estimated upwards. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return AROUND + value.length * (/[^ -~]|["\\]/.test(value) ? ESCAPED : 1);
  if (typeof value !== 'object' || value === null) return SHORT;
  const known = counted.get(value);
  if (known !== undefined) return known;
  let size = AROUND;
  for (const [key, part] of Object.entries(value)) size += AROUND + key.length + sizeOf(part);
  counted.set(value, size);
  return size;
}

/** Returns the record in at most `max` bytes, as far as shorter lists achieve that. Removed entries are counted. */
export function shortenRecord(record: PageRecord, max: number): PageRecord {
  let excess = sizeOf(record) - max;
  let count = 0;
  for (const entry of inOrderOfLeaving(record.mixed)) {
    if (excess <= 0) break;
    excess -= sizeOf(entry);
    count += 1;
  }
  return { ...record, mixed: makeRoom(record.mixed, count), mixedDropped: record.mixedDropped + count };
}
