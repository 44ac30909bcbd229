// What kind of load a sighting is, from the raw words of the observer: the element and attribute, or the initiator in the list of loads.
// Kept out of the observer, because a script in every page of every tab pays for each byte.
import type { KindWord, LoadKind } from './mixed-content.ts';

/** Longest value of an attribute in a `what`, and all of them: every word that is known here is far shorter. */
export const MAX_DETAIL = 150;
export const MAX_WHAT = 1000;

/** Attributes of elements that load one kind of thing. HTML standard, 4.2 and 4.8; SVG 2, 16. */
const ELEMENTS: Readonly<Record<string, KindWord>> = {
  'a href': 'download',
  'area href': 'download',
  'audio src': 'audio',
  'body background': 'image',
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
  'object data': 'object',
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
  'use href': 'drawing',
  'use xlink:href': 'drawing',
  'video poster': 'image',
  'video src': 'video',
  style: 'image',
  // Of style sheets; CSS Fonts 4, 4.3 and CSS Cascade 5, 2.
  '@font-face': 'font',
  '@import': 'style',
};

/** Types of scripts that browsers fetch: JavaScript in its spellings, and modules. HTML standard, 4.12.1.1; MIME Sniffing, 4.6. */
const SCRIPT_TYPE = /^(|module|((text|application)\/)?(x-)?(java|ecma|j|live)script(1\.[0-5])?)$/i;

/** Relations of <link> that load something, in the order in which they win. HTML standard, 4.6.7. */
const LINKS: readonly (readonly [string, LoadKind])[] = [
  ['stylesheet', 'style'],
  ['icon', 'icon'],
  ['apple-touch-icon', 'icon'],
  ['apple-touch-icon-precomposed', 'icon'],
  ['mask-icon', 'icon'],
  ['modulepreload', 'script'],
  ['manifest', 'manifest'],
  ['prefetch', 'prefetch'],
];

const IDLE_ICONS: ReadonlySet<string> = new Set([
  'apple-touch-icon',
  'apple-touch-icon-precomposed',
  'mask-icon',
]);

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
const INITIATORS: Readonly<Record<string, KindWord>> = {
  img: 'image-request',
  image: 'image-request',
  input: 'image-request',
  link: 'link-request',
  css: 'sheet-request',
  script: 'script-request',
  iframe: 'frame',
  frame: 'frame',
  embed: 'object',
  object: 'object',
  audio: 'audio',
  video: 'media-request',
  track: 'track',
  fetch: 'fetch',
  xmlhttprequest: 'fetch',
  eventsource: 'event-source',
  beacon: 'beacon',
  ping: 'beacon',
};

/** Directives of the deep check's reports. https://www.w3.org/TR/CSP3/#directives-fetch */
const DIRECTIVES: Readonly<Record<string, KindWord>> = {
  'child-src': 'embedded',
  'connect-src': 'connect-policy',
  'font-src': 'font',
  'form-action': 'form',
  'frame-src': 'embedded',
  'img-src': 'image-policy',
  'img-src upgraded': 'image-upgraded',
  'manifest-src': 'manifest',
  'media-src': 'media-policy',
  'media-src upgraded': 'media-upgraded',
  'object-src': 'object',
  'prefetch-src': 'prefetch',
  'script-src': 'script-request',
  'script-src-elem': 'script-request',
  'style-src': 'style',
  'style-src-elem': 'style',
  'worker-src': 'worker',
};

/** The browser's words for requests. https://developer.chrome.com/docs/extensions/reference/api/webRequest#type-ResourceType */
const REQUESTS: Readonly<Record<string, KindWord>> = {
  font: 'font',
  image: 'image-refused',
  imageset: 'image-set',
  object: 'object',
  ping: 'beacon',
  script: 'script-request',
  stylesheet: 'style',
  sub_frame: 'frame',
  xmlhttprequest: 'fetch',
};

/**
 * The kind of an element's request. `what` is `<tag> <attribute>`, `source <parent tag>`, `img srcset`, `style` for a style attribute, and on lines of
 * their own the element's `as`, `rel`, `type`, `formmethod` and `http-equiv`. Null: that element loads and sends nothing there.
 */
export function kindOfElement(what: string): KindWord | null {
  const { part, as, type, formmethod, httpEquiv, relations } = readWords(what);
  switch (part) {
    case 'link href':
      return relations.kind ?? (relations.isPreload ? (kindIn(PRELOADS, as) ?? 'other') : null);
    case 'meta content':
      return httpEquiv === 'refresh' ? 'frame' : null;
    case 'script src':
    case 'script href':
      return SCRIPT_TYPE.test(type) ? 'script' : null;
    case 'input src':
      return type === 'image' ? 'image' : null;
    case 'input formaction':
      return type === 'image' || type === 'submit' ? 'form' : null;
    case 'button formaction':
      return type === 'button' || type === 'reset' || formmethod === 'dialog' ? null : 'form';
    default:
      return kindIn(ELEMENTS, part) ?? null;
  }
}

/** Whether an element names an icon for a home screen and nothing else: policies are asked, but nothing is loaded. */
export function isIdleIcon(what: string): boolean {
  const { part, relations } = readWords(what);
  return part === 'link href' && relations.isIdle;
}

interface Relations {
  /** null: none of them loads but a preload. */
  readonly kind: LoadKind | null;
  readonly isPreload: boolean;
  readonly isIdle: boolean;
}

function readWords(what: string): {
  readonly part: string;
  readonly as: string;
  readonly type: string;
  readonly formmethod: string;
  readonly httpEquiv: string;
  readonly relations: Relations;
} {
  const [part = '', ...details] = what.split('\n');
  const [as = '', rel = '', type = '', formmethod = '', httpEquiv = ''] = details.map((detail) =>
    detail.trim().toLowerCase(),
  );
  return { part, as, type, formmethod, httpEquiv, relations: readRelations(rel) };
}

function readRelations(rel: string): Relations {
  const tokens = new Set(rel.split(' '));
  const loading = LINKS.filter(([token]) => tokens.has(token));
  const isPreload = tokens.has('preload');
  const isIdle = !isPreload && loading.length > 0 && loading.every(([token]) => IDLE_ICONS.has(token));
  // One that was cut may go on with any relation.
  const isCut = rel.length >= MAX_DETAIL;
  return { kind: loading[0]?.[1] ?? (isCut ? 'other' : null), isPreload, isIdle };
}

/** What an entry of the resource timing shows about its kind. */
export function kindOfInitiator(initiator: string): KindWord {
  return kindIn(INITIATORS, initiator) ?? 'any';
}

/** What a violation report shows about a request's kind, by the violated directive. */
export function kindOfDirective(directive: string, url: string): KindWord {
  return /^wss?:/.test(url) ? 'websocket' : (kindIn(DIRECTIVES, directive) ?? 'any');
}

/** What the browser's own name of a request type shows about its kind. */
export function kindOfRequest(type: string): KindWord {
  return kindIn(REQUESTS, type) ?? 'any';
}

/** Own entries only: `as="constructor"` would find what every object has, and a record with that in it cannot be read back. */
function kindIn<T extends KindWord>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
