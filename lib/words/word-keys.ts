// The keys of all words, known to the compiler: a key that no source has does not build. Ids have dashes, keys have underscores.
import type { EvidenceSource } from '../verdict/verdict.ts';
import type { WordSources } from './word-sources.ts';

/** Keys whose text depends on a number, for `words.count()`: their English is an object of plural forms. */
export type CountKey = {
  [Key in keyof WordSources]: WordSources[Key]['en'] extends string ? never : Key;
}[keyof WordSources];

/** Keys of one text. `x_other` is the form of a counted `x` that every language has. */
export type WordKey = Exclude<keyof WordSources, CountKey> | `${CountKey}_other`;

type Snake<Id extends string> = Id extends `${infer Head}-${infer Tail}` ? `${Head}_${Snake<Tail>}` : Id;

/** `key('mixed_kind', 'event-source')` is `mixed_kind_event_source`, and the compiler knows it. */
export function keyFor<Prefix extends string, Id extends string>(
  prefix: Prefix,
  id: Id,
): `${Prefix}_${Snake<Id>}` {
  // The type repeats what replaceAll does; the compiler cannot see that.
  return `${prefix}_${id.replaceAll('-', '_')}` as `${Prefix}_${Snake<Id>}`;
}

export type FindingPart = 'title' | 'visitor' | 'owner' | 'more';

/** The key of a finding's text. A finding's id is any string here; a test holds the catalogue against the words. */
export function findingKey(id: string, part: FindingPart): WordKey {
  return `finding_${id.replaceAll('-', '_')}_${part}` as WordKey;
}

/** The key of a finding's sentence in the headline, for `words.count()`. */
export function findingSummaryKey(id: string): CountKey {
  // As in findingKey: held by a test, not by the compiler.
  return `finding_${id.replaceAll('-', '_')}_summary` as CountKey;
}

/** The key of the sentence for one piece of evidence. */
export function evidenceKey(source: EvidenceSource): WordKey {
  // As in findingKey: held by a test, not by the compiler.
  return `evidence_${source.replaceAll('-', '_')}` as WordKey;
}
