// Scans the document: first all of it, then what changes. A change costs what the changed part costs; a document that changes without end is
// scanned ever more seldom, and nothing in the page is altered.
import { baseOf, elementsIn, isConnected, SHOW_ELEMENT, tagOf, takeDom } from './dom.ts';
import type { Slicer } from './slicer.ts';
import type { ScanState } from '../record/sightings/observer-report.ts';

/** ms from a change to its scan, at least. */
const SETTLE = 250;
/** For each ms of work done so far a change waits this many, */
const REST = 4;
/** but no more than this many: the slicer alone keeps the work under a fifteenth of the page's time. */
const MAX_WAIT = 10_000;
/** ms until the document is scanned anew for what no mutation shows, such as a shadow root that came later; the pause grows each time. */
const REVIEW = 5000;
const REVIEW_GROWTH = 3;
/** Changed places remembered one by one; with more than that, scanning the whole document is cheaper. */
const MAX_PLACES = 200;

/**
 * Elements that can have a shadow root, by the beginnings of their names, and few others: elements of the page's own, article, aside, blockquote,
 * body, div, footer, h1 to h6, header, main, nav, p, section, span. https://dom.spec.whatwg.org/#valid-shadow-host-name
 */
const SHADOW_HOST = /-|^(ar|as|bl|bo|di|foo|h|mai|na|p$|sec|sp)/;
/** Elements with an `xlink:href`. A filter never lets an attribute of a namespace through (DOM, 4.3.2), so these are observed without one. */
const LINKED = /^(feI|image|scr|use)/;

/** What decides most often what an element loads or sends, or which kind of field it is; a change of the rest is seen by the next review. */
const ATTRIBUTES =
  'src srcset href data action formaction method formmethod poster style type autocomplete name rel media disabled loading preload download content sandbox'.split(
    ' ',
  );

const IN_TREE = { childList: true, subtree: true, attributeFilter: ATTRIBUTES };

/** Work that pauses wherever it yields. */
type Steps = Iterable<undefined>;

export interface Scanner {
  readonly stop: () => void;
  /** Settles once more, as after a change. */
  readonly refresh: () => void;
  /** Whether something changed that was not scanned yet. */
  readonly isWaiting: () => boolean;
  readonly state: ScanState;
}

/**
 * Scans the window's document from now on. One by one and not as an object, whose names would be in every page. `onElement`: every element, new and
 * changed, with its tag; gives what is left to do for it, in steps. `onShadowRoot`: every shadow root, open or closed, each time it is scanned.
 * `onSettled`: there is no more work for now. `shadowRootOf`: an element's shadow root; browsers let extensions see closed ones too.
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
  /** What is to be scanned: true with all that is in it. */
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
   * One step for each element. No generator of its own for each: made by the thousand, they lengthen single steps (docs/performance-log.md). By an
   * iterator, which the browser moves on when the page takes away the element where it is; each costs later removals in the page a little, so
   * there are few of them (MAX_PLACES).
   */
  function* walk(root: Node, isDeep: boolean): Generator<undefined> {
    // What the page took away before its turn asks for nothing any more.
    if (!isConnected(root)) return;
    const nodes = isDeep ? elementsIn(document, root, SHOW_ELEMENT) : null;
    let node = nodes ? nodes.nextNode() : root;
    while (node) {
      // Only elements are shown.
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
      // An error may have left anything out.
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
