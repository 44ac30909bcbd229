// Finds the insecure addresses that the page's style sheets name. A sheet names more than it loads (rules without a match, other media), so these are
// only candidates: the browser's Resource Timing entries show which of them were loaded.
import { insecureAddress } from '../address/address.ts';

/**
 * Tokens that may contain an address: strings, and `url(…)` without quotes. Browsers serialise rules and declarations with every address in double
 * quotes, without comments and with few escapes (CSSOM, 2.1); only custom properties keep the page's text, with its comments and escapes.
 */
const TOKEN = /\/\*[^]*?\*\/|(["'])((?:(?!\1)[^\\]|\\[^])*)\1|url\(((?:[^"'()\\]|\\[^])+)/gi;
/** The most rules that are read in one tree: a page may have any number. */
export const MAX_RULES = 100_000;

/** An address that a sheet of a document or shadow root names. */
export interface NamedAddress {
  readonly url: string;
  /** The address of the sheet, or that of the document for a sheet inside it. */
  readonly sheet: string;
  /** `@font-face` or `@import`, else `style`. */
  readonly what: string;
}

/** The insecure addresses in one CSS text, as the browser serialises it. `base`: what relative addresses are resolved against. */
export function* addressesIn(css: string, base: string): Generator<string> {
  // Most texts cannot contain an insecure address, and tokenising costs more than all the rest.
  if (base.startsWith('https:') && !/h\s*t\s*t\s*p\s*:|\\/i.test(css)) return;
  for (const [, , string, word = ''] of css.matchAll(TOKEN)) {
    // Includes strings that are not addresses, such as a `content`: only what the browser lists was loaded.
    const url = insecureAddress(unescaped(string ?? word), base);
    if (url) yield url;
  }
}

/** CSS Syntax 3, 4.3.7: a character by its number or as itself; an escaped line break joins two lines of a string. */
function unescaped(text: string): string {
  return text.replace(/\\(?:([\da-f]{1,6})\s?|\n|([^]))/gi, (_, code = '', character = '') =>
    code ? String.fromCharCode(parseInt(code, 16)) : character,
  );
}

/**
 * Walks the sheets of a document or shadow root and their imports, except those in `seen`; rule by rule, so that the caller can pause. `undefined`: a
 * rule without insecure addresses; `null`: there are more rules than are read. Relative addresses are resolved against the sheet's address, or
 * `base`, the document's, for a sheet inside it.
 */
export function* readSheets(
  root: Document | ShadowRoot,
  documentUrl: string,
  base: string,
  seen: Set<CSSStyleSheet>,
): Generator<NamedAddress | null | undefined> {
  let left = MAX_RULES;
  // Firefox hides adopted sheets from extensions.
  const adopted = root.adoptedStyleSheets as readonly CSSStyleSheet[] | undefined;
  const sheets = [...root.styleSheets, ...(adopted ?? [])];
  function* read(rules: Iterable<CSSRule>, href: string | null): Generator<NamedAddress | undefined> {
    for (const rule of rules) {
      if ((left -= 1) < 0) return;
      yield undefined;
      const { cssRules, style, styleSheet } = rule as AnyRule;
      // Read after the others, without recursion: a page may nest imports to any depth.
      if (styleSheet) sheets.push(styleSheet);
      // A layer may contain the whole sheet, whose text would be made in one step. Other rules have no children, or no style.
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

/** A sheet of another site without CORS cannot be read, and one that is still loading has no rules. */
function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}
