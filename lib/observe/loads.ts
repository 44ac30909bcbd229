// What one element asks for without encryption, in raw words: the background knows what they mean (lib/page/load-kind.ts).
import { isInsecure } from '../page/address.ts';
import { addressOf, attributeOf, hasAttributeOn, tagOf } from './dom.ts';

/** One thing an element asks for: by which part of it, and an absolute, insecure address. */
export type Load = readonly [what: string, url: string];

/** Attributes that load, send or offer something on one element or another. HTML standard, 4.2, 4.8 and 4.10; SVG 2, 16. */
const ATTRIBUTES = ['src', 'href', 'xlink:href', 'data', 'poster', 'action', 'formaction'];
/** Relations that load. Canonical, alternate, dns-prefetch and the like do not. */
const LOADING_REL = /(^|\s)(stylesheet|icon|manifest|prefetch|(module)?preload)(\s|$)/i;
const STYLE_URL = /url\(\s*(["']?)(http:[^"')]+)\1\s*\)/gi;

/** Types of scripts that browsers fetch: JavaScript in its spellings, and modules. HTML standard, 4.12.1.1; MIME Sniffing, 4.6. */
const SCRIPT_TYPE = /^\s*(|module|((text|application)\/)?(x-)?(java|ecma|j|live)script(1\.[0-5])?)\s*$/i;

/** Everything this element loads, sends to or offers over clear text. Children are not looked at. */
export function readLoads(element: Element): readonly Load[] {
  const loads: Load[] = [];
  const add = (what: string, url = ''): void => {
    if (isInsecure(url)) loads.push([what, url]);
  };
  const tag = tagOf(element);
  const parent = element.parentElement?.localName ?? '';
  if (tag === 'img' && (hasAttributeOn(element, 'srcset') || parent === 'picture')) {
    // Which candidate of a set is chosen, only the browser knows.
    add('img srcset', (element as HTMLImageElement).currentSrc);
  } else {
    for (const attribute of ATTRIBUTES) {
      if (isEffective(element, tag, attribute))
        add(describe(element, tag, attribute, parent), addressOf(element, attribute));
    }
  }
  for (const match of attributeOf(element, 'style').matchAll(STYLE_URL)) add('style', match[2]);
  return loads;
}

function describe(element: Element, tag: string, attribute: string, parent: string): string {
  if (tag === 'link') return `link ${attributeOf(element, 'as')},${attributeOf(element, 'rel')}`;
  // Both load only as a part of their parent.
  return `${tag} ${tag === 'source' || tag === 'track' ? parent : attribute}`;
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
    case 'script':
      return SCRIPT_TYPE.test(attributeOf(element, 'type') || attributeOf(element, 'language'));
    case 'form':
      return !/^dialog$/i.test(attributeOf(element, 'method'));
    case 'input':
      return attribute !== 'src' || /^image$/i.test(attributeOf(element, 'type'));
    default:
      return true;
  }
}
