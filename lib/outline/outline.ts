// Draws outlines around elements of a page, each with the number of its entry in the list: on top of everything, in a closed shadow root of one element.
// The page's own elements and styles stay unchanged, and clicks go through.
import { markDrawn } from '../notice/mark.ts';
import { findElement, visiblePart } from './find-element.ts';
import { OUTLINE_STYLE } from './outline-style.ts';
import type { OutlineOrder } from './outline-order.ts';
import type { OutlineAnswer, OutlineFind } from './outline-state.ts';

export interface OutlinePorts {
  readonly window: Window & typeof globalThis;
  /** An outlined element has left the document. */
  readonly onLost: (ids: readonly string[]) => void;
}

/** The outlines that a frame shows. */
export interface ShownOutlines {
  readonly answer: OutlineAnswer;
  readonly remove: () => void;
}

/** px: a blocked image may have no size at all. */
const LEAST = 12;

interface Box {
  readonly element: Element;
  readonly ids: readonly string[];
  readonly drawn: HTMLElement;
  at: string;
}

/** Draws the outlines of one order. They follow their elements until `remove()`. */
export function drawOutlines(
  { targets, scroll }: OutlineOrder,
  { window, onLost }: OutlinePorts,
): ShownOutlines {
  const { document } = window;
  const finds: Record<string, OutlineFind> = {};
  const seen = new Map<Element, { readonly ids: string[]; readonly numbers: number[] }>();
  let first: Element | null = null;
  for (const { id, number, url, place } of targets) {
    const element = findElement(document, place, url);
    const part = element && visiblePart(element);
    finds[id] = element === null ? 'gone' : part === null ? 'hidden' : 'shown';
    if (part === null) continue;
    first ??= part;
    const known = seen.get(part) ?? { ids: [], numbers: [] };
    known.ids.push(id);
    known.numbers.push(number);
    seen.set(part, known);
  }
  if (seen.size === 0) return { answer: finds, remove: () => undefined };
  if (scroll && first !== null) bringIntoView(first, window);

  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = OUTLINE_STYLE;
  markDrawn(host, style);
  let live: readonly Box[] = [...seen].map(([element, { ids, numbers }]) => ({
    element,
    ids,
    drawn: makeBox(document, numbers),
    at: '',
  }));
  root.append(style, ...live.map(({ drawn }) => drawn));
  host.setAttribute('aria-hidden', 'true');
  document.documentElement.append(host);
  liftAbove(host);

  let frame = 0;
  // In each frame, and not only on scroll and resize: loading and animations move elements too. Nothing is written when nothing moved.
  const follow = (): void => {
    // A newer version of the extension removed it.
    if (!host.isConnected) return;
    const lost = live.filter(({ element }) => !element.isConnected);
    if (lost.length > 0) {
      live = live.filter((box) => !lost.includes(box));
      for (const { drawn } of lost) drawn.remove();
      onLost(lost.flatMap(({ ids }) => ids));
    }
    // Everything is read before anything is written.
    const places = live.map(({ element }) => element.getBoundingClientRect());
    live.forEach((box, index) => move(box, places[index]));
    frame = window.requestAnimationFrame(follow);
  };
  follow();
  return {
    answer: finds,
    remove: () => {
      window.cancelAnimationFrame(frame);
      host.remove();
    },
  };
}

function makeBox(document: Document, numbers: readonly number[]): HTMLElement {
  const drawn = document.createElement('div');
  drawn.className = 'box';
  const tag = document.createElement('div');
  tag.className = 'tag';
  tag.textContent = numbers.join(' ');
  drawn.append(tag);
  return drawn;
}

function move(box: Box, rect: DOMRect | undefined): void {
  if (rect === undefined) return;
  const width = Math.max(rect.width, LEAST);
  const height = Math.max(rect.height, LEAST);
  const at = `${rect.left} ${rect.top} ${width} ${height}`;
  if (at === box.at) return;
  box.at = at;
  const { style } = box.drawn;
  style.transform = `translate(${rect.left}px, ${rect.top}px)`;
  style.width = `${width}px`;
  style.height = `${height}px`;
}

/** Browsers also scroll the frames around this one, in other processes too (CSSOM View, "scroll a target into view"). */
function bringIntoView(element: Element, window: Window): void {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: isStill ? 'instant' : 'smooth' });
}

/** Moves it into the top layer, where the page's dialogs are. */
function liftAbove(host: HTMLElement): void {
  host.popover = 'manual';
  host.showPopover();
}
