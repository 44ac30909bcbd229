// Scans the document: first all of it, then what changes. The cost of a change is that of scanning the changed part; a document that changes without
// end is scanned less and less often. Nothing in the page is altered.
import { baseOf, elementsIn, isConnected, SHOW_ELEMENT, tagOf, takeDom } from './dom.ts';
import type { Slicer } from './slicer.ts';
import type { ScanState } from '../record/sightings/observer-report.ts';

/** ms from a change to its scan, at least. */
const SETTLE = 250;
/** A change waits this many ms for each ms of work done so far, */
const REST = 4;
/** but at most this many ms: the slicer keeps the work under a fifteenth of the page's time. */
const MAX_WAIT = 10_000;
/** ms until the document is scanned again for what no mutation reports, such as a later shadow root; the pause grows each time. */
const REVIEW = 5000;
const REVIEW_GROWTH = 3;
/** Changed places that are remembered individually; with more, scanning the whole document is cheaper. */
const MAX_PLACES = 200;

/**
 * Elements that can have a shadow root, by the beginnings of their names, and few others: custom elements, article, aside, blockquote, body, div, footer,
 * h1 to h6, header, main, nav, p, section, span. https://dom.spec.whatwg.org/#valid-shadow-host-name
 */
const SHADOW_HOST = /-|^(ar|as|bl|bo|di|foo|h|mai|na|p$|sec|sp)/;
/** Elements with an `xlink:href`. An attribute filter never matches a namespaced attribute (DOM, 4.3.2), so these are observed without one. */
const LINKED = /^(feI|image|scr|use)/;

/** The attributes that most often decide what an element loads or sends, or which kind of field it is; the next review sees other changes. */
const ATTRIBUTES =
  'src srcset href data action formaction method formmethod poster style type autocomplete name rel media disabled loading preload download content sandbox'.split(
    ' ',
  );

const IN_TREE = { childList: true, subtree: true, attributeFilter: ATTRIBUTES };

/** Work that pauses at each yield. */
type Steps = Iterable<undefined>;

export interface Scanner {
  readonly stop: () => void;
  /** Settles once more, as after a change. */
  readonly refresh: () => void;
  /** Whether a change was not scanned yet. */
  readonly isWaiting: () => boolean;
  readonly state: ScanState;
}

/**
 * Scans the window's document from now on. Separate parameters and not an object, whose names would be in every page. `onElement`: called with every
 * new and changed element and its tag; returns further work for it, in steps. `onShadowRoot`: called with every shadow root, open or closed, each time
 * it is scanned. `onSettled`: called when there is no more work for now. `shadowRootOf`: an element's shadow root, open or closed.
 */
export function startScanner(
  window: Window & typeof globalThis,
  slicer: Slicer,
  onElement: (element: Element, tag: string) => Steps | null | undefined,
  onShadowRoot: (root: ShadowRoot) => void,
  onSettled: () => void,
  shadowRootOf: (element: Element) => ShadowRoot | null,
): Scanner {
  const { document } = window;
  /** What is to be scanned; true: with its descendants. */
  let places = new Map<Node, boolean>();
  let timer: number | undefined;
  let pause = REVIEW;
  let state: ScanState = 'running';
  let isStopped = false;
  let isScanning = false;
  let base = '';

  const mutations = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes' && !places.has(target)) places.set(target, false);
      for (const node of addedNodes) if (node instanceof Element) places.set(node, true);
    }
    // An insecure base makes every relative address insecure.
    const before = base;
    base = baseOf(document);
    if (places.size > MAX_PLACES || (base !== before && /http:/.test(before + base))) scanAll();
    // Also when an element was only removed: a form that is gone requests nothing any more.
    refresh();
  });

  const scanAll = (): void => {
    places = new Map([[document, true]]);
  };

  const refresh = (): void => {
    // One scan at a time, or they would pile up in a document that takes longer than the pause.
    if (!isScanning)
      timer ??= window.setTimeout(scan, Math.min(MAX_WAIT, Math.max(SETTLE, slicer.spent * REST)));
  };

  const review = (): void => {
    if (isStopped) return;
    scanAll();
    refresh();
    window.setTimeout(review, (pause *= REVIEW_GROWTH));
  };

  const watch = (node: Node, options: MutationObserverInit = IN_TREE): void =>
    mutations.observe(node, options);

  /**
   * One step for each element. Not a generator for each element: thousands of them lengthen single steps (docs/performance-log.md). By an iterator,
   * which the browser moves on when the page removes its element; each iterator makes later removals in the page a little slower, so there are few of
   * them (MAX_PLACES).
   */
  function* walk(root: Node, isDeep: boolean): Generator<undefined> {
    // An element that the page removed meanwhile requests nothing any more.
    if (!isConnected(root)) return;
    const nodes = isDeep ? elementsIn(document, root, SHOW_ELEMENT) : null;
    let node = nodes ? nodes.nextNode() : root;
    while (node) {
      // The walker returns elements only.
      const element = node as Element;
      const tag = tagOf(element);
      if (LINKED.test(tag)) watch(element, { attributes: true });
      const rest = onElement(element, tag);
      const shadow = SHADOW_HOST.test(tag) && shadowRootOf(element);
      yield;
      if (rest) yield* rest;
      if (shadow) {
        watch(shadow);
        onShadowRoot(shadow);
        yield* walk(shadow, true);
      }
      node = nodes && nodes.nextNode();
    }
  }

  function* scanPlaces(these: ReadonlyMap<Node, boolean>): Generator<undefined> {
    let isWhole = false;
    try {
      for (const [root, isDeep] of these) yield* walk(root, isDeep);
      isWhole = true;
    } finally {
      // After an error anything may be missing.
      if (state !== 'gave-up') state = isWhole ? 'done' : 'gave-up';
      isScanning = false;
      if (places.size > 0) refresh();
      onSettled();
    }
  }

  const scan = (): void => {
    timer = undefined;
    if (isStopped) return;
    isScanning = true;
    slicer.add(scanPlaces(places));
    places = new Map();
  };

  takeDom(document);
  watch(document);
  base = baseOf(document);
  scanAll();
  scan();
  window.setTimeout(review, pause);
  return {
    stop: () => {
      isStopped = true;
      mutations.disconnect();
    },
    refresh,
    isWaiting: () => timer !== undefined,
    get state() {
      return state;
    },
  };
}
