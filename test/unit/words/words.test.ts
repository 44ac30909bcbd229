// Checks the words of both languages against each other, the catalogue of findings, docs/findings.md and the format that browsers accept: a message
// that a browser rejects makes the whole extension fail to load.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { FINDINGS } from '../../../lib/verdict/finding-list.ts';
import { EVIDENCE_SOURCES } from '../../../lib/verdict/terms.ts';
import type { PageHost } from '../../../lib/verdict/site-hosts.ts';
import type { CoverageReason } from '../../../lib/certificate/judge/coverage.ts';
import type { UseState } from '../../../lib/readiness/check.ts';
import type { RuleId } from '../../../lib/readiness/platform-rules.ts';
import type { ComposedKey, KeyFamily, RepeatedIds, SourceKey } from '../../../lib/words/word-keys.ts';
import type { Messages } from '../../../lib/words/words.ts';
import { LANGUAGE_IDS } from '../../../lib/text/language.ts';
import { faultsOf, joinFiles, toMessages } from '../../../scripts/words/messages.ts';
import { readWords, renderWordList, WORD_LIST } from '../../../scripts/words/write-words.ts';
import { messagesOf, wordsIn } from '../../fixtures/built-messages.ts';

type Catalogue = Messages;

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

const entries = readWords();
const en = messagesOf('en');
const zh = messagesOf('zh_CN');
const languages = [
  ['en', en],
  ['zh_CN', zh],
] as const;
/** The keys that every language has: plural forms that only English has are left out. */
const keys = Object.keys(zh);

const messageOf = (catalogue: Catalogue, key: string): string => catalogue[key]?.message ?? '';
const placesOf = (message: string): readonly string[] =>
  [...new Set(message.replaceAll('$$', '').match(/\$\d/g) ?? [])].sort();
/** The text that a user reads: `$$` is one dollar sign. */
const shown = (message: string): string => message.replaceAll('$$', '$');
/** The keys whose messages fail a check, with the message, so that a failure shows what to fix. */
const rejected = (
  catalogue: Catalogue,
  isBad: (message: string, key: string) => boolean,
): readonly string[] =>
  Object.entries(catalogue)
    .filter(([key, { message }]) => isBad(message, key))
    .map(([key, { message }]) => `${key}: ${message}`);
