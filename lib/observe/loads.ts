// What one element asks for without encryption, in raw words: the background knows what they mean (lib/page/load-kind.ts).
import {
  allMatching,
  attributeOf,
  baseOf,
  hasAttributeOn,
  insecure,
  parentOf,
  rootOf,
  tagOf,
} from './dom.ts';
import { addressesIn } from './sheets.ts';

/** One thing an element asks for: by which part of it, an absolute, insecure address, and whether the element loads nothing as it is now. */
export type Load = readonly [what: string, url: string, isIdle: boolean];

/**
 * Attributes that load, send or offer something, and on which elements. HTML standard, 4.2, 4.8, 4.10 and 16.3 (`background`); SVG 2, 16
 * (`xlink:href`, 16.1.6, still works). No <applet> and no <param>: no browser loads them any more.
 */
const ELEMENTS: Readonly<Record<string, string>> = {
  src: 'audio embed frame iframe img input script source track video',
  href: 'a area feImage image link script use',
  action: 'form',
  formaction: 'button input',
  data: 'object',
  poster: 'video',
  background: 'body table tbody td tfoot th thead tr',
};
/** The same by element. A map, because pages name elements as they like: `<constructor>`. */
const ATTRIBUTES = new Map<string, readonly string[]>();
for (const [attribute, tags] of Object.entries(ELEMENTS))
  for (const tag of tags.split(' ')) ATTRIBUTES.set(tag, [...(ATTRIBUTES.get(tag) ?? []), attribute]);

/** Relations that load. Canonical, alternate, dns-prefetch and the like do not. */
const LOADING_REL =
  /(?<!\S)(stylesheet|icon|manifest|prefetch|(module)?preload|apple-touch-icon(-precomposed)?|mask-icon)(?!\S)/gi;
