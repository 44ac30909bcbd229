// Formats words, numbers and dates in one language. Substitution is as in the browsers' i18n (`$1` … `$9`), but the language can be chosen, and every
// parameter is shown as hostile text.
//
//   const words = createWords(messages, languageOf('en'));
//   words.count('row_blocked', 3); // "3 blocked"
import { showHostile } from '../text/hostile-text.ts';
import type { LanguageRow } from '../text/language.ts';
import type { CountKey, WordKey } from './word-keys.ts';

/** The shape of `_locales/<language>/messages.json`. */
export type Messages = Readonly<Record<string, { readonly message: string }>>;

/** A part of a sentence: its own text, or a parameter. */
export interface WordPart {
  readonly text: string;
  readonly isParam: boolean;
}

export type Param = string | number;

export interface Words {
  readonly language: LanguageRow;
  /** BCP 47, for `lang` attributes and Intl. */
  readonly locale: string;
  /** A text with its parameters substituted. A key without words is returned as it is; a test prevents that. */
  readonly text: (key: WordKey, ...params: readonly Param[]) => string;
  /** The same in parts, so that a view can set parameters apart. */
  readonly parts: (key: WordKey, ...params: readonly Param[]) => readonly WordPart[];
  /** The plural form for `n`; `$1` is the formatted number, `$2` the first of `params`. */
  readonly count: (key: CountKey, n: number, ...params: readonly Param[]) => string;
  readonly number: (n: number) => string;
  /** A point in time, ms since epoch, to the day. */
  readonly date: (ms: number) => string;
  /** A day of the calendar that has no time zone, `2026-11-30`. */
  readonly day: (day: string) => string;
  /** A point in time, ms since epoch, to the minute. */
  readonly dateTime: (ms: number) => string;
  /** The time of day of a point in time, ms since epoch, to the minute. */
  readonly time: (ms: number) => string;
  /** The number of midnights between two points in time, ms since epoch: 0 is the same day, 1 the next. */
  readonly daysBetween: (from: number, to: number) => number;
  /** A duration in seconds, in its largest suitable unit: "1 year", "30 days". */
  readonly duration: (seconds: number) => string;
  /** An amount in integer fen: "CN¥350", with decimals only if it has any. */
  readonly money: (fen: number) => string;
  /** A list without an "and": "a, b, c". */
  readonly list: (items: readonly string[]) => string;
}

/** ms */
const DAY = 86_400_000;

const UNITS = [
  { unit: 'year', seconds: 31_536_000 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** Creates the words of one language. `timeZone`: IANA name, by default the browser's own. */
export function createWords(messages: Messages, language: LanguageRow, timeZone?: string): Words {
  const locale = language.tag;
  const plural = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'CNY',
    trailingZeroDisplay: 'stripIfInteger',
  });

  const parts = (key: string, params: readonly Param[]): readonly WordPart[] =>
    substitute(
      messages[key]?.message ?? key,
      params.map((param) => (typeof param === 'number' ? numbers.format(param) : showHostile(param))),
    );
  const text = (key: string, params: readonly Param[]): string =>
    parts(key, params)
      .map((part) => part.text)
      .join('');
  const format = (ms: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, timeZone === undefined ? options : { ...options, timeZone })
      .format(ms)
      // Intl puts a narrow no-break space before "PM", which would be shown as a hostile character inside a sentence.
      .replaceAll('\u202F', ' ');

  const dayNumber = (ms: number): number =>
    Date.parse(
      new Intl.DateTimeFormat('en-CA', {
        dateStyle: 'short',
        ...(timeZone === undefined ? {} : { timeZone }),
      })
        .format(ms)
        .slice(0, 10),
    ) / DAY;

  return {
    language,
    locale,
    text: (key, ...params) => text(key, params),
    parts: (key, ...params) => parts(key, params),
    count: (key, n, ...params) => {
      const form = `${key}_${plural.select(n)}`;
      return text(form in messages ? form : `${key}_other`, [n, ...params]);
    },
    number: (n) => numbers.format(n),
    date: (ms) => format(ms, { dateStyle: 'medium' }),
    day: (day) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
        Date.parse(`${day}T00:00:00Z`),
      ),
    dateTime: (ms) => format(ms, { dateStyle: 'medium', timeStyle: 'short' }),
    time: (ms) => format(ms, { timeStyle: 'short' }),
    daysBetween: (from, to) => Math.round(dayNumber(to) - dayNumber(from)),
    duration: (seconds) => writeDuration(locale, seconds),
    money: (fen) => money.format(fen / 100),
    list: (items) => items.join(language.listSeparator),
  };
}

function writeDuration(locale: string, seconds: number): string {
  const { unit, size } = unitOf(seconds);
  return (
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'long',
      maximumFractionDigits: unit === 'year' ? 1 : 0,
    })
      .format(seconds / size)
      // Chinese typography sets a space between a number and the character after it; Intl does not.
      .replace(/(\d)(?=\p{Script=Han})/u, '$1 ')
  );
}

function unitOf(seconds: number): { readonly unit: string; readonly size: number } {
  const fitting = UNITS.find((entry) => seconds >= entry.seconds);
  return fitting === undefined ? { unit: 'second', size: 1 } : { unit: fitting.unit, size: fitting.seconds };
}

/** Substitutes `$1` … `$9` and the dollar sign `$$`; a place without a parameter becomes empty, as in browsers. */
function substitute(message: string, params: readonly string[]): readonly WordPart[] {
  return message
    .split(/(\$[1-9$])/)
    .map((piece, index) => {
      if (index % 2 === 0) return { text: piece, isParam: false };
      if (piece === '$$') return { text: '$', isParam: false };
      return { text: params[Number(piece.slice(1)) - 1] ?? '', isParam: true };
    })
    .filter((part) => part.text !== '');
}
