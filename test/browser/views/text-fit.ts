// Checks whether every text of a page fits: none is cut off, overflows its box or makes the page wider than its window.
/* oxlint-disable unicorn/consistent-function-scoping -- the function runs in the page, where this module's scope does not exist. */
import type { Page } from '@playwright/test';

/** The texts that do not fit at a window's width in px, one line per text; empty: all fit. */
export async function findMisfits(page: Page, width: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 600 });
  return page.evaluate(() => {
    const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';
    const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
    const isWithin = (inner: DOMRect, outer: DOMRect): boolean =>
      inner.left >= outer.left - 1 && inner.right <= outer.right + 1;
    const isHigh = (inner: DOMRect, outer: DOMRect): boolean =>
      inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
    /** How a line of text does not fit; null: it fits. In a scrolling part every text fits. */
    const faultOf = (line: DOMRect, text: Node): string | null => {
      let isInBox = false;
      for (let box = text.parentElement; box !== null; box = box.parentElement) {
        const style = getComputedStyle(box);
        if (style.display === 'inline' || style.display === 'contents') continue;
        const edges = box.getBoundingClientRect();
        // Only for screen readers.
        if (edges.width <= 1 && hides(style.overflowX)) return null;
        if (scrolls(style.overflowX)) return null;
        if (!isInBox && !isWithin(line, edges)) return `leaves ${box.localName}.${box.className}`;
        isInBox = true;
        if (hides(style.overflowX) && !isWithin(line, edges)) return `is cut by ${box.className}`;
        if (hides(style.overflowY) && isHigh(line, edges)) return `is cut by ${box.className}`;
        if (style.textOverflow === 'ellipsis' && box.scrollWidth > box.clientWidth)
          return `is shortened by ${box.className}`;
      }
      return line.right > innerWidth + 1 || line.left < -1 ? 'leaves the window' : null;
    };
    const overflow = document.documentElement.scrollWidth - innerWidth;
    const found = overflow > 0 ? [`the page is ${overflow} px too wide`] : [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode() !== null) {
      const text = texts.currentNode;
      if (text.parentElement?.closest('svg, select, script') !== null) continue;
      range.selectNodeContents(text);
      const faults = Array.from(range.getClientRects(), (line) => faultOf(line, text));
      const fault = faults.find((each) => each !== null);
      if (typeof fault === 'string') found.push(`“${(text.textContent ?? '').slice(0, 60)}” ${fault}`);
    }
    return found;
  });
}
