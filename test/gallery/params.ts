// What a gallery page's address asks for: `?state=<name>&lang=en|zh_CN&theme=light|dark&voice=visitor|owner`. Read anew each time: tests
// change the address without opening the page again.
import { createWords } from '../../lib/words/words.ts';
import type { Language, Words } from '../../lib/words/words.ts';
import { joinFiles, toMessages } from '../../scripts/words/messages.ts';
import type { WordFile } from '../../scripts/words/messages.ts';

/** The sources themselves, so that a changed word shows at once. */
const ENTRIES = joinFiles(
  import.meta.glob<WordFile>('../../{lib,components}/**/*.words.json', { eager: true, import: 'default' }),
);

export function readParam(name: string): string | null {
  return new URLSearchParams(location.search).get(name);
}

/** The words asked for, in a time zone that is the same on every machine. */
export function galleryWords(language: Language = readLanguage()): Words {
  return createWords(toMessages(ENTRIES, language), language, 'UTC');
}

export function readLanguage(): Language {
  return readParam('lang') === 'zh_CN' ? 'zh_CN' : 'en';
}

export function readVoice(): 'visitor' | 'owner' {
  return readParam('voice') === 'owner' ? 'owner' : 'visitor';
}

/** The fixture asked for; an unknown name is a mistake in a test and stops it. */
export function readFixture<Fixture>(fixtures: Readonly<Record<string, Fixture>>): Fixture {
  const name = readParam('state') ?? '';
  const fixture = fixtures[name];
  if (fixture === undefined) throw new Error(`No such state: ${name}`);
  return fixture;
}
