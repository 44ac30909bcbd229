// What one element asks for without encryption, in raw words: the background knows what they mean (lib/page/load-kind.ts).
import { addressOf, attributeOf, hasAttributeOn, tagOf } from './dom.ts';

/** One thing an element asks for: by which part of it, and an absolute address that starts with `http:` or `ws:`. */
export type Load = readonly [what: string, url: string];

/** Attributes that load, send or offer something on one element or another. HTML standard, 4.2, 4.8 and 4.10; SVG 2, 16. */
const ATTRIBUTES = ['src', 'href', 'xlink:href', 'data', 'poster', 'action', 'formaction'];
/** Relations that load. Canonical, alternate, dns-prefetch and the like do not. */
const LOADING_REL = /(?:^|\s)(?:stylesheet|icon|modulepreload|manifest|prefetch|preload)(?:\s|$)/i;
const STYLE_URL = /url\(\s*(["']?)(http:[^"')]+)\1\s*\)/gi;

/** Everything this element loads, sends to or offers over clear text. Children are not looked at. */
export function readLoads(element: Element): readonly Load[] {
  const loads: Load[] = [];
  const add = (what: string, url: string | null | undefined): void => {
    if (/^(?:http|ws):/i.test(url ?? '')) loads.push([what, url ?? '']);
  };
  const tag = tagOf(element);
  const parent = element.parentElement?.localName ?? '';
  // Which candidate of a set is chosen, only the browser knows.
  const fromSet = tag === 'img' && (hasAttributeOn(element, 'srcset') || parent === 'picture');
  if (fromSet) add('img srcset', (element as HTMLImageElement).currentSrc);
  for (const attribute of ATTRIBUTES) {
    if (fromSet || !hasAttributeOn(element, attribute) || !isEffective(element, tag, attribute)) continue;
    add(describe(element, tag, attribute, parent), addressOf(element, attribute));
  }
  for (const match of attributeOf(element, 'style').matchAll(STYLE_URL)) add('style', match[2]);
  return loads;
}

function describe(element: Element, tag: string, attribute: string, parent: string): string {
  if (tag === 'link') return `link ${attributeOf(element, 'as')},${attributeOf(element, 'rel')}`;
  return `${tag} ${tag === 'source' ? parent : attribute}`;
}

/** Whether the attribute has its effect on this element, with the others it has. */
function isEffective(element: Element, tag: string, attribute: string): boolean {
  switch (tag) {
    case 'a':
    case 'area':
      return hasAttributeOn(element, 'download');
    case 'link':
      return LOADING_REL.test(attributeOf(element, 'rel'));
    case 'iframe':
      return !hasAttributeOn(element, 'srcdoc');
    case 'form':
      return attributeOf(element, 'method').toLowerCase() !== 'dialog';
    case 'input':
      return attribute !== 'src' || attributeOf(element, 'type').toLowerCase() === 'image';
    default:
      return true;
  }
}
