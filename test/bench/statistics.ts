// Statistics that summarise many measurements.

/** The median; NaN without numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = sort(numbers);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] = [sorted[middle - 1] ?? sorted[middle], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** The interquartile range, as text. */
export function spread(numbers: readonly number[], digits: number): string {
  const sorted = sort(numbers);
  const at = (share: number): string =>
    (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(digits);
  return `${at(0.25)}–${at(0.75)}`;
}

/**
 * The confidence interval of the median, at least 95 %, as text, for any distribution: by the ranks of the sign test. It applies to six or more
 * independent numbers; for fewer it is their whole range, with less confidence.
 */
export function interval(numbers: readonly number[], digits: number): string {
  const sorted = sort(numbers);
  const below = Math.max(0, Math.floor((sorted.length - 1) / 2 - 0.98 * Math.sqrt(sorted.length)));
  const at = (index: number): string => (sorted[index] ?? NaN).toFixed(digits);
  return `${at(below)}–${at(sorted.length - 1 - below)}`;
}

/** The same elements in random order (Fisher–Yates shuffle). */
export function shuffle<T>(items: readonly T[]): readonly T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(Math.floor(Math.random() * left.length), 1));
}

function sort(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((one, other) => one - other);
}
