// The languages of the product, as a table: everything that depends on a language asks its row, and everything that lists languages walks the
// table. A new language is one row here and its words (docs/words.md).

/** What the code knows of a language. Plural forms, numbers, dates and lists come from Intl by `tag`. */
export interface LanguageRow {
  /** The name of its folder in `_locales`, which settings and catalogues use as well. */
  readonly id: string;
  /** BCP 47, for `lang` attributes, Intl and links. */
  readonly tag: string;
  /** Its name in itself. */
  readonly name: string;
  /** The same where there is room for a character or two. */
  readonly shortName: string;
  /** Between two sentences of one paragraph. */
  readonly sentenceSpace: string;
  /** Between the items of a list, without an "and". */
  readonly listSeparator: string;
  /** Between items that may contain that separator themselves. */
  readonly itemSeparator: string;
}

/** The first is the language of the sources, and what is shown where another language lacks a text. */
export const LANGUAGES = [
  {
    id: 'en',
    tag: 'en',
    name: 'English',
    shortName: 'EN',
    sentenceSpace: ' ',
    listSeparator: ', ',
    itemSeparator: '; ',
  },
  {
    id: 'zh_CN',
    tag: 'zh-CN',
    name: '中文（简体）',
    shortName: '中',
    sentenceSpace: '',
    listSeparator: '、',
    itemSeparator: '；',
  },
] as const satisfies readonly LanguageRow[];

export type Language = (typeof LANGUAGES)[number]['id'];

export const LANGUAGE_IDS: readonly Language[] = LANGUAGES.map(({ id }) => id);

/** The row of a language. */
export function languageOf(id: Language): LanguageRow {
  return LANGUAGES.find((row) => row.id === id) ?? LANGUAGES[0];
}

/** Whether a text is the id of a language. */
export function isLanguage(text: string): text is Language {
  return LANGUAGE_IDS.some((id) => id === text);
}

/** The language that is nearest to a BCP 47 tag such as a browser's own: the same tag, then the same primary language, then the first. */
export function nearestLanguage(tag: string): Language {
  const wanted = tag.toLowerCase();
  const row =
    LANGUAGES.find((each) => each.tag.toLowerCase() === wanted) ??
    LANGUAGES.find((each) => primaryOf(each.tag) === primaryOf(tag)) ??
    LANGUAGES[0];
  return row.id;
}

function primaryOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? tag;
}
