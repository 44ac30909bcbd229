// Converts sources of words to the messages of one language. Pure: used by the build, the tests and the gallery.
import type { Messages } from '../../lib/words/words.ts';

/** One text, or one per plural form that the language has (CLDR: `one`, `few`, `many`, `other`, …; `other` always). */
export type SourceText = string | Readonly<Record<string, string>>;

/** One entry of a `*.words.json`: a note for translators, and a text per language id. */
export type WordEntry = Readonly<Record<string, SourceText>>;

/** The content of a `*.words.json`, by key. */
export type WordFile = Readonly<Record<string, WordEntry>>;

const NOTE = 'note';

/** Returns all entries by key. A key may be in several files if each language is in only one. Throws on a repeated text. */
export function joinFiles(files: Readonly<Record<string, WordFile>>): WordFile {
  const all: Record<string, Record<string, SourceText>> = {};
  for (const [path, file] of Object.entries(files)) {
    for (const [key, entry] of Object.entries(file)) {
      const known = (all[key] ??= {});
      for (const [field, text] of Object.entries(entry)) {
        if (field in known) throw new Error(`${path}: ${key} has ${field} in another file already.`);
        known[field] = text;
      }
    }
  }
  return all;
}

/**
 * The messages of a language, sorted by key. A key with plural forms becomes one message a form: `x` with `one` and `other` → `x_one`, `x_other`.
 * A plain text where English counts is the same for every number: `x_other`.
 */
export function toMessages(entries: WordFile, language: string): Messages {
  const messages = Object.entries(entries).flatMap(([key, entry]) => {
    const text = entry[language];
    if (text === undefined) return [];
    const isCounted = typeof entry['en'] === 'object';
    if (typeof text === 'string') return [[isCounted ? `${key}_other` : key, text] as const];
    return Object.entries(text).map(([form, message]) => [`${key}_${form}`, message] as const);
  });
  return Object.fromEntries(
    messages.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, message]) => [key, { message }]),
  );
}

/** Returns the faults of the entries, one sentence each, for languages that all entries must have; empty: none. */
export function faultsOf(entries: WordFile, languages: readonly string[]): readonly string[] {
  return Object.entries(entries).flatMap(([key, entry]) => [
    ...(/^[a-z][a-z0-9_]*$/.test(key) ? [] : [`${key}: a key is small letters, digits and underscores`]),
    ...[NOTE, ...languages].filter((field) => !hasText(entry[field])).map((field) => `${key}: no ${field}`),
    ...Object.keys(entry)
      .filter((field) => field !== NOTE && !languages.includes(field))
      .map((field) => `${key}: ${field} is no language`),
    ...languages.flatMap((language) =>
      formFaults(entry, language).map((fault) => `${key}, ${language}: ${fault}`),
    ),
  ]);
}

function hasText(text: SourceText | undefined): boolean {
  if (text === undefined) return false;
  return typeof text === 'string'
    ? text.trim() !== ''
    : Object.values(text).every((form) => form.trim() !== '');
}

function formFaults(entry: WordEntry, language: string): readonly string[] {
  const text = entry[language];
  if (typeof text !== 'object') return [];
  const known = new Intl.PluralRules(language.replace('_', '-')).resolvedOptions().pluralCategories;
  return [
    ...(typeof entry['en'] === 'object' ? [] : ['has plural forms where English has none']),
    ...('other' in text ? [] : ['has no form `other`']),
    ...Object.keys(text)
      .filter((form) => !known.some((each) => each === form))
      .map((form) => `has a form \`${form}\`, which the language does not have`),
  ];
}
