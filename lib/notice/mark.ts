// Marks what this extension draws into a page: a later version finds by it what an earlier one left there, and leaves what it drew itself.

/** On the style sheet in the closed shadow root of what is drawn; as a symbol, the set of what this version drew. */
export const MARK = 'data-https-trust-inspector';

/** `host`: what is put into the page; `style`: the style sheet in its shadow root. */
export function markDrawn(host: Element, style: Element): void {
  style.setAttribute(MARK, '');
  // The world of the extension in this frame: an update makes a new one.
  const world = globalThis as { [key: symbol]: WeakSet<Element> | undefined };
  (world[Symbol.for(MARK)] ??= new WeakSet()).add(host);
}
