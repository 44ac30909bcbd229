// The words in the language that the settings ask for. Read from the packaged messages and not through `i18n.getMessage`, because that
// knows the browser's own language only.
import { createWords } from '../words/words.ts';
import type { Words } from '../words/words.ts';
import { browser } from './browser.ts';
import { readSettings } from './settings-storage.ts';

type Language = Words['language'];

const loaded = new Map<Language, Promise<Words>>();

/** The words in the chosen language, or in the browser's when none is chosen. */
export async function loadWords(): Promise<Words> {
  const { language } = await readSettings();
  return loadLanguage(language === 'auto' ? browserLanguage() : language);
}

function browserLanguage(): Language {
  return /^zh\b/i.test(browser.i18n.getUILanguage()) ? 'zh_CN' : 'en';
}

function loadLanguage(language: Language): Promise<Words> {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const words = fetchMessages(language);
  loaded.set(language, words);
  // A failed read is tried again next time.
  words.catch(() => loaded.delete(language));
  return words;
}

async function fetchMessages(language: Language): Promise<Words> {
  const response = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`));
  // The package's own file, whose shape a test holds.
  return createWords((await response.json()) as Parameters<typeof createWords>[0], language);
}
