// Describes the parts of a page that were not checked.
import type { Gap } from '../verdict/verdict.ts';
import { keyFor } from './word-keys.ts';
import type { Words } from './words.ts';

/** One sentence for each gap, in the verdict's order. */
export function describeGaps(words: Words, gaps: readonly Gap[]): readonly string[] {
  return gaps.map(({ kind, count }) => words.count(keyFor('gap', kind), count));
}
