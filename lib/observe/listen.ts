// Listens to events of the window for as long as the document lives. `document.open()` removes every listener of the window and the document, also those
// of extensions, but not observers and timers. https://html.spec.whatwg.org/#document-open-steps

/** Adds a listener in the capture phase of the window, and again whenever the document was emptied. */
export type Listen = <K extends keyof WindowEventMap>(
  type: K,
  listener: (event: WindowEventMap[K]) => void,
) => void;

/** Makes the function that listens in a window. Emptying a document is a mutation, and mutations are delivered before later events. */
export function makeListen(window: Window & typeof globalThis): Listen {
  return (type, listener) => {
    // Adding a listener twice has no effect.
    const add = (): void => window.addEventListener(type, listener, true);
    add();
    // Not the subtree: the children of most documents change once.
    new MutationObserver(add).observe(window.document, { childList: true });
  };
}