/** Longer than every `as` there is. */
const MAX_AS = 20;
/** Types of scripts that browsers fetch: JavaScript in its spellings, and modules. HTML standard, 4.12.1.1; MIME Sniffing, 4.6. */
const SCRIPT_TYPE = /^\s*(|module|((text|application)\/)?(x-)?(java|ecma|j|live)script(1\.[0-5])?)\s*$/i;
/** HTML standard, 4.2.5.3, "refresh state". */
const REFRESH = /^\s*[\d.]+\s*[;,\s]\s*(?:url\s*=\s*)?["']?([^"']+)/i;

const NONE: readonly Load[] = [];

/**
 * Everything this element loads, sends to or offers over clear text. Children are not looked at. `inFrame`: the document is in another one.
 * Most elements of a page have nothing to do with loads, so nothing is made for them.
 */
export function readLoads(element: Element, tag: string, inFrame: boolean): readonly Load[] {
  const attributes = ATTRIBUTES.get(tag);
  const style = attributeOf(element, 'style');
  const isRefresh = inFrame && tag === 'meta';
  if (!attributes && !style && !isRefresh) return NONE;
  const loads: Load[] = [];
  const add = (what: string, url: string): void => {
    if (url) loads.push([what, url, isIdle(element, what, url)]);
  };
  if (tag === 'img' && (hasAttributeOn(element, 'srcset') || parentTag(element) === 'picture')) {
    // Which candidate of a set is chosen, only the browser knows.
    add('img srcset', insecure(element, (element as HTMLImageElement).currentSrc));
  } else {
    for (const attribute of attributes ?? []) {
      const url = insecure(element, attributeOf(element, attribute));
      if (url && isEffective(element, tag, attribute)) add(describe(element, tag, attribute), url);
    }
  }
  // A page that goes elsewhere leaves; a frame that does loads into the page around it.
  if (isRefresh && /^refresh$/i.test(attributeOf(element, 'http-equiv')))
    add('meta refresh', insecure(element, REFRESH.exec(attributeOf(element, 'content'))?.[1]));
  if (style) for (const url of addressesIn(style, baseOf(element))) add('style', url);
  return loads;
}

function describe(element: Element, tag: string, attribute: string): string {
  if (tag === 'link') {
    // Of the relations those that load, each once: a page may write any number of words around them.
    const relations = new Set(attributeOf(element, 'rel').toLowerCase().match(LOADING_REL));
    return `link ${attributeOf(element, 'as').slice(0, MAX_AS)},${[...relations].join(' ')}`;
  }
  // Both load only as a part of their parent.
  return `${tag} ${tag === 'source' || tag === 'track' ? parentTag(element) : attribute}`;
}

const DIALOG = /^dialog$/i;
/** Buttons that send a form in another way than the form itself. */
const OWN_METHOD = '[formmethod]:not([formmethod=dialog i])';

/** In a shadow tree it is taken for granted, so that no form is left out there. */
function hasOwnMethods(root: Node): boolean {
  return !(root instanceof Document) || allMatching(root, OWN_METHOD).length > 0;
}

/** Whether the attribute has its effect on this element, with the others it has. */
function isEffective(element: Element, tag: string, attribute: string): boolean {
  const type = attributeOf(element, 'type');
  switch (tag) {
    case 'a':
    case 'area':
      return hasAttributeOn(element, 'download');
    case 'link':
      return attributeOf(element, 'rel').search(LOADING_REL) >= 0;
    case 'iframe':
      return !hasAttributeOn(element, 'srcdoc');
    case 'script':
      return SCRIPT_TYPE.test(type || attributeOf(element, 'language'));
    case 'form':
      // It closes its dialog and sends nothing (HTML standard, 4.10.22.3), unless a button has a method of its own.
      return !DIALOG.test(attributeOf(element, 'method')) || hasOwnMethods(rootOf(element));
    case 'button':
      return !/^(button|reset)$/i.test(type) && !DIALOG.test(attributeOf(element, 'formmethod'));
    case 'input':
      return attribute === 'src' ? /^image$/i.test(type) : /^(image|submit)$/i.test(type);
    default:
      return true;
  }
}

/** Pixels below the window at which frames are not loaded yet: 2,500 in Chromium on a slow network, less elsewhere. */
const FAR = 4000;

/** What elements have that may load nothing as they are. No page can stand in for it: that goes for forms alone. */
type Idle = Element &
  Partial<
    Pick<HTMLLinkElement, 'disabled' | 'media' | 'rel'> &
      Pick<HTMLScriptElement, 'noModule' | 'type'> &
      Pick<HTMLImageElement, 'loading' | 'complete'> &
      Pick<HTMLTrackElement, 'track'> &
      Pick<HTMLMediaElement, 'preload' | 'autoplay' | 'currentSrc'>
  >;

/** Whether the element, as it is now, does not load what it names. Whatever the browser lists or reports is believed before this. */
function isIdle(element: Idle, what: string, url: string): boolean {
  const [tag, part] = what.split(' ');
  const { loading } = element;
  const isLazy = loading === 'lazy';
  if (tag === 'link')
    return (
      !!element.disabled || (/preload/.test(what) && !!element.media && !matchMedia(element.media).matches)
    );
  if (tag === 'img') return isLazy && !element.complete;
  // Its document tells nothing: it is empty before, and when the browser blocked it.
  if (tag === 'iframe') return isLazy && element.getBoundingClientRect().top > innerHeight + FAR;
  if (tag === 'track') return element.track?.mode === 'disabled';
  if (part === 'src')
    return (
      (element.preload === 'none' && !element.autoplay) ||
      (!!element.noModule && !/module/i.test(element.type ?? ''))
    );
  // The source that the browser took, under its encrypted address or not.
  const media: Idle | null = tag === 'source' ? parentOf(element) : null;
  const chosen = media?.currentSrc;
  return !!chosen && chosen.replace('https', 'http') !== url;
}

function parentTag(element: Element): string {
  const parent = parentOf(element);
  return parent ? tagOf(parent) : '';
}
