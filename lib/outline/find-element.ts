// From the place of an element to the element: one selector for each tree, into open shadow roots.
import type { ElementPlace } from '../mixed-content/place.ts';

/** Attributes in which elements name what they load, and those that hold more than one address. */
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
 * The element at a place, or the host of the closed shadow root around it; null: it is not there any more. A long selector may fit several
 * elements: the one that names `url` is meant.
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
 * Step by step from where the selector begins: at the first element of an id, or at the top of its tree. As a whole it may also fit elsewhere,
 * because ids are given twice and a tree may hold another like it. Nothing for what is no selector: places come from reports of pages.
 */
function select(tree: Document | ShadowRoot, selector: string): readonly Element[] {
  // No id has this in it: escaped, its spaces have backslashes before them.
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
    // One that was cut short begins anywhere.
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

/** The element that a person sees for one that has no box of its own: the picture's image, the player of a source. Null: nothing is seen of it. */
export function visiblePart(element: Element): Element | null {
  if (hasBox(element)) return element;
  const parent = element.closest('picture, audio, video, object');
  const seen = parent?.localName === 'picture' ? parent.querySelector('img') : parent;
  return seen && hasBox(seen) ? seen : null;
}

/** An image that was blocked has a box too, if one without a size. */
function hasBox(element: Element): boolean {
  return element.getClientRects().length > 0;
}
