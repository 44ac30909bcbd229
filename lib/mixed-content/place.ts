// The place that causes a request: an element, or the file and line of the code.
import * as v from 'valibot';
import type { Infer } from '../schema/schema.ts';
import { count } from '../schema/schema.ts';

export const elementPlaceSchema = v.object({
  /** One selector for each tree: the next one applies inside the shadow root of the element before. */
  selectors: v.array(v.string()),
  /** The element is inside a closed shadow root: the last selector matches its host, because the element itself cannot be selected. */
  closed: v.boolean(),
});

/** An element, by selectors from the document inwards. */
export type ElementPlace = Infer<typeof elementPlaceSchema>;

export const sourcePlaceSchema = v.object({
  url: v.string(),
  /** From 1; 0: only the file is known. */
  line: count,
  column: count,
});

/** A place in a document, script or style sheet. */
export type SourcePlace = Infer<typeof sourcePlaceSchema>;

/** The longest selector that is stored, in UTF-16 units. */
export const MAX_SELECTOR = 200;
/** The most nested trees that are followed. */
export const MAX_TREES = 8;

/**
 * The place in one line: `my-card >>> img.logo` or `https://example.com/a.js:3:10`; null when none is known. An element takes precedence, because the
 * user can see it.
 */
export function placeText(place: {
  readonly element: ElementPlace | null;
  readonly source: SourcePlace | null;
}): string | null {
  return elementText(place.element) ?? sourceText(place.source);
}

/** `>>>` separates trees, as in browsers' own tools; an element inside a closed root is not named. */
export function elementText(element: ElementPlace | null): string | null {
  return element === null ? null : element.selectors.join(' >>> ');
}

/** The notation of editors and terminals. */
export function sourceText(source: SourcePlace | null): string | null {
  if (source === null) return null;
  return source.line === 0 ? source.url : `${source.url}:${source.line}:${source.column}`;
}
