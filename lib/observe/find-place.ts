// The path to an element as selectors, short and exact: from the nearest id, else from the top of the tree. Positions are counted, because a search
// through a large document for every find would stop the page.
import { MAX_SELECTOR, MAX_TREES } from '../mixed-content/place.ts';
import type { ElementPlace } from '../mixed-content/place.ts';
import { attributeOf, byId, matches, parentOf, previousOf, rootOf, tagOf } from './dom.ts';

/** The place of an element; null when it is in no document. In steps, because a list of siblings may have any length. */
export function* locate(element: Element): Generator<undefined, ElementPlace | null> {
  const selectors: string[] = [];
  let closed = false;
  for (let node = element; selectors.length < MAX_TREES;) {
    const root = rootOf(node);
    const isInside = root instanceof ShadowRoot;
    // The page removed it meanwhile.
    if (!isInside && !(root instanceof Document)) break;
    selectors.unshift(yield* selectorOf(node, root));
    if (!isInside) return { selectors, closed };
    if (root.mode === 'closed') {
      // An element inside a closed tree cannot be shown, and neither can a tree inside it.
      selectors.length = 0;
      closed = true;
    }
    node = root.host;
  }
  return null;
}

function* selectorOf(element: Element, root: Document | ShadowRoot): Generator<undefined, string> {
  const steps: string[] = [];
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const tag = CSS.escape(tagOf(node));
    const id = attributeOf(node, 'id');
    // A selector finds the first element with an id.
    const isNamed = id !== '' && byId(root, id) === node;
    const step = tag + (isNamed ? `#${CSS.escape(id)}` : yield* nthOf(node));
    const longer = [step, ...steps].join(' > ');
    if (longer.length > MAX_SELECTOR) break;
    steps.unshift(step);
    if (isNamed || tag === 'body') break;
  }
  return steps.join(' > ') || tagOf(element).slice(0, MAX_SELECTOR);
}

/** Positions that were counted: in a long list with many finds, each is counted from the one before it. */
let numbers = new WeakMap<Element, number>();

/** Forgets the counted positions. Call it when the page may have changed. */
export function recount(): void {
  numbers = new WeakMap();
}

/** The position of an element among the children of its parent with the same tag, as a selector; empty when it is the only one. */
function* nthOf(element: Element): Generator<undefined, string> {
  if (matches(element, ':only-of-type')) return '';
  let number = 1;
  for (let other = previousOf(element); other; other = previousOf(other)) {
    yield;
    const known = numbers.get(other);
    number += known ?? 1;
    if (known) break;
  }
  numbers.set(element, number);
  return `:nth-child(${number})`;
}
