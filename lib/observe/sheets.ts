// Which unencrypted addresses the page's style sheets name. A sheet names more than it loads (rules that match nothing, other media), so these are
// only candidates: the browser's list of loads tells which of them were loaded.
import { insecureAddress } from '../address/address.ts';

/**
 * What may hold an address: strings, and `url(…)` without quotes. Browsers write rules and declarations with every address in double quotes, without
 * comments and with few escapes (CSSOM, 2.1); only custom properties keep what the page wrote, with its comments and escapes.
 */
const TOKEN = /\/\*[^]*?\*\/|(["'])((?:(?!\1)[^\\]|\\[^])*)\1|url\(((?:[^"'()\\]|\\[^])+)/gi;
/** Rules read in one tree: a page without end must not be read without end. */
export const MAX_RULES = 100_000;

/** A sheet of a document or shadow root, and where it comes from. */
export interface NamedAddress {
  readonly url: string;
  /** The sheet's own address, or that of the document for one inside it. */
  readonly sheet: string;
  /** `@font-face` or `@import`, else `style`. */
  readonly what: string;
}

/** The insecure addresses in one text of CSS, as the browser writes it. `base`: what relative ones are resolved against. */
export function* addressesIn(css: string, base: string): Generator<string> {
  // Most texts can name no insecure address at all, and reading tokens costs more than all the rest.
  if (base.startsWith('https:') && !/h\s*t\s*t\s*p\s*:|\\/i.test(css)) return;
  for (const [, , string, word = ''] of css.matchAll(TOKEN)) {
    // Also strings that name no address, such as a `content`: the browser's list of loads tells what was loaded.
    const url = insecureAddress(unescaped(string ?? word), base);
    if (url) yield url;
  }
}

/** CSS Syntax 3, 4.3.7: a character by its number or as itself; a line break joins two lines of a string. */
function unescaped(text: string): string {
  return text.replace(/\\(?:([\da-f]{1,6})\s?|\n|([^]))/gi, (_, code = '', character = '') =>
    code ? String.fromCharCode(parseInt(code, 16)) : character,
  );
}

/**
 * Walks the sheets of a document or shadow root, and what they import, but for those among `seen`; rule by rule, so that whoever asks can pause.
 * `undefined`: a rule without any; `null`: there are more rules than are read. Relative addresses are resolved against the sheet's own address, or
 * `base`, the document's, for one inside it.
 */
export function* readSheets(
  root: Document | ShadowRoot,
  documentUrl: string,
  base: string,
  seen: Set<CSSStyleSheet>,
): Generator<NamedAddress | null | undefined> {
  let left = MAX_RULES;
  // Firefox keeps the adopted ones from extensions.
  const adopted = root.adoptedStyleSheets as readonly CSSStyleSheet[] | undefined;
  const sheets = [...root.styleSheets, ...(adopted ?? [])];
  function* read(rules: Iterable<CSSRule>, href: string | null): Generator<NamedAddress | undefined> {
    for (const rule of rules) {
      if ((left -= 1) < 0) return;
      yield undefined;
      const { cssRules, style, styleSheet } = rule as AnyRule;
      // Read after the others, and not by recursion: a page may have imports of any depth.
      if (styleSheet) sheets.push(styleSheet);
      // A layer may hold the whole sheet: its text would be made in one step. Other rules have none, or no style.
      const isGroup = cssRules !== undefined && cssRules.length > 0;
      const text = (isGroup ? style?.cssText : rule.cssText) ?? '';
      const what = /^@(font-face|import)/.exec(text)?.[0] ?? 'style';
      for (const url of addressesIn(text, href ?? base)) yield { url, sheet: href ?? documentUrl, what };
      if (isGroup) yield* read(cssRules, href);
    }
  }
  for (const sheet of sheets) {
    if (seen.has(sheet)) continue;
    seen.add(sheet);
    yield* read(rulesOf(sheet), sheet.href);
  }
  if (left < 0) yield null;
}

type AnyRule = CSSRule &
  Partial<Pick<CSSStyleRule, 'cssRules' | 'style'>> &
  Partial<Pick<CSSImportRule, 'styleSheet'>>;

/** A sheet of another site that does not share it cannot be read, and one that is still loading has no rules. */
function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}
