// The insecure requests of one element, as raw text that the background interprets (lib/mixed-content/load-kind.ts).
import { allMatching, attributeOf, baseOf, getAttribute, insecure, parentOf, rootOf, tagOf } from './dom.ts';
import { addressesIn } from './sheets.ts';
import { MAX_DETAIL } from '../mixed-content/load-kind.ts';

/** One request of an element: the part that makes it, an absolute, insecure address, and whether the element does not load it now. */
export type Load = readonly [what: string, url: string, isIdle: boolean];

/**
 * Attributes that load, send or offer something, and their elements. HTML standard, 4.2, 4.8, 4.10 and 16.3 (`background`); SVG 2, 16 (`xlink:href`,
 * 16.1.6, still works). No <applet> and no <param>: no browser loads them any more.
 */
const ELEMENTS: Readonly<Record<string, string>> = {
  src: 'audio embed frame iframe img input script source track video',
  href: 'a area feImage image link script use',
  action: 'form',
  formaction: 'button input',
  data: 'object',
  poster: 'video',
  content: 'meta',
  background: 'body table tbody td tfoot th thead tr',
};
/** The same by element. A map, because pages may name elements like inherited keys: `<constructor>`. */
const ATTRIBUTES = new Map<string, readonly string[]>();
for (const [attribute, tags] of Object.entries(ELEMENTS))
  for (const tag of tags.split(' ')) ATTRIBUTES.set(tag, [...(ATTRIBUTES.get(tag) ?? []), attribute]);

/** The attributes that decide whether an element loads, and as what. The background reads their values, each on its own line. */
const DETAILS = 'as\nrel\ntype\nformmethod\nhttp-equiv';
/** HTML standard, 4.2.5.3, "refresh state", for a content that begins with a number. */
const REFRESH = /^[\s\d.;,]+(?:url\s*=\s*)?["']?([^"']+)/i;

const NONE: readonly Load[] = [];

/**
 * Everything that this element, without its children, loads, sends to or offers without encryption. Most elements of a page have nothing to do with
 * requests, so nothing is allocated for them.
 */
export function readLoads(element: Element, tag: string): readonly Load[] {
  const attributes = ATTRIBUTES.get(tag);
  const style = attributeOf(element, 'style');
  if (!attributes && !style) return NONE;
  const loads: Load[] = [];
  const add = (what: string, url: string): void => {
    if (url) loads.push([what, url, isIdle(element, what, url)]);
  };
  if (tag === 'img' && (getAttribute(element, 'srcset') !== null || parentTag(element) === 'picture')) {
    // Only the browser knows which candidate of a set is chosen.
    add('img srcset', insecure(element, (element as HTMLImageElement).currentSrc));
  } else {
    for (const attribute of attributes ?? []) {
      const value = attributeOf(element, attribute);
      const url = insecure(element, tag === 'meta' ? REFRESH.exec(value)?.[1] : value);
      if (url && isEffective(element, tag)) add(describe(element, tag, attribute), url);
    }
  }
  // As the browser parses it; the attribute's text where the page shadows the property, or the element has no styles.
  if (style)
    for (const url of addressesIn((element as Styled).style?.cssText ?? style, baseOf(element)))
      add('style', url);
  return loads;
}

function describe(element: Element, tag: string, attribute: string): string {
  // Both load only as a part of their parent.
  const part = tag === 'source' || tag === 'track' ? parentTag(element) : attribute;
  const details = DETAILS.replace(/.+/g, (name) =>
    attributeOf(element, name).replace(/\s+/g, ' ').slice(0, MAX_DETAIL),
  );
  return `${tag} ${part}\n${details}`.trim();
}

/** Whether the attribute may have an effect on this element, as far as its context decides. */
function isEffective(element: Element, tag: string): boolean {
  const root = rootOf(element);
  switch (tag) {
    case 'a':
    case 'area':
      return getAttribute(element, 'download') !== null;
    case 'iframe':
      return getAttribute(element, 'srcdoc') === null;
    case 'form':
      // A form that closes its dialog sends nothing (HTML standard, 4.10.22.3), unless a button has another method. In a shadow tree a button is assumed, so
      // that no form is missed there.
      return (
        !/^dialog$/i.test(attributeOf(element, 'method')) ||
        !(root instanceof Document) ||
        allMatching(root, '[formmethod]').length > 0
      );
    default:
      return true;
  }
}

/** Pixels below the window at which frames are not loaded yet: 2,500 in Chromium on a slow network, less elsewhere. */
const FAR = 4000;

/** Properties of elements that may load nothing in their present state. A page can shadow those of forms only, so these are safe. */
type Idle = Element &
  Partial<
    Pick<HTMLLinkElement, 'disabled' | 'media'> &
      Pick<HTMLScriptElement, 'noModule' | 'type'> &
      Pick<HTMLImageElement, 'loading' | 'complete'> &
      Pick<HTMLTrackElement, 'track'> &
      Pick<HTMLMediaElement, 'preload' | 'autoplay' | 'currentSrc'>
  >;
type Styled = Element & Partial<ElementCSSInlineStyle>;

/** Whether the element, in its present state, does not load what it names. A browser's own list or report outweighs this. */
function isIdle(element: Idle, what: string, url: string): boolean {
  const { media, type } = element;
  const parent: Idle | null = what.startsWith('source') ? parentOf(element) : null;
  const chosen = parent?.currentSrc;
  return !!(
    element.disabled ||
    (media && /preload/.test(attributeOf(element, 'rel')) && !matchMedia(media).matches) ||
    // Only images report whether they are complete. The document of a frame is empty before, and also when the browser blocked it.
    (element.loading === 'lazy' &&
      !(element.complete ?? element.getBoundingClientRect().top < innerHeight + FAR)) ||
    element.track?.mode === 'disabled' ||
    (/o src/.test(what)
      ? element.preload === 'none' && !element.autoplay
      : element.noModule && !/module/i.test(`${type}`)) ||
    // The source that the browser chose, under its encrypted address or not.
    (chosen && chosen.replace('https', 'http') !== url)
  );
}

function parentTag(element: Element): string {
  const parent = parentOf(element);
  return parent ? tagOf(parent) : '';
}
