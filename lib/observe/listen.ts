// Listens to events of the window for as long as the document lives. `document.open()` takes away every listener of the window and of the document,
// those of extensions too; mutation observers, timers and the observers of performance stay. https://html.spec.whatwg.org/#document-open-steps

/** Adds a listener in the capture phase of the window, and again whenever the document was emptied. */
export type Listen = <K extends keyof WindowEventMap>(
  type: K,
  listener: (event: WindowEventMap[K]) => void,
) => void;

/** The way to listen in a window. Emptying a document is a mutation, and mutations are delivered before any event that comes after them. */
export function makeListen(window: Window & typeof globalThis): Listen {
  return (type, listener) => {
    // A listener that is still there is not added twice.
    const add = (): void => window.addEventListener(type, listener, true);
    add();
    // Not the subtree: the document's own children change once in the life of most documents.
    new MutationObserver(add).observe(window.document, { childList: true });
  };
}
