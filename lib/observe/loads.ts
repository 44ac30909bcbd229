// What one element asks for without encryption, in raw words: the background knows what they mean (lib/page/load-kind.ts).
import { isInsecure } from '../page/address.ts';
import { absolute, addressOf, attributeOf, hasAttributeOn, parentOf, tagOf } from './dom.ts';
import { addressesIn } from './sheets.ts';

/** One thing an element asks for: by which part of it, and an absolute, insecure address. */
export type Load = readonly [what: string, url: string];

/** SVG 2, 16.1.6: the older name still works. */
const SVG_HREF = 'href xlink:href';
/**
 * Attributes that load, send or offer something, by element. HTML standard, 4.2, 4.8, 4.10 and 16.3 (`background`); SVG 2, 16.
 * No <applet> and no <param>: no browser loads them any more.
 */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  audio: 'src',
  button: 'formaction',
  embed: 'src',
  feImage: SVG_HREF,
  form: 'action',
  frame: 'src',
  iframe: 'src',
  image: SVG_HREF,
  img: 'src',
  input: 'src formaction',
  link: 'href',
  object: 'data',
  script: `src ${SVG_HREF}`,
  source: 'src',
  track: 'src',
  use: SVG_HREF,
  video: 'src poster',
};
const HAS_BACKGROUND = /^(body|t(able|body|[dhr]|foot|head))$/;
/** Relations that load. Canonical, alternate, dns-prefetch and the like do not. */
const LOADING_REL =
  /(^|\s)(stylesheet|icon|manifest|prefetch|(module)?preload|apple-touch-icon(-precomposed)?|mask-icon)(\s|$)/i;
/** Types of scripts that browsers fetch: JavaScript in its spellings, and modules. HTML standard, 4.12.1.1; MIME Sniffing, 4.6. */
const SCRIPT_TYPE = /^\s*(|module|((text|application)\/)?(x-)?(java|ecma|j|live)script(1\.[0-5])?)\s*$/i;
/** HTML standard, 4.2.5.3, "refresh state". */
const REFRESH = /^\s*[\d.]+\s*[;,\s]\s*(?:url\s*=\s*)?["']?([^"']+)/i;

/** Everything this element loads, sends to or offers over clear text. Children are not looked at. `inFrame`: the document is in another one. */
export function readLoads(element: Element, inFrame: boolean): readonly Load[] {
  const loads: Load[] = [];
  const add = (what: string, url = ''): void => {
    if (isInsecure(url)) loads.push([what, url]);
  };
  const tag = tagOf(element);
  const isChosen = tag === 'img' && (hasAttributeOn(element, 'srcset') || parentTag(element) === 'picture');
  if (isChosen) {
    // Which candidate of a set is chosen, only the browser knows.
    add('img srcset', (element as HTMLImageElement).currentSrc);
  } else {
    const attributes = HAS_BACKGROUND.test(tag) ? 'background' : ATTRIBUTES[tag];
    for (const attribute of attributes?.split(' ') ?? []) {
      if (hasAttributeOn(element, attribute) && isEffective(element, tag, attribute))
        add(describe(element, tag, attribute), addressOf(element, attribute));
    }
  }
  // A page that goes elsewhere leaves; a frame that does loads into the page around it.
  if (inFrame && tag === 'meta' && /^refresh$/i.test(attributeOf(element, 'http-equiv')))
    add('meta refresh', absolute(element, REFRESH.exec(attributeOf(element, 'content'))?.[1]));
  for (const url of addressesIn(attributeOf(element, 'style'))) add('style', url);
  return loads;
}

function describe(element: Element, tag: string, attribute: string): string {
  if (tag === 'link') return `link ${attributeOf(element, 'as')},${attributeOf(element, 'rel')}`;
  // Both load only as a part of their parent.
  return `${tag} ${tag === 'source' || tag === 'track' ? parentTag(element) : attribute}`;
}

/** Whether the attribute has its effect on this element, with the others it has. */
function isEffective(element: Element, tag: string, attribute: string): boolean {
  const type = attributeOf(element, 'type');
  switch (tag) {
    case 'a':
    case 'area':
      return hasAttributeOn(element, 'download');
    case 'link':
      return LOADING_REL.test(attributeOf(element, 'rel'));
    case 'iframe':
      return !hasAttributeOn(element, 'srcdoc');
    case 'script':
      return SCRIPT_TYPE.test(type || attributeOf(element, 'language'));
    case 'button':
      return !/^(button|reset)$/i.test(type);
    case 'input':
      return attribute === 'src' ? /^image$/i.test(type) : /^(image|submit)$/i.test(type);
    default:
      return true;
  }
}

function parentTag(element: Element): string {
  const parent = parentOf(element);
  return parent === null ? '' : tagOf(parent);
}
