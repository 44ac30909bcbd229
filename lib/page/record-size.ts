// How much room a record takes in the browser's memory, as Chromium counts it for its quota: by the memory of every value, which for a record of
// many short values is far more than its text. https://developer.chrome.com/docs/extensions/reference/api/storage#property-session

/** Bytes of one value and its key, besides the text in it. */
const VALUE = 96;

/** What was counted before: a record's entries are the same objects from one change to the next. */
const counted = new WeakMap<object, number>();

/** Bytes, rather too many than too few. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return VALUE + value.length;
  if (typeof value !== 'object' || value === null) return VALUE;
  const known = counted.get(value);
  if (known !== undefined) return known;
  let size = VALUE;
  for (const part of Object.values(value)) size += sizeOf(part);
  counted.set(value, size);
  return size;
}
