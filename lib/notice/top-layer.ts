// Keeps the notice above everything else in the page, and operable. A popover is in the top layer with modal dialogs and full screen, and what came
// there last is on top. A modal dialog makes all outside of it inert, so while one is open the notice stands inside it.
// https://html.spec.whatwg.org/multipage/interaction.html#inert-subtrees

export interface TopLayerPorts {
  readonly document: Document;
  /** The shadow root of an element, also a closed one; null when it has none, or the browser does not tell. */
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
  /** Where in the window the element is to be hit, in CSS pixels. */
  readonly middle: () => readonly [x: number, y: number];
}

/** Times that a page may cover the element and see it come back: a page that answers each time is not fought for ever. */
const MAX_TURNS = 100;
/** What can bring something above the element, or take away what it stands in. Not all of these bubble, so they are caught on the way down. */
const EVENTS = ['focusin', 'focusout', 'toggle', 'close', 'fullscreenchange'] as const;
/** `open`: dialogs. Children: a dialog that is removed while it is open. */
const CHANGES: MutationObserverInit = { subtree: true, childList: true, attributeFilter: ['open'] };

/** Puts an element into the top layer of a page and keeps it there; gives a function that takes it out of the page. */
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
      // Changes in a shadow tree are seen from its own root only.
      observer.observe(parent.getRootNode(), CHANGES);
    }
    if (element.matches(':popover-open')) element.hidePopover();
    element.showPopover();
  };
  const check = (event?: Event): void => {
    // Without a parent it was taken out by itself, so on purpose.
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
  // What is inert is not hit, and the backdrop of the dialog on top fills the window.
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

/** Whether something else is hit where the element is. */
function isCovered(element: HTMLElement, { document, middle }: TopLayerPorts): boolean {
  const root = element.getRootNode();
  const scope = root instanceof ShadowRoot ? root : document;
  return scope.elementFromPoint(...middle()) !== element;
}
