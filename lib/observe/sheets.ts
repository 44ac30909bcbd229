// Which unencrypted addresses the page's style sheets name. A sheet names more than it loads (rules that match nothing, other media), so these are
// only candidates: the browser's list of loads tells which of them were loaded.
import { hrefOf, isInsecure } from '../page/address.ts';

/** CSS Values 4, 4.4 and CSS Images 4, 2.1: what is in `url()`, with quotes or without, and in the quotes of `image-set()`. */
const ADDRESS = /"([^"]*)"|'([^']*)'|url\(\s*([^\s"'()]+)\s*\)/gi;
/** Rules read in one document: a page without end must not be read without end. */
export const MAX_RULES = 20_000;

/** A sheet of a document or shadow root, and where it comes from. */
export interface NamedAddress {
  readonly url: string;
  /** The sheet's own address, or that of the document for one inside it. */
  readonly sheet: string;
}

/** The addresses in one text of CSS. */
export function* addressesIn(css: string): Generator<string> {
  if (!/http:/i.test(css)) return;
  for (const [, double, single, bare] of css.matchAll(ADDRESS)) {
    const href = hrefOf(double ?? single ?? bare ?? '');
    if (isInsecure(href)) yield href;
  }
}

/** Walks the sheets of a document or shadow root, rule by rule, so that whoever asks can pause. `undefined`: a rule without any. */
export function* readSheets(
  root: Document | ShadowRoot,
  documentUrl: string,
): Generator<NamedAddress | undefined> {
  let left = MAX_RULES;
  function* read(rules: Iterable<CSSRule>, sheet: string): Generator<NamedAddress | undefined> {
    for (const rule of rules) {
      if ((left -= 1) < 0) return;
      yield undefined;
      // A layer may hold the whole sheet: its text would be made in one step. Other rules have none, or no style.
      const { cssRules, style } = rule as CSSRule & Partial<Pick<CSSStyleRule, 'cssRules' | 'style'>>;
      const isGroup = cssRules !== undefined && cssRules.length > 0;
      for (const url of addressesIn((isGroup ? style?.cssText : rule.cssText) ?? '')) yield { url, sheet };
      if (isGroup) yield* read(cssRules, sheet);
    }
  }
  for (const sheet of sheetsOf(root)) yield* read(rulesOf(sheet), sheet.href ?? documentUrl);
}

/** How many rules there are now: whether there is anything new to read. */
export function countRules(roots: readonly (Document | ShadowRoot)[]): number {
  let count = 0;
  for (const root of roots) for (const sheet of sheetsOf(root)) count += rulesOf(sheet).length;
  return count;
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
