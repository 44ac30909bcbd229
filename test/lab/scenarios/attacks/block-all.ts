// What is blocked under `block-all-mixed-content` is blocked mixed content, not stopped by the page's own policy. One page with every kind of load that
// the W3C's tests of the directive have, and some more; by header and by markup. https://www.w3.org/TR/mixed-content/#strict-checking
import { securePage } from '../../lab-answers.ts';
import { INSECURE_FILES } from '../../files.ts';
import type { Scenario } from '../../scenario.ts';

const POLICY = 'block-all-mixed-content';
const MARKUP = `<link rel="icon" href="data:,"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`;

/** Requests by their name in an address: the file, and how it is requested. */
const LOADS: Readonly<Record<string, readonly [file: string, ask: (url: string) => string]>> = {
  // Upgraded: for images and media the directive requires only what browsers do anyway.
  img: ['/image.svg', (url) => `<img src="${url}" alt="">`],
  background: ['/image.svg', (url) => `<p style="background: url(${url})">Background</p>`],
  audio: ['/tone.wav', (url) => `<audio src="${url}" autoplay muted></audio>`],
  video: ['/tone.wav', (url) => `<video src="${url}" autoplay muted></video>`],
  // Blocked, and reported by every browser.
  picture: ['/image.svg', (url) => `<picture><source srcset="${url}"><img alt=""></picture>`],
  srcset: ['/image.svg', (url) => `<img srcset="${url} 1x" alt="">`],
  script: ['/script.js', (url) => `<script src="${url}"></script>`],
  module: ['/script.js', (url) => `<script type="module" src="${url}"></script>`],
  sheet: ['/style.css', (url) => `<link rel="stylesheet" href="${url}">`],
  prefetch: ['/data.json', (url) => `<link rel="prefetch" href="${url}">`],
  preload: ['/script.js', (url) => `<link rel="preload" as="script" href="${url}">`],
  iframe: ['/frame.html', (url) => `<iframe src="${url}"></iframe>`],
  object: ['/frame.html', (url) => `<object data="${url}"></object>`],
  embed: ['/frame.html', (url) => `<embed src="${url}">`],
  // Blocked, and reported by Firefox only in the deep check.
  font: [
    '/font.woff2',
    (url) =>
      `<style>@font-face { font-family: lab; src: url(${url}) } b { font-family: lab }</style><b>Font</b>`,
  ],
  fetch: ['/data.json', (url) => inScript(`fetch('${url}').catch(() => {})`)],
  xhr: [
    '/data.json',
    (url) => inScript(`const xhr = new XMLHttpRequest(); xhr.open('GET', '${url}'); xhr.send()`),
  ],
  beacon: ['/beacon', (url) => inScript(`navigator.sendBeacon('${url}', 'lab')`)],
  events: ['/events', (url) => inScript(`new EventSource('${url}')`)],
  import: ['/script.js', (url) => inScript(`import('${url}').catch(() => {})`)],
  socket: ['/socket', (url) => inScript(`new WebSocket('${url.replace('http', 'ws')}')`)],
};

function inScript(code: string): string {
  return `<script>try { ${code} } catch {}</script>`;
}

/** The requests that the browsers upgrade nevertheless. */
export const UPGRADED_ALL_THE_SAME: readonly string[] = ['img', 'background', 'audio', 'video'];
/** The requests that Firefox lists only in the deep check. */
export const FIREFOX_DEEP: readonly string[] = [
  'font',
  'fetch',
  'xhr',
  'beacon',
  'events',
  'import',
  'socket',
];
export const LOAD_NAMES: readonly string[] = Object.keys(LOADS);

function page(id: string, title: string, by: 'header' | 'markup'): Scenario {
  const url = `https://${id}.lab.test/`;
  const loads = Object.entries(LOADS).map(([name, [file, ask]]) =>
    ask(`${INSECURE_FILES}${file}?${id}-${name}`),
  );
  return {
    id,
    title,
    url,
    serves: {
      [url]: securePage({
        title,
        body: loads.join('\n'),
        ...(by === 'header' ? { headers: { 'content-security-policy': POLICY } } : { head: MARKUP }),
      }),
    },
    expect: { state: 'warning', findings: ['mixed-content-blocked', 'mixed-content-upgraded'] },
    note: 'test/browser/block-all.spec.ts checks each request.',
  };
}

export const blockAll: readonly Scenario[] = [
  page('attack-block-all-header', 'Every kind of load under block-all-mixed-content', 'header'),
  page(
    'attack-block-all-meta',
    'Every kind of load under block-all-mixed-content in the page’s head',
    'markup',
  ),
];
