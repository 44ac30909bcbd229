// Text that a page or a server chose (addresses, header values, selectors), made fit to be read as nothing but text: what would be
// invisible, reorder its neighbours or pile up is shown by its code point. https://www.unicode.org/reports/tr36/ (2.6, 2.10)

/** Characters of a hostile text that a view shows, if it does not ask for less. */
export const MAX_HOSTILE = 300;

/**
 * Controls, format characters (bidi overrides among them), private use and unassigned code points, every space but the plain one,
 * and the letters that are drawn as nothing: they can hide or turn around what stands beside them.
 */
const UNSEEN = /(?! )(?:[\p{C}\p{Z}\u115F\u1160\u2800\u3164\uFFA0]|\u034F|\u17B4|\u17B5)/gu;

/** Marks that stack on one letter: three are more than any living script needs in an address. */
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;

/**
 * The text as it may be shown: at most `max` of its characters (UTF-16 units; the beginning and the end are kept), each of which is
 * shown as itself or as a token such as `⟨U+202E⟩`.
 */
export function showHostile(text: string, max: number = MAX_HOSTILE): string {
  return shorten(text, max).replace(UNSEEN, toToken).replace(STACKED_MARKS, '$1…');
}

/** The host is at the beginning of an address and the file's name at its end, so the middle is what can be missed. */
function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const tail = Math.floor((max - 1) / 3);
  const head = max - 1 - tail;
  return `${dropHalfPair(text.slice(0, head))}…${dropHalfPair(text.slice(text.length - tail))}`;
}

/** A cut through a surrogate pair leaves halves that are no fault of the text's. */
function dropHalfPair(part: string): string {
  return part.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}

function toToken(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
