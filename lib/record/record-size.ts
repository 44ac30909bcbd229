// How much room a record takes in the browser's memory: that of its text, since it is stored as one (writeRecord).

/** Bytes of the quotes and commas around a value. */
const AROUND = 4;
/** Bytes of a character that the text or its encoding writes as several: a control character as an escape of six. */
const ESCAPED = 6;
/** Bytes of a number, a truth value or null, rather too many than too few. */
const SHORT = 12;

/** What was counted before: a record's entries are the same objects from one change to the next. */
const counted = new WeakMap<object, number>();

/** Bytes, rather too many than too few. */
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