const commands = (message: string): readonly string[] => (message.match(/`[^`]*`/g) ?? []).sort();
const sentences = (message: string, end: RegExp): number =>
  message.replaceAll(/`[^`]*`/g, 'x').match(end)?.length ?? 0;

const snake = (id: string): string => id.replaceAll('-', '_');
const FINDING_PARTS = ['title', 'summary', 'visitor', 'owner', 'more'] as const;

describe('the sources', () => {
  it('have a note, every language and the plural forms of each', () => {
    expect(faultsOf(entries, LANGUAGE_IDS)).toEqual([]);
  });

  it('are all known to the compiler: `npm run words` writes the list', async () => {
    expect(readFileSync(WORD_LIST, 'utf8')).toBe(await renderWordList());
  });

  it.each([
    ['a text is missing', { key: { note: 'n', en: 'x' } }, 'key: no zh_CN'],
    ['a note is missing', { key: { en: 'x', zh_CN: 'x' } }, 'key: no note'],
    ['a text is empty', { key: { note: 'n', en: ' ', zh_CN: 'x' } }, 'key: no en'],
    ['a language is unknown', { key: { note: 'n', en: 'x', zh_CN: 'x', fr: 'x' } }, 'key: fr is no language'],
    [
      'a key is none',
      { 'a-key': { note: 'n', en: 'x', zh_CN: 'x' } },
      'a-key: a key is small letters, digits and underscores',
    ],
    [
      'a form is missing',
      { key: { note: 'n', en: { one: 'x' }, zh_CN: 'x' } },
      'key, en: has no form `other`',
    ],
    [
      'a form is not in the language',
      { key: { note: 'n', en: { other: 'x' }, zh_CN: { one: 'x', other: 'x' } } },
      'key, zh_CN: has a form `one`, which the language does not have',
    ],
    [
      'only a translation counts',
      { key: { note: 'n', en: 'x', zh_CN: { other: 'x' } } },
      'key, zh_CN: has plural forms where English has none',
    ],
  ])('are refused where %s', (_what, bad, fault) => {
    expect(faultsOf(bad, ['en', 'zh_CN'])).toEqual([fault]);
  });

  it('may keep a language in a file of its own, but each text once', () => {
    const files = { a: { key: { note: 'n', en: 'x' } }, b: { key: { zh_CN: '甲' } } };
    expect(toMessages(joinFiles(files), 'zh_CN')).toEqual({ key: { message: '甲' } });
    expect(() => joinFiles({ ...files, c: { key: { en: 'y' } } })).toThrow(
      'c: key has en in another file already.',
    );
  });

  it('give a message a plural form', () => {
    const counted = { key: { note: 'n', en: { one: '1', other: '2' }, zh_CN: '甲' } };
    expect(toMessages(counted, 'en')).toEqual({ key_one: { message: '1' }, key_other: { message: '2' } });
    expect(toMessages(counted, 'zh_CN')).toEqual({ key_other: { message: '甲' } });
  });
});

describe.each(languages)('words in %s', (_language, catalogue) => {
  it('uses no dollar sign but $1 to $9 and $$', () => {
    expect(rejected(catalogue, (message) => /\$/.test(message.replaceAll(/\$\$|\$[1-9]/g, '')))).toEqual([]);
  });

  // Browsers look for $name$ before $$: Chromium then refuses to load the extension, Firefox drops the words.
  it('has nothing that browsers mistake for a named placeholder', () => {
    expect(rejected(catalogue, (message) => /\$[A-Za-z0-9_@]+\$/.test(message))).toEqual([]);
  });

  it('numbers its places from 1 without a gap', () => {
    expect(
      rejected(catalogue, (message) => placesOf(message).some((place, index) => place !== `$${index + 1}`)),
    ).toEqual([]);
  });

  it('pairs its backticks', () => {
    expect(rejected(catalogue, (message) => message.split('`').length % 2 === 0)).toEqual([]);
  });
});

it('has the same places in both languages', () => {
  for (const key of keys) {
    expect([key, placesOf(messageOf(zh, key))]).toEqual([key, placesOf(messageOf(en, key))]);
  }
});

it('has the same commands in both languages', () => {
  for (const key of keys) {
    expect([key, commands(messageOf(zh, key))]).toEqual([key, commands(messageOf(en, key))]);
  }
});

describe('tone', () => {
  // The one text that explains the browsers' former lock icon.
  const EXPLAINS_THE_LOCK = 'explain_address_bar_text';

  it('has no lock, no "safe" and no exclamation mark in English', () => {
    const forbidden = /\b(?:pad)?lock(?:s|ed)?\b|\b(?:un)?safe|!/i;
    expect(rejected(en, (message, key) => key !== EXPLAINS_THE_LOCK && forbidden.test(message))).toEqual([]);
  });

  it('has none of them in Chinese', () => {
    const forbidden = /锁|绝对|[!！]/;
    expect(rejected(zh, (message, key) => key !== EXPLAINS_THE_LOCK && forbidden.test(message))).toEqual([]);
  });

  it('sets Chinese with Chinese punctuation, and a space before and after Latin letters and numbers', () => {
    const typography =
      /\p{Script=Han}[,;:?()]|\p{Script=Han}[A-Za-z0-9`$]|(?:[A-Za-z0-9`]|\$[1-9])\p{Script=Han}/u;
    expect(rejected(zh, (message) => typography.test(message))).toEqual([]);
  });
});

