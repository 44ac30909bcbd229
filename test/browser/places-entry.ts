// Runs in a page: creates trees of every shape, with shadow roots in them, and returns the elements that are not found again by their place.
import { findElement } from '../../lib/outline/find-element.ts';
import { takeDom } from '../../lib/observe/dom.ts';
import { locate } from '../../lib/observe/find-place.ts';
import type { ElementPlace } from '../../lib/mixed-content/place.ts';

takeDom(document);

const TAGS = ['div', 'p', 'img', 'x-card', 'section', 'svg', 'a'];
const IDS = ['', '', '', '', 'a', 'a', '1', 'x y', '"', '#:>', '例', '\u0001'];

/** Pseudo-random numbers, the same in every run, so that a failure can be reproduced. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Adds `count` elements anywhere below `roots`, some with an open shadow root; returns all that were added. */
function grow(root: Element, count: number, next: (below: number) => number): readonly Element[] {
  const parents: (Element | ShadowRoot)[] = [root];
  const made: Element[] = [];
  for (let index = 0; index < count; index += 1) {
    const element = document.createElement(TAGS[next(TAGS.length)] ?? 'div');
    const id = IDS[next(IDS.length)] ?? '';
    if (id !== '') element.id = id;
    parents[next(parents.length)]?.append(element);
    made.push(element);
    parents.push(element);
    if (element.localName === 'div' && next(6) === 0) parents.push(element.attachShadow({ mode: 'open' }));
  }
  return made;
}

/** The place of an element, computed in one go, and the number of steps. */
function placeOf(element: Element): { readonly place: ElementPlace | null; readonly steps: number } {
  const work = locate(element);
  let step = work.next();
  let steps = 0;
  for (; step.done !== true; steps += 1) step = work.next();
  return { place: step.value, steps };
}

/** Steps to the place of the last but one of so many siblings and one, and then to that of the last. */
export function countSteps(count: number): readonly number[] {
  document.body.replaceChildren(...Array.from({ length: count + 1 }, () => document.createElement('b')));
  return [...document.body.children].slice(-2).map((element) => placeOf(element).steps);
}

/** Places of elements that are in no document: one that was taken away, and one in a tree that never was in it. */
export function placesOfNone(): readonly unknown[] {
  const gone = document.createElement('p');
  gone.id = 'gone';
  document.body.append(gone);
  gone.remove();
  const outer = document.createElement('div');
  const inner = document.createElement('p');
  inner.id = 'inner';
  outer.append(inner);
  const host = document.createElement('div');
  const shadowed = document.createElement('p');
  host.attachShadow({ mode: 'open' }).append(shadowed);
  return [gone, inner, shadowed].map((element) => placeOf(element).place);
}

/** Descriptions of the elements that were not found; a place that was cut short may name another. */
export function tryPlaces(rounds: number): readonly string[] {
  const lost: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const root = document.createElement('main');
    document.body.append(root);
    for (const element of grow(root, 40, numbers(round))) {
      const { place } = placeOf(element);
      // Trees that are nested too deeply are not followed.
      if (place === null) continue;
      const isWhole = place.selectors.every((selector) => selector.length < 150);
      if (isWhole && findElement(document, place, 'http://nowhere.example/') !== element)
        lost.push(`${round}: ${JSON.stringify(place)} ${element.outerHTML.slice(0, 80)}`);
    }
    root.remove();
  }
  return lost;
}
