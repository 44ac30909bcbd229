// Walks the document in short slices, first whole, then what changes. No slice runs over its budget, a page that changes without end is
// looked at ever more seldom, and nothing in the page is altered.
import { tagOf } from './dom.ts';

/** ms of work per slice: well under a frame. */
const SLICE = 4;
/** ms between slices while there is work, and from a change to looking at it. */
const PAUSE = 20;
const SETTLE = 250;
/** Changed places remembered one by one; with more than that, walking the whole document is cheaper. */
const MAX_ROOTS = 1000;
/** ms of work after which changes are looked at only every SLOW ms. */
const EAGER_BUDGET = 1500;
const SLOW = 5000;

// Not the document's own: an image of that name would stand in for it.
// oxlint-disable-next-line typescript/unbound-method
const { createTreeWalker } = Document.prototype;
const ATTRIBUTES = 'src srcset href data action formaction poster style type autocomplete rel'.split(' ');

/**
 * Scans the window's document from now on; gives a function that stops. `onElement` gets every element, new and changed; `onSettled` comes
 * when there is no more work for now; `closedShadowRoot` gives what the browser lets extensions see.
 */
export function startScanner(
  window: Window & typeof globalThis,
  onElement: (element: Element) => void,
  onSettled: () => void,
  closedShadowRoot: (element: Element) => ShadowRoot | null,
): () => void {
  const { document, performance } = window;
  let roots: Node[] = [document];
  let walker: TreeWalker | null = null;
  let timer: number | undefined;
  let spent = 0;

  const schedule = (ms: number): void => {
    timer ??= window.setTimeout(slice, ms);
  };

  const mutations = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      // A changed attribute concerns the element alone; the target of such a record is one.
      if (type === 'attributes') onElement(target as Element);
      for (const node of addedNodes) roots.push(node);
      if (roots.length > MAX_ROOTS) roots = [document];
    }
    schedule(spent > EAGER_BUDGET ? SLOW : SETTLE);
  });

  const watch = (root: Node): void =>
    mutations.observe(root, { childList: true, subtree: true, attributeFilter: ATTRIBUTES });

  const visit = (node: Node): void => {
    if (!(node instanceof Element)) return;
    onElement(node);
    const shadow = node.shadowRoot ?? (tagOf(node).includes('-') ? closedShadowRoot(node) : null);
    if (!(shadow instanceof ShadowRoot)) return;
    watch(shadow);
    roots.push(shadow);
  };

  const slice = (): void => {
    timer = undefined;
    // The page took away what was being walked, and with it the way to the rest.
    if (walker?.currentNode.isConnected === false) roots.push(document);
    const end = performance.now() + SLICE;
    for (let steps = 1; steps % 32 > 0 || performance.now() < end; steps += 1) {
      const node = walker?.nextNode() ?? roots.pop();
      if (node === undefined) return onSettled();
      if (walker === null || node !== walker.currentNode) {
        walker = createTreeWalker.call(document, node, NodeFilter.SHOW_ELEMENT);
      }
      visit(node);
    }
    spent += SLICE;
    schedule(PAUSE);
  };

  watch(document);
  slice();
  return () => mutations.disconnect();
}
