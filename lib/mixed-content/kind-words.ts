// The words of elements, initiators, directives and requests, and the kind of load that each stands for.
import type { KindWord, LoadKind } from './mixed-content.ts';

/** Attributes of elements that load a single kind. HTML standard, 4.2 and 4.8; SVG 2, 16. */
export const ELEMENTS: Readonly<Record<string, KindWord>> = {
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
  // In style sheets; CSS Fonts 4, 4.3 and CSS Cascade 5, 2.
  '@font-face': 'font',
  '@import': 'style',
};

/** Types of scripts that browsers fetch: the MIME types of JavaScript, and modules. HTML standard, 4.12.1.1; MIME Sniffing, 4.6. */
export const SCRIPT_TYPE = /^(|module|((text|application)\/)?(x-)?(java|ecma|j|live)script(1\.[0-5])?)$/i;

/** Relations of <link> that load something, by precedence. HTML standard, 4.6.7. */
export const LINKS: readonly (readonly [string, LoadKind])[] = [
  ['stylesheet', 'style'],
  ['icon', 'icon'],
  ['apple-touch-icon', 'icon'],
  ['apple-touch-icon-precomposed', 'icon'],
  ['mask-icon', 'icon'],
  ['modulepreload', 'script'],
  ['manifest', 'manifest'],
  ['prefetch', 'prefetch'],
];

export const IDLE_ICONS: ReadonlySet<string> = new Set([
  'apple-touch-icon',
  'apple-touch-icon-precomposed',
  'mask-icon',
]);

/** The kind of a preload by its `as`. */
export const PRELOADS: Readonly<Record<string, LoadKind>> = {
  script: 'script',
  style: 'style',
  font: 'font',
  image: 'image',
  fetch: 'fetch',
  track: 'track',
};

/** Initiators of the list of loads. https://www.w3.org/TR/resource-timing/#dom-performanceresourcetiming-initiatortype */
export const INITIATORS: Readonly<Record<string, KindWord>> = {
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
export const DIRECTIVES: Readonly<Record<string, KindWord>> = {
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

/** The types of requests in browsers' APIs. https://developer.chrome.com/docs/extensions/reference/api/webRequest#type-ResourceType */
export const REQUESTS: Readonly<Record<string, KindWord>> = {
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
