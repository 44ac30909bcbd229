// Follows the policies in a document's markup: https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv
// A policy applies from the moment at which it is in the head, also after its removal, and not to earlier requests. So the head is followed from the
// start, and when the page is scanned it is known which elements were there before which line.
import { MAX_METAS } from '../record/sightings/observer-report.ts';
import type { MetaLine } from '../record/sightings/observer-report.ts';
import { allMatching, rootOf, takeDom } from './dom.ts';

export interface Metas {
  readonly lines: readonly MetaLine[];
  /** Adds a line, once. */
  readonly add: (line: string) => void;
  /** The number of lines that applied when an element came into the document. */
  readonly before: (element: Element) => number;
}

/** Follows the head of a document while it is parsed. It does as little as possible, because the page waits for it. */
export function watchMetas({ document, performance }: Window & typeof globalThis): Metas {
  const lines: MetaLine[] = [];
  /** The number of lines that applied when an element was first seen. */
  const early = new WeakMap<Node, number>();
  let hasBody = false;

  const add = (line: string): void => {
    if (lines.length < MAX_METAS && !lines.some(([known]) => known === line))
      lines.push([line, hasBody ? performance.now() : 0]);
  };

  const read = (node: Node): void => {
    // Metas, unlike forms, have no property that a page can shadow.
    const { httpEquiv, content } = node as Partial<HTMLMetaElement>;
    const line = `${httpEquiv}:${content}`;
    if (!/^(content-sec|strict)/i.test(line)) return;
    if (hasBody) {
      takeDom(document);
      allMatching(document, '*').forEach((element) => early.has(element) || early.set(element, lines.length));
    }
    add(line);
  };

  const update = (records: readonly MutationRecord[]): void => {
    const { documentElement, head } = document;
    for (const node of [document, documentElement, head])
      if (node) observer.observe(node, { childList: true });
    if (hasBody) {
      // Added by a script. Elements that the same script adds after it count as earlier, because their order is unknown.
      for (const { target, addedNodes } of records) if (target === head) addedNodes.forEach(read);
    } else {
      // Scripts run between two calls, so the parser added what is new since the last one, in its order.
      for (const node of head?.children ?? [])
        if (!early.has(node)) {
          read(node);
          early.set(node, lines.length);
        }
      hasBody = !!document.body;
    }
  };
  const observer = new MutationObserver(update);
  update([]);

  return {
    lines,
    add,
    before: (element) => {
      // An element in a shadow tree came not before its host; how much later is unknown.
      let node: Node | undefined = element;
      while (node && !early.has(node)) node = (rootOf(node) as Partial<ShadowRoot>).host;
      return (node && early.get(node)) ?? lines.length;
    },
  };
}
