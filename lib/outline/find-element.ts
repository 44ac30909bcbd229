// Finds an element by its place: one selector for each tree, through open shadow roots.
import type { ElementPlace } from '../mixed-content/place.ts';

/** Attributes that name what an element loads; those that may contain several addresses. */
const NAMING = [
  'src',
  'href',
  'xlink:href',
  'srcset',
  'imagesrcset',
  'action',
  'formaction',
  'data',
  'poster',
  'style',
  'background',
  'content',
  'value',
  'code',
  'archive',
];

/**
 * The element at a place, or the host of the closed shadow root around it; null: it is no longer there. When a selector matches several elements, the
 * one that names `url` is returned.
 */
export function findElement(document: Document, place: ElementPlace, url: string): Element | null {
  let tree: Document | ShadowRoot = document;
  const outer = place.selectors.slice(0, -1);
  for (const selector of outer) {
    const host: Element | null = select(tree, selector)[0] ?? null;
    if (host?.shadowRoot == null) return null;
    tree = host.shadowRoot;
  }
  const last = place.selectors.at(-1);
  if (last === undefined) return null;
  const found = select(tree, last);
  return (place.closed ? null : found.find((element) => isNaming(element, url))) ?? found[0] ?? null;
}

/**
 * Follows a selector step by step from its beginning: the first element with an id, or the top of the tree. As a whole it might also match elsewhere,
 * because ids may repeat and a tree may contain a similar part. Empty for an invalid selector: places come from reports of pages.
 */
function select(tree: Document | ShadowRoot, selector: string): readonly Element[] {
  // No id contains this: in an escaped id, spaces have backslashes before them.
  const [first = '', ...steps] = selector.split(' > ');
  const walk = (starts: readonly Element[]): readonly Element[] =>
    steps.reduce<readonly Element[]>(
      (found, step) => found.flatMap(({ children }) => [...children].filter((child) => child.matches(step))),
      starts,
    );
  try {
    const starts = [...tree.querySelectorAll(first)];
    if (first.includes('#')) return walk(starts.slice(0, 1));
    const atTop = walk(starts.filter(({ parentNode }) => parentNode === tree));
    // A selector that was cut short may begin anywhere.
    return atTop.length > 0 ? atTop : walk(starts);
  } catch {
    return [];
  }
}

function isNaming(element: Element, url: string): boolean {
  return NAMING.some((name) => {
    const value = element.getAttribute(name);
    return value !== null && (value.includes(url) || resolve(value, element.baseURI) === url);
  });
}

function resolve(value: string, base: string): string | null {
  return URL.canParse(value, base) ? new URL(value, base).href : null;
}

/** The visible element for one without a box of its own: the picture's image, the player of a source. Null: nothing is visible. */
export function visiblePart(element: Element): Element | null {
  if (hasBox(element)) return element;
  const parent = element.closest('picture, audio, video, object');
  const seen = parent?.localName === 'picture' ? parent.querySelector('img') : parent;
  return seen && hasBox(seen) ? seen : null;
}

/** A blocked image has a box too, of size zero. */
function hasBox(element: Element): boolean {
  return element.getClientRects().length > 0;
}
