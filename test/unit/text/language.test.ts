// The table of languages: what every row must be, and which row a browser's language finds.
import { describe, expect, it } from 'vitest';
import {
  isLanguage,
  LANGUAGE_IDS,
  languageOf,
  LANGUAGES,
  nearestLanguage,
} from '../../../lib/text/language.ts';

describe('the table of languages', () => {
  it('begins with English, the language of the sources', () => {
    expect(LANGUAGES[0].id).toBe('en');
  });

  it.each(LANGUAGES)('has a folder name and a tag for $id that browsers know', ({ id, tag }) => {
    expect(id).toBe(tag.replace('-', '_'));
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(Intl.PluralRules.supportedLocalesOf(tag)).toEqual([tag]);
  });

  it('finds each row by its id', () => {
    expect(LANGUAGE_IDS.map((id) => languageOf(id).id)).toEqual(LANGUAGES.map(({ id }) => id));
    expect(isLanguage('zh_CN')).toBe(true);
    expect(isLanguage('zh-CN')).toBe(false);
  });

  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['zh-CN', 'zh_CN'],
    ['ZH-cn', 'zh_CN'],
    ['zh-TW', 'zh_CN'],
    ['zh', 'zh_CN'],
    ['zha', 'en'],
    ['tlh', 'en'],
    ['', 'en'],
  ])('takes %j for %s', (tag, language) => {
    expect(nearestLanguage(tag)).toBe(language);
  });
});
