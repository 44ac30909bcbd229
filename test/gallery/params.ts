// The parameters in a gallery page's address: `?state=<name>&lang=<id of a language>&theme=light|dark&voice=visitor|owner`. They are read each
// time, because tests change the address without opening the page again.
import { LANGUAGES } from '../../lib/text/language.ts';
import type { LanguageRow } from '../../lib/text/language.ts';
import { createWords } from '../../lib/words/words.ts';
import type { Words } from '../../lib/words/words.ts';
import { joinFiles, toMessages } from '../../scripts/words/messages.ts';
import type { WordFile } from '../../scripts/words/messages.ts';
import { PSEUDO, pseudoMessages } from './pseudo.ts';

/** The product's languages and a pseudo-language, which shows the effect of longer texts. */
export const GALLERY_LANGUAGES: readonly LanguageRow[] = [...LANGUAGES, PSEUDO];

/** The source files, so that a changed word is shown at once. */
const ENTRIES = joinFiles(
  import.meta.glob<WordFile>('../../{lib,components}/**/*.words.json', { eager: true, import: 'default' }),
);

export function readParam(name: string): string | null {
  return new URLSearchParams(location.search).get(name);
}

/** The words of a language by its id, in the same time zone on every machine. */
export function galleryWords(id: string = readLanguage()): Words {
  const row = GALLERY_LANGUAGES.find((each) => each.id === id) ?? LANGUAGES[0];
  const messages = row === PSEUDO ? pseudoMessages(toMessages(ENTRIES, 'en')) : toMessages(ENTRIES, row.id);
  return createWords(messages, row, 'UTC');
}

/** The id of the requested language. */
export function readLanguage(): string {
  return readParam('lang') ?? LANGUAGES[0].id;
}

export function readVoice(): 'visitor' | 'owner' {
  return readParam('voice') === 'owner' ? 'owner' : 'visitor';
}

/** The requested fixture; throws on an unknown name, which is a mistake in a test. */
export function readFixture<Fixture>(fixtures: Readonly<Record<string, Fixture>>): Fixture {
  const name = readParam('state') ?? '';
  const fixture = fixtures[name];
  if (fixture === undefined) throw new Error(`No such state: ${name}`);
  return fixture;
}
