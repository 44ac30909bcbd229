// The name of an entry of mixed content, the same in every view and message, and its number for people.
import type { MixedEntry } from '../page/mixed-content.ts';

/** What makes an entry one: a form that posts to an address and a script from the same address are two. */
export function entryId({ url, class: mixedClass }: Pick<MixedEntry, 'url' | 'class'>): string {
  const what = mixedClass === 'form' || mixedClass === 'download' ? mixedClass : 'load';
  // A fragment and credentials are no part of what is asked for; sources that see an entry differ in them.
  return `${what} ${url.replace(/#.*$/s, '').replace(/^(\w+:\/\/)[^/@?]*@/, '$1')}`;
}

/** An entry with what people and messages call it. */
export interface NumberedEntry {
  readonly entry: MixedEntry;
  readonly id: string;
  /** From 1, in the order in which entries were first seen: sorting, filtering and what is seen later do not change it. */
  readonly number: number;
}

/** Every entry with its name and number. */
export function numberEntries(entries: readonly MixedEntry[]): readonly NumberedEntry[] {
  return entries.map((entry, index) => ({ entry, id: entryId(entry), number: index + 1 }));
}
