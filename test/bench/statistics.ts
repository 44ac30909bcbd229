// The few numbers that say what many measurements say.

/** The one in the middle; NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = sort(numbers);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] = [sorted[middle - 1] ?? sorted[middle], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** The middle half of the numbers, as text. */
export function spread(numbers: readonly number[], digits: number): string {
  const sorted = sort(numbers);
  const at = (share: number): string =>
    (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(digits);
  return `${at(0.25)}–${at(0.75)}`;
}

/**
 * What the true median lies between with at least 95 % certainty, as text, whatever the distribution: the ranks of the sign test. For six numbers or
 * more that know nothing of each other; of fewer, all there are, which is less certain.
 */
export function interval(numbers: readonly number[], digits: number): string {
  const sorted = sort(numbers);
  const below = Math.max(0, Math.floor((sorted.length - 1) / 2 - 0.98 * Math.sqrt(sorted.length)));
  const at = (index: number): string => (sorted[index] ?? NaN).toFixed(digits);
  return `${at(below)}–${at(sorted.length - 1 - below)}`;
}

/** The same in an order drawn by lot (Fisher and Yates). */
export function shuffle<T>(items: readonly T[]): readonly T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(Math.floor(Math.random() * left.length), 1));
}

function sort(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((one, other) => one - other);
}