describe('findings', () => {
  const ids = FINDINGS.map(({ id }) => id);

  it('have all their parts, and every text belongs to a finding', () => {
    const expected = ids.flatMap((id) => FINDING_PARTS.map((part) => `finding_${snake(id)}_${part}`));
    const found = Object.keys(entries).filter((key) => key.startsWith('finding_'));
    expect(found.sort()).toEqual(expected.sort());
  });

  it.each([
    ['en', en, { title: 60, summary: 140, text: 320 }],
    ['zh_CN', zh, { title: 24, summary: 60, text: 240 }],
  ] as const)('fit where they are shown: %s', (_language, catalogue, limit) => {
    const limitOf = (key: string): number => {
      if (key.endsWith('_title')) return limit.title;
      if (/_summary_(?:one|other)$/.test(key)) return limit.summary;
      return /_(?:visitor|owner)$/.test(key) ? limit.text : Infinity;
    };
    const tooLong = rejected(
      catalogue,
      (message, key) => key.startsWith('finding_') && shown(message).length > limitOf(key),
    );
    expect(tooLong).toEqual([]);
  });

  it('have two to four sentences of explanation', () => {
    for (const key of keys.filter((name) => /^finding_.*_more$/.test(name))) {
      for (const count of [
        sentences(messageOf(en, key), /[.?](?=\s|$)/g),
        sentences(messageOf(zh, key), /[。？]/g),
      ]) {
        expect([key, count >= 2 && count <= 4]).toEqual([key, true]);
      }
    }
  });

  it('state to visitors in one sentence that advice needs no action of theirs', () => {
    const advice = FINDINGS.filter(({ severity }) => severity === 'advice');
    expect(advice.length).toBeGreaterThan(0);
    for (const { id } of advice) {
      const key = `finding_${snake(id)}_visitor`;
      expect(messageOf(en, key)).toMatch(/^You need do nothing: [^.]+\.$/);
      expect(messageOf(zh, key)).toMatch(/^你无需采取措施：[^。]+。$/);
    }
  });

  it('show a dollar sign in a command as the user types it', () => {
    const owner = wordsIn('en').text('finding_http_page_owner');
    expect(owner).toContain('`return 301 https://www.example.com$request_uri;`');
  });
});

it('has a sentence for every source of evidence, and no other', () => {
  const expected = EVIDENCE_SOURCES.map((source) => `evidence_${snake(source)}`);
  expect(keys.filter((key) => key.startsWith('evidence_')).sort()).toEqual(expected.sort());
});

it('keeps to the limits of the stores', () => {
  for (const [, catalogue] of languages) {
    expect(messageOf(catalogue, 'extension_name').length).toBeLessThanOrEqual(45);
    expect(messageOf(catalogue, 'extension_short_name').length).toBeLessThanOrEqual(12);
    expect(messageOf(catalogue, 'extension_description').length).toBeLessThanOrEqual(132);
  }
});

describe('docs/findings.md', () => {
  const [intro = ''] = read('docs/findings.md').split(/^## /m);

  it('explains every fact that a finding needs', () => {
    for (const fact of new Set(FINDINGS.flatMap(({ needs }) => needs)))
      expect(intro).toContain(`- \`${fact}\`: `);
  });
});

describe('the keys', () => {
  const source = ['lib', 'components', 'entrypoints'].map(readSources).join('') + read('wxt.config.ts');
  /** The families that code makes keys of. */
  const families = [
    ...new Set(Array.from(source.matchAll(/keyFor\(\s*'([a-z_]+)'/g), ([, name = '']) => name)),
  ];
  const isComposed = (key: string): boolean =>
    key.startsWith('finding_') || families.some((name) => key.startsWith(`${name}_`));
  const isNamed = (key: string): boolean =>
    [`'${key}'`, `"${key}"`, `__MSG_${key}__`].some((name) => source.includes(name));

  it('are each named in code, as a literal or through their family', () => {
    expect(Object.keys(entries).filter((key) => !isComposed(key) && !isNamed(key))).toEqual([]);
    expect(families.length).toBeGreaterThan(50);
  });

  // Both are proven by the compiler: `npm run types` fails.
  it('of a family are those of its ids, all and no others', () => {
    expectTypeOf<Exclude<ComposedKey, SourceKey>>().toBeNever();
    expectTypeOf<
      Exclude<Extract<SourceKey, `${KeyFamily | 'finding'}_${string}`>, ComposedKey>
    >().toBeNever();
  });

  it('repeat the ids of other modules as they are', () => {
    expectTypeOf<RepeatedIds['coverageReason']>().toEqualTypeOf<CoverageReason>();
    expectTypeOf<RepeatedIds['coverageRole']>().toEqualTypeOf<PageHost['role']>();
    expectTypeOf<RepeatedIds['readinessRule']>().toEqualTypeOf<RuleId>();
    expectTypeOf<RepeatedIds['readinessState']>().toEqualTypeOf<UseState>();
  });

  it('are made nowhere but in one file', () => {
    const made = source.match(/words\.(?:text|parts|count)\(\s*`[^`]*`/g) ?? [];
    expect(made).toEqual(['words.text(\n    `${findingSummaryKey(id)}_other`']);
  });
});

/** Every script of a folder as one text. */
function readSources(folder: string): string {
  return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => read(`${folder}/${file}`))
    .join('\n');
}
