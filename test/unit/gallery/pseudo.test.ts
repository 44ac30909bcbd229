// The pseudo-language of the gallery: it is long and accented, and protected parts do not change.
import { expect, it } from 'vitest';
import { createWords } from '../../../lib/words/words.ts';
import { PSEUDO, pseudoMessages, pseudoText } from '../../gallery/pseudo.ts';
import { messagesOf } from '../../fixtures/built-messages.ts';

it('accents and lengthens letters, and keeps commands, placeholders, dollar signs and addresses', () => {
  expect(pseudoText('Copy link')).toBe('⟦Çôôpýý ļîîñķ⟧');
  expect(pseudoText('$1 of `nginx -s reload`, $$ https://a.example')).toBe(
    '⟦$1 ôôf `nginx -s reload`, $$ https://a.example⟧',
  );
});

it('is at least 30 % longer than English, over all texts', () => {
  const english = messagesOf('en');
  const length = (messages: typeof english): number =>
    Object.values(messages).reduce((sum, { message }) => sum + message.length, 0);
  expect(length(pseudoMessages(english)) / length(english)).toBeGreaterThan(1.3);
});

it('can be used to create words', () => {
  const words = createWords(pseudoMessages(messagesOf('en')), PSEUDO, 'UTC');
  expect(words.text('row_hsts', '1 year')).toBe('⟦ĤŠTŠ 1 year⟧');
  expect(words.date(Date.UTC(2026, 9, 20))).toBe('Oct 20, 2026');
});
