// Scans the document: first all of it, then what changes. A change costs what the changed part costs; a document that changes without end is
// scanned ever more seldom, and nothing in the page is altered.
import type { ScanState } from '../page/record.ts';
import { baseOf, isConnected, iterateElements, tagOf, takeDom, walkElements } from './dom.ts';
import type { Slicer } from './slicer.ts';

/** ms from a change to its scan, at least. */
const SETTLE = 250;
/** For each ms of work done so far a change waits this many, */
const REST = 4;
/** but no more than this many: the slicer alone keeps the work under a fifteenth of the page's time. */
const MAX_WAIT = 10_000;
/** Steps (elements, CSS rules, siblings counted) after which changes are followed no more. Not a time: a slow machine has the same budget. */
const MAX_STEPS = 10_000_000;
/** Steps of one scan after that. */
const REVIEW_STEPS = 500_000;
/** ms until the document is scanned anew for what no mutation shows, such as a shadow root that came later; the pause grows each time. */
const REVIEW = 5000;
const REVIEW_GROWTH = 3;
/** Changed places remembered one by one; with more than that, scanning the whole document is cheaper. */
const MAX_PLACES = 1000;

/** Elements that can have a shadow root. https://dom.spec.whatwg.org/#valid-shadow-host-name */
const SHADOW_HOST = /-|^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;
/** Elements with an `xlink:href`. A filter never lets an attribute of a namespace through (DOM, 4.3.2), so these are observed without one. */
const LINKED = /^(feImage|image|script|use)$/;

/** What decides most often what an element loads or sends, or which kind of field it is; a change of the rest is seen by the next review. */
const ATTRIBUTES =
  'src srcset href data action formaction method formmethod poster style type autocomplete name rel media disabled loading preload download background content'.split(
    ' ',
  );

/** Work that pauses wherever it yields. */
type Steps = Iterable<undefined>;

export interface ScannerPorts {
  readonly slicer: Slicer;
  /** Every element, new and changed, with its tag. Gives what is left to do for it, in steps. */
  readonly onElement: (element: Element, tag: string) => Steps | null | undefined;
  /** Every shadow root, open or closed, each time it is scanned. */
  readonly onShadowRoot: (root: ShadowRoot) => void;
  /** There is no more work for now. */
  readonly onSettled: () => void;
  /** An element's shadow root, open or closed: browsers let extensions see both. */
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
}

export interface Scanner {
  readonly stop: () => void;
  /** Settles once more, as after a change. */
  readonly refresh: () => void;
  /** Whether something changed that was not scanned yet. */
  readonly isWaiting: () => boolean;
  readonly state: ScanState;
}

/** Scans the window's document from now on. */
export function startScanner(window: Window & typeof globalThis, ports: ScannerPorts): Scanner {
  const { document } = window;
  const { slicer, onElement, onShadowRoot, onSettled, shadowRootOf } = ports;
  /** What is to be scanned: true with all that is in it. */
  let places = new Map<Node, boolean>();
  let timer: number | undefined;
  let pause = REVIEW;
  let state: ScanState = 'running';
  let isStopped = false;
  let isScanning = false;
  /** Something changed during the scan. */
  let isStale = false;
  let budget = MAX_STEPS;
  let base = '';

  const mutations = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes' && !places.has(target)) places.set(target, false);
      for (const node of addedNodes) if (node instanceof Element) places.set(node, true);
    }
    // A base without encryption makes every relative address one.
    const before = base;
    base = baseOf(document);
    if (places.size > MAX_PLACES || (base !== before && /http:/.test(before + base))) scanAll();
    // Also when something only went away: a form that is gone asks for nothing any more.
    refresh();
  });

  const scanAll = (): void => {
    places = new Map([[document, true]]);
  };

  const refresh = (): void => {
    // One scan at a time, or they would pile up in a document that takes longer than the pause.
    if (isScanning) isStale = true;
    else timer ??= window.setTimeout(scan, Math.min(MAX_WAIT, Math.max(SETTLE, slicer.spent * REST)));
  };

  const review = (): void => {
    if (isStopped) return;
    scanAll();
    refresh();
    pause *= REVIEW_GROWTH;
    window.setTimeout(review, pause);
  };

  const watch = (root: Node): void =>
    mutations.observe(root, { childList: true, subtree: true, attributeFilter: ATTRIBUTES });

  /** Visits an element. Gives what takes longer, if anything does. */
  const visit = (element: Element): Steps | null => {
    const tag = tagOf(element);
    if (LINKED.test(tag) && state !== 'gave-up') mutations.observe(element, { attributes: true });
    const rest = onElement(element, tag);
    const shadow = SHADOW_HOST.test(tag) && shadowRootOf(element);
    return rest || shadow ? finish(rest ?? [], shadow || null) : null;
  };

  function* finish(rest: Steps, shadow: ShadowRoot | null): Generator<undefined> {
    yield* rest;
    if (shadow === null) return;
    if (state !== 'gave-up') watch(shadow);
    onShadowRoot(shadow);
    yield* walk(shadow, true);
  }

  /**
   * One step for each element. No generator of its own for each: made by the thousand, they lengthen single steps (docs/performance.md).
   * `keepsPlace`: by an iterator, which the browser moves on when the page takes away the element where it is. Each iterator costs every later
   * removal in the page a little, so only the document has one, and a part where that happened.
   */
  function* walk(root: Node, isDeep: boolean, keepsPlace = !(root instanceof Element)): Generator<undefined> {
    // What the page took away before its turn asks for nothing any more.
    if (!isConnected(root)) return;
    const nodes = (keepsPlace ? iterateElements : walkElements)(document, root);
    let node = keepsPlace ? nodes.nextNode() : root;
    while (node && slicer.steps < budget) {
      // Only elements are shown.
      const rest = visit(node as Element);
      yield;
      if (rest) yield* rest;
      if (!isDeep) return;
      if (!keepsPlace && !isConnected(node)) return yield* walk(root, true, true);
      node = nodes.nextNode();
    }
  }

  function* scanPlaces(these: ReadonlyMap<Node, boolean>): Generator<undefined> {
    let isWhole = false;
    try {
      for (const [root, isDeep] of these) yield* walk(root, isDeep);
      isWhole = slicer.steps < budget;
    } finally {
      // Out of budget, or ended by an error.
      if (!isWhole) giveUp();
      if (state === 'running') state = 'done';
      isScanning = false;
      if (isStale) refresh();
      onSettled();
    }
  }

  const scan = (): void => {
    timer = undefined;
    if (isStopped) return;
    isScanning = true;
    isStale = false;
    if (state === 'gave-up') budget = slicer.steps + REVIEW_STEPS;
    slicer.add(scanPlaces(places));
    places = new Map();
  };

  const giveUp = (): void => {
    state = 'gave-up';
    mutations.disconnect();
  };

  takeDom(document);
  watch(document);
  base = baseOf(document);
  scanAll();
  scan();
  window.setTimeout(review, pause);
  return {
    stop: () => {
      giveUp();
      isStopped = true;
    },
    refresh,
    isWaiting: () => timer !== undefined,
    get state() {
      return state;
    },
  };
}
