// Walks the document, first whole, then what changes. The cost of a change is that of the changed part; a page that changes without end is
// looked at ever more seldom and in the end no more, and nothing in the page is altered.
import { tagOf, takeDom, walkElements } from './dom.ts';
import type { Slicer } from './slicer.ts';

/** ms from a change to looking at it, at least. */
const SETTLE = 250;
/** For every ms of work done, changes wait this many: looking at a busy page takes a fifth of its time at most. */
const REST = 4;
/** ms of work after which a page has had its share. */
const MAX_WORK = 20_000;
/** Changed places remembered one by one; with more than that, walking the whole document is cheaper. */
const MAX_PLACES = 1000;

/** Elements that can have a shadow root. https://dom.spec.whatwg.org/#valid-shadow-host-name */
const SHADOW_HOST = /-|^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

const ATTRIBUTES =
  'src srcset href data action formaction poster style type autocomplete rel background content'.split(' ');

/** Work that pauses wherever it yields. */
type Steps = Iterable<undefined>;

export interface ScannerPorts {
  readonly slicer: Slicer;
  /** Every element, new and changed, with its tag. Gives what is left to do for it, in steps. */
  readonly onElement: (element: Element, tag: string) => Steps | null | undefined;
  /** Every shadow root, open or closed. */
  readonly onShadowRoot: (root: ShadowRoot) => void;
  /** There is no more work for now. */
  readonly onSettled: () => void;
  /** An element's shadow root, open or closed: browsers let extensions see both. */
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
}

export interface Scanner {
  readonly stop: () => void;
  /** Whether something changed that was not looked at yet. */
  readonly isWaiting: () => boolean;
}

/** Scans the window's document from now on. */
export function startScanner(window: Window & typeof globalThis, ports: ScannerPorts): Scanner {
  const { document } = window;
  const { slicer, onElement, onShadowRoot, onSettled, shadowRootOf } = ports;
  /** Parts to walk, and elements to look at alone. */
  let parts: Node[] = [document];
  let alone = new Set<Element>();
  let timer: number | undefined;
  let isStopped = false;

  const mutations = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      // The target of such a record is an element.
      if (type === 'attributes') alone.add(target as Element);
      for (const node of addedNodes) if (node instanceof Element) parts.push(node);
    }
    if (parts.length + alone.size > MAX_PLACES) {
      parts = [document];
      alone = new Set();
    }
    // Also when something only went away: a form that is gone asks for nothing any more.
    lookLater();
  });

  const lookLater = (): void => {
    timer ??= window.setTimeout(look, Math.max(SETTLE, slicer.spent * REST));
  };

  const watch = (root: Node): void =>
    mutations.observe(root, { childList: true, subtree: true, attributeFilter: ATTRIBUTES });

  /** Looks at an element. Gives what takes longer, if anything does. */
  const visit = (element: Element): Steps | null => {
    const tag = tagOf(element);
    const rest = onElement(element, tag);
    const shadow = SHADOW_HOST.test(tag) && shadowRootOf(element);
    return rest || shadow ? finish(rest ?? [], shadow || null) : null;
  };

  function* finish(rest: Steps, shadow: ShadowRoot | null): Generator<undefined> {
    yield* rest;
    if (shadow === null) return;
    watch(shadow);
    onShadowRoot(shadow);
    yield* walk(shadow);
  }

  /** One step for each element. No generator of its own for each: made by the thousand, they lengthen single steps (docs/performance.md). */
  function* walk(root: Node): Generator<undefined> {
    const walker = walkElements(document, root);
    let node = root instanceof Element ? root : walker.nextNode();
    while (node) {
      // Only elements are shown.
      const rest = visit(node as Element);
      yield;
      if (rest) yield* rest;
      // The page took away what was being walked, and with it the way to the rest.
      if (root.isConnected && !walker.currentNode.isConnected) {
        parts.push(document);
        return;
      }
      node = walker.nextNode();
    }
  }

  function* lookAt(places: readonly Node[], elements: ReadonlySet<Element>): Generator<undefined> {
    for (const element of elements) {
      const rest = visit(element);
      yield;
      if (rest) yield* rest;
    }
    for (const place of places) yield* walk(place);
    if (parts.length > 0) lookLater();
    onSettled();
  }

  const look = (): void => {
    timer = undefined;
    if (isStopped) return;
    slicer.add(lookAt(parts, alone));
    parts = [];
    alone = new Set();
    if (slicer.spent > MAX_WORK) stop();
  };

  const stop = (): void => {
    isStopped = true;
    mutations.disconnect();
  };

  takeDom();
  watch(document);
  look();
  return { stop, isWaiting: () => timer !== undefined };
}
