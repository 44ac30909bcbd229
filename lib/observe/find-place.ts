// The way to an element as selectors, short and exact: from the nearest id, else from the top. Counted and not searched for: a search through
// a large document for every find would stop the page.
import { MAX_SELECTOR, MAX_TREES } from '../mixed-content/place.ts';
import type { ElementPlace } from '../mixed-content/place.ts';
import { attributeOf, byId, matches, parentOf, previousOf, rootOf, tagOf } from './dom.ts';

/** Where an element stands; null for one that is in no document. In steps, because a list may be of any length. */
export function* locate(element: Element): Generator<undefined, ElementPlace | null> {
  const selectors: string[] = [];
  let closed = false;
  for (let node = element; selectors.length < MAX_TREES;) {
    const root = rootOf(node);
    const isInside = root instanceof ShadowRoot;
    // Taken away by the page meanwhile.
    if (!isInside && !(root instanceof Document)) break;
    selectors.unshift(yield* selectorOf(node, root));
    if (!isInside) return { selectors, closed };
    if (root.mode === 'closed') {
      // What is inside cannot be shown, and neither can a tree further in.
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
    // The first of that id is the one that a selector finds.
    const isNamed = id !== '' && byId(root, id) === node;
    const step = tag + (isNamed ? `#${CSS.escape(id)}` : yield* nthOf(node));
    const longer = [step, ...steps].join(' > ');
    if (longer.length > MAX_SELECTOR) break;
    steps.unshift(step);
    if (isNamed || tag === 'body') break;
  }
  return steps.join(' > ') || tagOf(element).slice(0, MAX_SELECTOR);
}

/** Numbers counted before: of many finds in one long list, each counts from the one before it and not from the start. */
let numbers = new WeakMap<Element, number>();

/** To be called when the page may have changed: what was counted is counted anew. */
export function recount(): void {
  numbers = new WeakMap();
}

/** Which child of its parent it is, when it is not the only one with its tag. */
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
