// Plans which of the session's records are removed when they are too large together: records that no tab shows are removed, the largest first, and
// are created again with their pages; of shown records the largest are shortened, and none is removed.

/** A record in the index. */
export interface Stored {
  readonly bytes: number;
  readonly isShown: boolean;
}

export interface RoomPlan<T> {
  readonly forget: readonly T[];
  /** The records to shorten, and the bytes that each may have. */
  readonly shorten: ReadonlyMap<T, number>;
}

/** Plans how all records together fit into `budget` bytes. */
export function planRoom<T extends Stored>(records: readonly T[], budget: number): RoomPlan<T> {
  let sum = records.reduce((bytes, record) => bytes + record.bytes, 0);
  const forget: T[] = [];
  for (const record of bySize(records.filter(({ isShown }) => !isShown))) {
    if (sum <= budget) break;
    forget.push(record);
    sum -= record.bytes;
  }
  const shown = bySize(records.filter((record) => !forget.includes(record)));
  const most = sum > budget ? largestAllowed(shown, budget) : Number.POSITIVE_INFINITY;
  const large = shown.filter(({ bytes }) => bytes > most);
  return { forget, shorten: new Map(large.map((record) => [record, most])) };
}

/** Returns the size to which the largest are shortened so that all fit. */
function largestAllowed(records: readonly Stored[], budget: number): number {
  let rest = records.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const [index, { bytes }] of records.entries()) {
    // If all larger ones had the size of this one, would they fit?
    if (rest + bytes * index <= budget) return Math.floor((budget - rest) / index);
    rest -= bytes;
  }
  return Math.floor(budget / Math.max(1, records.length));
}

function bySize<T extends Stored>(records: readonly T[]): readonly T[] {
  return [...records].sort((a, b) => b.bytes - a.bytes);
}
