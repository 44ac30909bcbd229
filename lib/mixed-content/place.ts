// Where a request comes from: the element that makes it, or the file and line that caused it.
import * as v from 'valibot';
import type { Infer } from '../schema/schema.ts';
import { count } from '../schema/schema.ts';

export const elementPlaceSchema = v.object({
  /** One for each tree, the next one inside the shadow root of what the one before found. */
  selectors: v.array(v.string()),
  /** The element is inside a closed shadow root: the last selector names its host, which is as far as the page can be shown. */
  closed: v.boolean(),
});

/** An element, found from the document inwards. */
export type ElementPlace = Infer<typeof elementPlaceSchema>;

export const sourcePlaceSchema = v.object({
  url: v.string(),
  /** From 1; 0 when only the file is known. */
  line: count,
  column: count,
});

/** A place in a document, script or style sheet. */
export type SourcePlace = Infer<typeof sourcePlaceSchema>;

/** Longest selector kept, in UTF-16 units. */
export const MAX_SELECTOR = 200;
/** Trees inside each other that are followed. */
export const MAX_TREES = 8;

/** The place in one line: `my-card >>> img.logo` or `https://example.com/a.js:3:10`; null when none is known. The element is what a user can see. */
export function placeText(place: {
  readonly element: ElementPlace | null;
  readonly source: SourcePlace | null;
}): string | null {
  return elementText(place.element) ?? sourceText(place.source);
}

/** Trees are separated by `>>>`, as in browsers' own tools; what is inside a closed root is not named. */
export function elementText(element: ElementPlace | null): string | null {
  return element === null ? null : element.selectors.join(' >>> ');
}

/** As editors and terminals write it. */
export function sourceText(source: SourcePlace | null): string | null {
  if (source === null) return null;
  return source.line === 0 ? source.url : `${source.url}:${source.line}:${source.column}`;
}
