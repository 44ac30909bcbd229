// What kind of load a sighting is, from the raw words of the observer: the element and attribute, or the initiator in the list of loads.
// Kept out of the observer, because a script in every page of every tab pays for each byte.
import { isIpHost } from './address.ts';
import type { LoadKind } from './mixed-content.ts';

/** Attributes of elements that load one kind of thing. HTML standard, 4.2 and 4.8; SVG 2, 16. */
const ELEMENTS: Readonly<Record<string, LoadKind>> = {
  'a href': 'download',
  'area href': 'download',
  'audio src': 'audio',
  'body background': 'image',
  'button formaction': 'form',
  'embed src': 'object',
  'feImage href': 'image',
  'feImage xlink:href': 'image',
  'form action': 'form',
  'frame src': 'frame',
  'iframe src': 'frame',
  'image href': 'image',
  'image xlink:href': 'image',
  'img src': 'image',
  'img srcset': 'image-set',
  'input formaction': 'form',
  'input src': 'image',
  'meta refresh': 'frame',
  'object data': 'object',
  'script href': 'script',
  'script src': 'script',
  'script xlink:href': 'script',
  'source audio': 'audio',
  'source video': 'video',
  'table background': 'image',
  'tbody background': 'image',
  'td background': 'image',
  'tfoot background': 'image',
  'th background': 'image',
  'thead background': 'image',
  'tr background': 'image',
  'track audio': 'track',
  'track video': 'track',
  'use href': 'image',
  'use xlink:href': 'image',
  'video poster': 'image',
  'video src': 'video',
  style: 'image',
};

/** Relations of <link> that load something, in the order in which they win. HTML standard, 4.6.7. */
const LINKS: readonly (readonly [string, LoadKind])[] = [
  ['stylesheet', 'style'],
  ['icon', 'icon'],
  ['modulepreload', 'script'],
  ['manifest', 'manifest'],
  ['prefetch', 'prefetch'],
];

/** What `as` makes of a preload. */
const PRELOADS: Readonly<Record<string, LoadKind>> = {
  script: 'script',
  style: 'style',
  font: 'font',
  image: 'image',
  fetch: 'fetch',
  track: 'track',
};

/** Initiators of the list of loads. https://www.w3.org/TR/resource-timing/#dom-performanceresourcetiming-initiatortype */
const INITIATORS: Readonly<Record<string, LoadKind>> = {
  img: 'image',
  image: 'image',
  input: 'image',
  link: 'style',
  css: 'font',
  script: 'script',
  iframe: 'frame',
  frame: 'frame',
  embed: 'object',
  object: 'object',
  audio: 'audio',
  video: 'video',
  track: 'track',
  fetch: 'fetch',
  xmlhttprequest: 'fetch',
  beacon: 'beacon',
  ping: 'beacon',
};

/** Directives of the deep check's reports. https://www.w3.org/TR/CSP3/#directives-fetch */
const DIRECTIVES: Readonly<Record<string, LoadKind>> = {
  'child-src': 'frame',
  'connect-src': 'fetch',
  'font-src': 'font',
  'form-action': 'form',
  'frame-src': 'frame',
  'img-src': 'image',
  'manifest-src': 'manifest',
  'media-src': 'video',
  'object-src': 'object',
  'prefetch-src': 'prefetch',
  'script-src': 'script',
  'script-src-elem': 'script',
  'style-src': 'style',
  'style-src-elem': 'style',
  'worker-src': 'worker',
};

/** The browser's words for requests. https://developer.chrome.com/docs/extensions/reference/api/webRequest#type-ResourceType */
const REQUESTS: Readonly<Record<string, LoadKind>> = {
  font: 'font',
  object: 'object',
  ping: 'beacon',
  script: 'script',
  stylesheet: 'style',
  sub_frame: 'frame',
  xmlhttprequest: 'fetch',
};

/**
 * The kind of what an element asks for. `what` is `<tag> <attribute>`, `source <parent tag>`, `img srcset`, `style` for a style attribute,
 * or `link <as>,<rel tokens>`. Null: that element loads nothing there.
 */
export function kindOfElement(what: string): LoadKind | null {
  if (!what.startsWith('link ')) return kindIn(ELEMENTS, what) ?? null;
  // The last comma: `as` is whatever the page wrote.
  const [, as = '', rel = ''] = /^(.*),(.*)$/s.exec(what.slice('link '.length).toLowerCase()) ?? [];
  const tokens = new Set(rel.split(/\s+/));
  const known = LINKS.find(([token]) => tokens.has(token));
  if (known !== undefined) return known[1];
  return tokens.has('preload') ? (kindIn(PRELOADS, as) ?? 'other') : null;
}

/** The kind of an entry in the list of loads. Of images, browsers block only those from a set, and those of hosts without a name. */
export function kindOfInitiator(initiator: string, blocked: boolean, url: string): LoadKind {
  const kind = kindIn(INITIATORS, initiator) ?? 'other';
  return kind === 'image' && blocked && !isIpHost(url) ? 'image-set' : kind;
}

/** The kind of a load that the browser reported, by the directive that it would break. */
export function kindOfDirective(directive: string, url: string): LoadKind {
  return /^wss?:/.test(url) ? 'websocket' : (kindIn(DIRECTIVES, directive) ?? 'other');
}

/** The kind of a request, in the browser's own word for it. */
export function kindOfRequest(type: string): LoadKind {
  return kindIn(REQUESTS, type) ?? 'other';
}

/** Own entries only: `as="constructor"` would find what every object has, and a record with that in it cannot be read back. */
function kindIn(table: Readonly<Record<string, LoadKind>>, word: string): LoadKind | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
