// Marks what this extension draws into a page, so that a later version can remove what an earlier one left, and keeps what it drew itself.

/** On the style sheet in the closed shadow root of a drawing; as a symbol, the set of what this version drew. */
export const MARK = 'data-https-trust-inspector';

/** `host`: the element in the page; `style`: the style sheet in its shadow root. */
export function markDrawn(host: Element, style: Element): void {
  style.setAttribute(MARK, '');
  // The global object of the extension in this frame: an update makes a new one.
  const world = globalThis as { [key: symbol]: WeakSet<Element> | undefined };
  (world[Symbol.for(MARK)] ??= new WeakSet()).add(host);
}
