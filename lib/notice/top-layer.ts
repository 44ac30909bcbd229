// Keeps the notice above everything else in the page, and operable. A popover is in the top layer, like modal dialogs and full screen, and the last
// element in it is on top. A modal dialog makes everything outside of it inert, so while one is open the notice is inside it.
// https://html.spec.whatwg.org/multipage/interaction.html#inert-subtrees

export interface TopLayerPorts {
  readonly document: Document;
  /** The shadow root of an element, also a closed one; null when it has none, or the browser does not report it. */
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
  /** A point of the element in the window, in CSS pixels. */
  readonly middle: () => readonly [x: number, y: number];
}

/** How often the element comes back when a page covers it: a page that covers it each time wins in the end. */
const MAX_TURNS = 100;
/** Events that can bring something above the element or remove its parent. Not all of these bubble, so the capture phase is used. */
const EVENTS = ['focusin', 'focusout', 'toggle', 'close', 'fullscreenchange'] as const;
/** `open`: dialogs. Children: a dialog that is removed while it is open. */
const CHANGES: MutationObserverInit = { subtree: true, childList: true, attributeFilter: ['open'] };

/** Puts an element into the top layer of a page and keeps it there. Returns a function that removes it. */
export function keepOnTop(element: HTMLElement, ports: TopLayerPorts): () => void {
  const { document } = ports;
  let turns = 0;
  const observer = new MutationObserver((records) => {
    if (!element.isConnected || records.some(({ type }) => type === 'attributes')) check();
  });
  const raise = (): void => {
    const parent = topDialog(ports) ?? document.documentElement;
    const isShown = element.parentNode === parent && element.matches(':popover-open');
    if ((isShown && !isCovered(element, ports)) || turns > MAX_TURNS) return;
    turns += 1;
    if (element.parentNode !== parent) {
      parent.append(element);
      // Changes in a shadow tree are reported to its own root only.
      observer.observe(parent.getRootNode(), CHANGES);
    }
    if (element.matches(':popover-open')) element.hidePopover();
    element.showPopover();
  };
  const check = (event?: Event): void => {
    // Without a parent it was removed alone, so on purpose.
    if (event?.target !== element && element.parentNode !== null) raise();
  };
  element.popover = 'manual';
  raise();
  observer.observe(document, CHANGES);
  for (const type of EVENTS) document.addEventListener(type, check, true);
  return () => {
    observer.disconnect();
    for (const type of EVENTS) document.removeEventListener(type, check, true);
    element.remove();
  };
}

/** The modal dialog that makes the rest of the page inert; null: none. */
function topDialog({ document, shadowRootOf }: TopLayerPorts): Element | null {
  // Inert elements are not hit, and the backdrop of the top dialog fills the window.
  let hit = document.elementFromPoint(1, 1);
  for (let inner = hit; inner !== null;) {
    hit = inner;
    inner = shadowRootOf(hit)?.elementFromPoint(1, 1) ?? null;
    if (inner === hit) break;
  }
  for (let at = hit; at !== null;) {
    const dialog = at.closest('dialog:modal');
    if (dialog !== null) return dialog;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? null;
}

/** Whether another element is hit at the place of the element. */
function isCovered(element: HTMLElement, { document, middle }: TopLayerPorts): boolean {
  const root = element.getRootNode();
  const scope = root instanceof ShadowRoot ? root : document;
  return scope.elementFromPoint(...middle()) !== element;
}
