// Where a load comes from: the element that asks for it, or the file and line that made it happen.

/** An element, found from the document inwards: one selector for each tree, the next one inside the shadow root of what the one before found. */
export interface ElementPlace {
  readonly selectors: readonly string[];
  /** The element is inside a closed shadow root: the last selector names its host, which is as far as the page can be shown. */
  readonly closed: boolean;
}

/** A place in a document, script or style sheet. */
export interface SourcePlace {
  readonly url: string;
  /** From 1; 0 when only the file is known. */
  readonly line: number;
  readonly column: number;
}

/** Longest selector kept, in UTF-16 units. */
export const MAX_SELECTOR = 200;
/** Trees inside each other that are followed. */
export const MAX_TREES = 8;

/** The place in one line: `my-card >>> img.logo` or `https://example.com/a.js:3:10`; null when none is known. The element is what a person can see. */
export function placeText(place: {
  readonly element: ElementPlace | null;
  readonly source: SourcePlace | null;
}): string | null {
  return elementText(place.element) ?? sourceText(place.source);
}

/** Trees are told apart as in browsers' own tools, by `>>>`; what is behind it in a closed root is not named. */
export function elementText(element: ElementPlace | null): string | null {
  return element === null ? null : element.selectors.join(' >>> ');
}

/** As editors and terminals write it. */
export function sourceText(source: SourcePlace | null): string | null {
  if (source === null) return null;
  return source.line === 0 ? source.url : `${source.url}:${source.line}:${source.column}`;
}
