// Which unencrypted addresses the page's style sheets name. A sheet names more than it loads (rules that match nothing, other media), so these are
// only candidates: the browser's list of loads tells which of them were loaded.
import { insecureAddress } from '../page/address.ts';

/**
 * The tokens that matter, by CSS Syntax 3, 4.3: comments; strings; names, with the `(` of a function and what is in it when that is one word, as
 * in `url(…)` without quotes.
 */
const TOKEN =
  /\/\*[^]*?(?:\*\/|$)|"((?:[^"\\\n]|\\[^])*)"?|'((?:[^'\\\n]|\\[^])*)'?|(?:[-\w\x80-\uffff]|\\[^])+(?:\((?:\s*((?:[^\s"'()\\]|\\[^])+)\s*(?:\)|$))?)?/g;
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

/** The insecure addresses in one text of CSS. `base`: what relative ones are resolved against. */
export function* addressesIn(css: string, base: string): Generator<string> {
  // Most texts can name no insecure address at all, and reading tokens costs more than all the rest.
  if (base.startsWith('https:') && !/h\s*t\s*t\s*p\s*:|\\/i.test(css)) return;
  // First every character that is escaped by its number (CSS Syntax 3, 4.3.7) as itself, still escaped where it could be taken for syntax.
  const plain = css.replace(/\\(?:([\da-f]{1,6})\s?|[^])/gi, (escape, code: string | undefined) => {
    if (code === undefined) return escape;
    const character = String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff));
    return /[\w:]/.test(character) ? character : `\\${character}`;
  });
  for (const [, double, single, word] of plain.matchAll(TOKEN)) {
    // Also of other functions, and strings that name no address, such as a `content`: the browser's list of loads tells what was loaded.
    const text = word ?? double ?? single;
    const url = text && insecureAddress(unescaped(text), base);
    if (url) yield url;
  }
}

/** A line break after the `\` joins two lines of a string. */
function unescaped(text: string): string {
  return text.replace(/\\(?:\r?\n|([^]))/g, '$1');
}

/**
 * Walks the sheets of a document or shadow root that are not among `seen`, rule by rule, so that whoever asks can pause. `undefined`: a rule without
 * any; `null`: there are more rules than are read. Relative addresses are resolved against the sheet's own address, or `base`, the document's, for one inside it.
 */
export function* readSheets(
  root: Document | ShadowRoot,
  documentUrl: string,
  base: string,
  seen: Set<CSSStyleSheet>,
): Generator<NamedAddress | null | undefined> {
  let left = MAX_RULES;
  function* read(rules: Iterable<CSSRule>, href: string | null): Generator<NamedAddress | undefined> {
    for (const rule of rules) {
      if ((left -= 1) < 0) return;
      yield undefined;
      // A layer may hold the whole sheet: its text would be made in one step. Other rules have none, or no style.
      const { cssRules, style } = rule as CSSRule & Partial<Pick<CSSStyleRule, 'cssRules' | 'style'>>;
      const isGroup = cssRules !== undefined && cssRules.length > 0;
      const text = (isGroup ? style?.cssText : rule.cssText) ?? '';
      const what = /^@(font-face|import)/.exec(text)?.[0] ?? 'style';
      for (const url of addressesIn(text, href ?? base)) yield { url, sheet: href ?? documentUrl, what };
      if (isGroup) yield* read(cssRules, href);
    }
  }
  for (const sheet of sheetsOf(root)) {
    if (seen.has(sheet)) continue;
    seen.add(sheet);
    yield* read(rulesOf(sheet), sheet.href);
  }
  if (left < 0) yield null;
}

/** How many rules a tree has now: whether there is anything new to read. */
export function countRules(root: Document | ShadowRoot): number {
  return sheetsOf(root).reduce((count, sheet) => count + rulesOf(sheet).length, 0);
}

/** All of a tree, and what they import. Firefox keeps the adopted ones from extensions. */
function sheetsOf(root: Document | ShadowRoot): readonly CSSStyleSheet[] {
  const adopted = root.adoptedStyleSheets as readonly CSSStyleSheet[] | undefined;
  const sheets = [...root.styleSheets, ...(adopted ?? [])];
  // Grows as it goes, and not by recursion: a page may have imports of any depth.
  for (const sheet of sheets)
    for (const rule of rulesOf(sheet)) {
      // Before imports there are only names of layers (CSS Cascade 5, 2).
      const { styleSheet, nameList } = rule as CSSRule & Partial<CSSImportRule & CSSLayerStatementRule>;
      if (styleSheet) sheets.push(styleSheet);
      // Or one that is still loading: it and those behind it are there the next time.
      else if (!nameList) break;
    }
  return sheets;
}

/** A sheet of another site that does not share it cannot be read, and one that is still loading has no rules. */
function rulesOf(sheet: CSSStyleSheet): ArrayLike<CSSRule> & Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}
