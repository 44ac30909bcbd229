// Loads the words in the chosen language. They come from the packaged messages and not from `i18n.getMessage`, which supports the browser's own
// language only.
import { languageOf, nearestLanguage } from '../text/language.ts';
import type { Language } from '../text/language.ts';
import { createWords } from '../words/words.ts';
import type { Messages, Words } from '../words/words.ts';
import { browser } from './browser.ts';
import { readSettings } from './settings-storage.ts';

const loaded = new Map<Language, Promise<Words>>();

/** Returns the words in the chosen language, by default the browser's. */
export async function loadWords(): Promise<Words> {
  const { language } = await readSettings();
  return loadLanguage(language === 'auto' ? nearestLanguage(browser.i18n.getUILanguage()) : language);
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
  // A file of the package, whose shape is tested.
  return createWords((await response.json()) as Messages, languageOf(language));
}
