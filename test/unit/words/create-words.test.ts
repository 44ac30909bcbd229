// The substitution, plurals and formats of both languages.
import { describe, expect, it } from 'vitest';
import { findingKey, findingSummaryKey, keyFor } from '../../../lib/words/word-keys.ts';
import { languageOf } from '../../../lib/text/language.ts';
import { createWords } from '../../../lib/words/words.ts';
import { wordsIn } from '../../fixtures/built-messages.ts';

const english = wordsIn('en');
const chinese = wordsIn('zh_CN');
const TIME = Date.UTC(2026, 9, 20, 14, 5);

describe('createWords', () => {
  it('substitutes parameters', () => {
    expect(english.text('connection_hop_status', '301')).toBe('answered 301');
    expect(
      createWords({ row_hsts: { message: '$2-$1-$2 $$1' } }, languageOf('en')).text('row_hsts', 'a', 'b'),
    ).toBe('b-a-b $1');
  });

  it('leaves a place without a parameter empty', () => expect(english.text('row_hsts')).toBe('HSTS '));

  it('does not substitute places inside parameters', () => {
    expect(english.text('row_hsts', '$1 $$ $&')).toBe('HSTS $1 $$ $&');
  });

  it('shows parameters as hostile text', () => {
    expect(english.text('row_hsts', 'a\u202Eb')).toBe('HSTS a⟨U+202E⟩b');
    expect(english.text('row_hsts', 'a'.repeat(9999)).length).toBeLessThan(400);
  });

  it('separates parameters from its own words', () => {
    expect(english.parts('row_hsts', '1 year')).toEqual([
      { text: 'HSTS ', isParam: false },
      { text: '1 year', isParam: true },
    ]);
  });

  it('returns a key that has no words', () => {
    expect(createWords({}, languageOf('en')).text('row_hsts', 'x')).toBe('row_hsts');
  });

  it('selects the plural form of the language', () => {
    expect([0, 1, 2, 1234].map((n) => english.count('row_sensitive_fields', n))).toEqual([
      '0 fields for sensitive data',
      '1 field for sensitive data',
      '2 fields for sensitive data',
      '1,234 fields for sensitive data',
    ]);
    expect(chinese.count('row_blocked', 1)).toBe('1 项被拦截');
  });

  it('counts with the other form where a language has only that one', () => {
    expect(
      createWords({ row_blocked_other: { message: '$1!' } }, languageOf('en')).count('row_blocked', 1),
    ).toBe('1!');
  });

  it('writes numbers, dates and lists', () => {
    expect(english.number(12_345)).toBe('12,345');
    expect(english.date(TIME)).toBe('Oct 20, 2026');
    expect(english.dateTime(TIME)).toBe('Oct 20, 2026, 2:05 PM');
    expect(chinese.dateTime(TIME)).toBe('2026年10月20日 14:05');
    expect(english.list(['a', 'b', 'c'])).toBe('a, b, c');
    expect(chinese.list(['甲', '乙', '丙'])).toBe('甲、乙、丙');
  });

  it.each([
    [0, '0 seconds', '0 秒钟'],
    [59, '59 seconds', '59 秒钟'],
    [3600, '1 hour', '1 小时'],
    [86_400 * 30, '30 days', '30 天'],
    [31_536_000, '1 year', '1 年'],
    [63_072_000, '2 years', '2 年'],
    [47_304_000, '1.5 years', '1.5 年'],
  ])('writes %d seconds in their largest unit', (seconds, inEnglish, inChinese) => {
    expect(english.duration(seconds)).toBe(inEnglish);
    expect(chinese.duration(seconds)).toBe(inChinese);
  });

  it('writes money with decimals only if it has any', () => {
    expect([35_000, 170_050, 5].map(english.money)).toEqual(['CN¥350', 'CN¥1,700.50', 'CN¥0.05']);
    expect([35_000, 170_050, 5].map(chinese.money)).toEqual(['¥350', '¥1,700.50', '¥0.05']);
  });

  it('puts a date into a sentence without tokens', () => {
    expect(english.text('row_hsts', english.dateTime(TIME))).toBe('HSTS Oct 20, 2026, 2:05 PM');
  });
});

describe('keys', () => {
  it('turns ids into keys', () => {
    expect(keyFor('mixed_kind', 'event-source')).toBe('mixed_kind_event_source');
    expect(findingKey('mixed-content-blocked', 'owner')).toBe('finding_mixed_content_blocked_owner');
    expect(findingSummaryKey('http-page')).toBe('finding_http_page_summary');
    expect(keyFor('evidence', 'one-time-code-field')).toBe('evidence_one_time_code_field');
  });
});
