// Makes text that a page or a server chose (addresses, header values, selectors) safe to show: characters that are invisible, reorder their
// neighbours or pile up are shown as code points. https://www.unicode.org/reports/tr36/ (2.6, 2.10)

/** The most characters of a hostile text that a view shows, unless it asks for fewer. */
export const MAX_HOSTILE = 300;

/**
 * Controls, format characters (bidi overrides among them), private use and unassigned code points, every space but U+0020, and letters without a
 * glyph: they can hide or reorder the text beside them.
 */
const UNSEEN = /(?! )(?:[\p{C}\p{Z}\u115F\u1160\u2800\u3164\uFFA0]|\u034F|\u17B4|\u17B5)/gu;

/** Combining marks on one letter: no living script needs more than three in an address. */
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;

/**
 * The text as it may be shown: at most `max` of its characters (UTF-16 units; the beginning and the end are kept), each as itself or as a token
 * such as `⟨U+202E⟩`.
 */
export function showHostile(text: string, max: number = MAX_HOSTILE): string {
  return shorten(text, max).replace(UNSEEN, toToken).replace(STACKED_MARKS, '$1…');
}

/** Removes the middle: an address has its host at the beginning and the file's name at its end. */
function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const tail = Math.floor((max - 1) / 3);
  const head = max - 1 - tail;
  return `${dropHalfPair(text.slice(0, head))}…${dropHalfPair(text.slice(text.length - tail))}`;
}

/** Removes the halves of surrogate pairs that a cut leaves; the text itself has no fault there. */
function dropHalfPair(part: string): string {
  return part.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}

function toToken(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
