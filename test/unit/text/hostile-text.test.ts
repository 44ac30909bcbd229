// A page's text must arrive as text: nothing unseen, nothing that turns its neighbours around, nothing endless.
import { assert, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_HOSTILE, showHostile } from '../../../lib/text/hostile-text.ts';

describe('showHostile', () => {
  it.each([
    ['an ordinary address', 'https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['letters of other scripts', 'https://例子.公司.cn/путь', 'https://例子.公司.cn/путь'],
    ['markup', '<b>&amp;"</b>', '<b>&amp;"</b>'],
    ['an override of direction', 'a\u202Egnp.exe', 'a⟨U+202E⟩gnp.exe'],
    ['isolates and marks', '\u2066\u2069\u200F\u061C', '⟨U+2066⟩⟨U+2069⟩⟨U+200F⟩⟨U+061C⟩'],
    [
      'controls and line breaks',
      '\u0000\n\r\t\u001B\u0085',
      '⟨U+0000⟩⟨U+000A⟩⟨U+000D⟩⟨U+0009⟩⟨U+001B⟩⟨U+0085⟩',
    ],
    ['line and paragraph separators', '\u2028\u2029', '⟨U+2028⟩⟨U+2029⟩'],
    ['spaces of no or other width', '\u200B\u00A0\u3000\uFEFF', '⟨U+200B⟩⟨U+00A0⟩⟨U+3000⟩⟨U+FEFF⟩'],
    ['letters that are drawn as nothing', '\u3164\u115F\u2800', '⟨U+3164⟩⟨U+115F⟩⟨U+2800⟩'],
    ['tags outside the basic plane', '\u{E0041}', '⟨U+E0041⟩'],
    ['private use, where a font may draw a mark of trust', '\uE000', '⟨U+E000⟩'],
    ['half a surrogate pair', 'a\uD800b', 'a⟨U+D800⟩b'],
    ['an emoji', '🙂', '🙂'],
  ])('shows %s', (_name, text, shown) => expect(showHostile(text)).toBe(shown));

  it('shortens a stack of combining marks', () => {
    const shown = showHostile(`e${'\u0301'.repeat(100)}x`);
    expect(shown).toBe('e\u0301\u0301\u0301…x');
  });

  it('keeps the beginning and the end of what is too long', () => {
    const shown = showHostile(`https://example.com/${'a'.repeat(70_000)}/end.js`, 40);
    expect(shown).toMatch(/^https:\/\/example\.com\/a+…a*\/end\.js$/);
    expect(shown).toHaveLength(40);
  });

  it('shows no halves of a surrogate pair that it cut', () => {
    const shown = showHostile('🙂'.repeat(200), 10);
    expect(shown).toMatch(/^🙂+…🙂+$/u);
  });

  it('shows no invisible character, and no more than one token for each', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 2000 }), integer({ min: 10, max: 500 }), (text, max) => {
        const shown = showHostile(text, max);
        expect(shown).not.toMatch(/(?! )[\p{C}\p{Z}]/u);
        expect(shown.length).toBeLessThanOrEqual(max * '⟨U+FFFF⟩'.length);
      }),
    );
  });

  it('is bounded by default', () => {
    expect(showHostile('a'.repeat(65_536))).toHaveLength(MAX_HOSTILE);
  });
});
