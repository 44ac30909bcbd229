// One https page for each main kind of mixed content. The observer is passive: it reads the page's elements and the browser's list of
// loads (Resource Timing), so a request that only a policy report reveals is expected to stay unobserved.
import { page, securePage } from '../lab-answers.ts';
import { INSECURE_FILES, SECURE_FILES } from '../files.ts';
import type { Expectation, Scenario, ScenarioGroup } from '../scenario.ts';

const NOTHING: Expectation = { state: 'nothing-found', findings: [] };
const UPGRADED: Expectation = { state: 'notice', findings: ['mixed-content-upgraded'] };
const BLOCKED: Expectation = { state: 'warning', findings: ['mixed-content-blocked'] };
/** Firefox omits blocked requests from Resource Timing, so those without an element stay unobserved there. */
const BLOCKED_UNSEEN_IN_FIREFOX: Expectation = { ...BLOCKED, firefox: NOTHING };

interface Parts {
  readonly body?: string;
  readonly head?: string;
}

/**
 * A page at an https host of its own. `parts` gets the address of a file over http, with a query that no other scenario has: what a browser
 * keeps in its cache from one page would hide the load from the next.
 */
function mixed(
  id: string,
  title: string,
  expect: Expectation,
  parts: (insecure: (path: string) => string) => Parts,
  note?: string,
): Scenario {
  const url = `https://${id}.lab.test/`;
  return {
    id,
    title,
    url,
    serves: { [url]: securePage({ title, ...parts((path) => `${INSECURE_FILES}${path}?${id}`) }) },
    expect,
    ...(note === undefined ? {} : { note }),
  };
}

const ICON = '<link rel="icon" href="data:,">';

function form(action: string): string {
  return `<form action="${action}" method="post"><label>Mail <input type="email" name="mail"></label><button>Send</button></form>`;
}

function download(address: string): string {
  return `<p><a href="${address}" download>Download the list</a></p>`;
}

const upgradeable: readonly Scenario[] = [
  mixed('mixed', 'An http image', UPGRADED, (insecure) => ({
    body: `<img src="${insecure('/image.svg')}" alt="">`,
  })),
  mixed('mixed-css-image', 'An http image in a style attribute', UPGRADED, (insecure) => ({
    body: `<div style="background: url(${insecure('/image.svg')}); block-size: 90px"></div>`,
  })),
  mixed('mixed-audio', 'Http audio', UPGRADED, (insecure) => ({
    body: `<audio controls src="${insecure('/tone.wav')}"></audio>`,
  })),
  mixed('mixed-video', 'Http video', UPGRADED, (insecure) => ({
    body: `<video controls src="${insecure('/tone.wav')}"></video>`,
  })),
  mixed(
    'mixed-import-image',
    'An http image that a style sheet asks for which another one imports',
    UPGRADED,
    (insecure) => {
      const imported = `.picture { background: url(${insecure('/image.svg')}); block-size: 90px }`;
      return {
        head: `${ICON}<style>@import url("data:text/css,${encodeURIComponent(imported)}");</style>`,
        body: '<div class="picture"></div>',
      };
    },
  ),
  mixed(
    'mixed-sheet-image',
    'An http image that an https style sheet of another host asks for',
    NOTHING,
    () => ({
      head: `${ICON}<link rel="stylesheet" href="${SECURE_FILES}/image-inside.css">`,
      body: '<div class="picture"></div>',
    }),
    'The browser upgrades it; the page can neither read that style sheet nor see its loads.',
  ),
];

const blockable: readonly Scenario[] = [
  mixed(
    'mixed-srcset',
    'An http image chosen from a srcset',
    BLOCKED,
    (insecure) => ({ body: `<img srcset="${insecure('/image.svg')} 1x" alt="">` }),
    'Only the image in src is upgraded; one chosen from srcset or picture is blocked.',
  ),
  mixed('mixed-script', 'An http script', BLOCKED, (insecure) => ({
    body: `<script src="${insecure('/script.js')}"></script>`,
  })),
  mixed('mixed-style', 'An http style sheet', BLOCKED, (insecure) => ({
    head: `${ICON}<link rel="stylesheet" href="${insecure('/style.css')}">`,
  })),
  mixed('mixed-frame', 'An http frame', BLOCKED, (insecure) => ({
    body: `<iframe src="${insecure('/frame.html')}"></iframe>`,
  })),
  mixed('mixed-font', 'An http font', BLOCKED_UNSEEN_IN_FIREFOX, (insecure) => ({
    head: `${ICON}<style>@font-face { font-family: Lab; src: url(${insecure('/font.woff2')}) } p { font-family: Lab }</style>`,
    body: '<p>This text wants another font.</p>',
  })),
  mixed('mixed-fetch', 'A fetch over http', BLOCKED_UNSEEN_IN_FIREFOX, (insecure) => ({
    body: `<script>fetch('${insecure('/data.json')}').catch(() => {});</script>`,
  })),
  mixed('mixed-xhr', 'An XMLHttpRequest over http', BLOCKED_UNSEEN_IN_FIREFOX, (insecure) => ({
    body: `<script>const xhr = new XMLHttpRequest(); xhr.open('GET', '${insecure('/data.json')}'); xhr.send();</script>`,
  })),
  mixed('mixed-event-source', 'An EventSource over http', BLOCKED_UNSEEN_IN_FIREFOX, (insecure) => ({
    body: `<script>new EventSource('${insecure('/events')}');</script>`,
  })),
  mixed('mixed-beacon', 'A beacon over http', BLOCKED_UNSEEN_IN_FIREFOX, (insecure) => ({
    body: `<script>navigator.sendBeacon('${insecure('/beacon')}', 'lab');</script>`,
  })),
  mixed(
    'mixed-websocket',
    'A WebSocket without TLS',
    NOTHING,
    (insecure) => ({
      body: `<script>try { new WebSocket('${insecure('/socket').replace('http', 'ws')}'); } catch {}</script>`,
    }),
    'Browsers block it, but neither the elements nor the list of loads show a WebSocket.',
  ),
  mixed(
    'mixed-favicon',
    'An http icon of the page',
    { ...BLOCKED, firefox: UPGRADED },
    (insecure) => ({ head: `<link rel="icon" href="${insecure('/image.svg')}">` }),
    'Chromium blocks it; Firefox upgrades it like any image.',
  ),
];

const otherKinds: readonly Scenario[] = [
  mixed(
    'mixed-form',
    'A form that is sent over http',
    { state: 'warning', findings: ['insecure-form'] },
    (insecure) => ({ body: form(insecure('/thanks.html')) }),
  ),
  mixed(
    'mixed-download',
    'A file offered over http',
    { state: 'notice', findings: ['insecure-download'] },
    (insecure) => ({ body: download(insecure('/list.csv')) }),
  ),
  {
    id: 'very',
    title: 'Many kinds of mixed content at once, without HSTS',
    url: 'https://very.lab.test/',
    serves: {
      'https://very.lab.test/': page({
        title: 'Many kinds of mixed content at once, without HSTS',
        body: `<img src="${INSECURE_FILES}/image.svg?very" alt="">
<script src="${INSECURE_FILES}/script.js?very"></script>
<iframe src="${INSECURE_FILES}/frame.html?very"></iframe>
${form(`${INSECURE_FILES}/thanks.html`)}
${download(`${INSECURE_FILES}/list.csv`)}`,
      }),
    },
    expect: {
      state: 'warning',
      findings: [
        'mixed-content-blocked',
        'insecure-form',
        'mixed-content-upgraded',
        'insecure-download',
        'hsts-missing',
      ],
    },
  },
];

const notMixed: readonly Scenario[] = [
  {
    id: 'upgrade',
    title: 'Http content that the page’s own policy upgrades',
    url: 'https://upgrade.lab.test/',
    serves: {
      'https://upgrade.lab.test/': securePage({
        title: 'Http content that the page’s own policy upgrades',
        headers: { 'content-security-policy': 'upgrade-insecure-requests' },
        body: `<img src="${INSECURE_FILES}/image.svg?upgrade" alt="">
<script src="${INSECURE_FILES}/script.js?upgrade"></script>
<iframe src="${INSECURE_FILES}/frame.html?upgrade"></iframe>
${form(`${INSECURE_FILES}/thanks.html`)}`,
      }),
    },
    expect: NOTHING,
  },
  mixed(
    'mixed-loopback',
    'An image and a script from this device over http',
    NOTHING,
    () => ({
      body: '<img src="http://127.0.0.1/image.svg" alt=""><script src="http://localhost/script.js"></script>',
    }),
    'What does not leave the device is no mixed content (Secure Contexts, 3.1).',
  ),
  mixed(
    'mixed-words-only',
    'Links, text, comments, templates and scripts of no known type that name http addresses',
    NOTHING,
    (insecure) => ({
      // The template contains no image: Firefox parses ahead and would request it although it is never shown.
      body: `<!-- <script src="${insecure('/script.js')}"></script> -->
<template><iframe src="${insecure('/frame.html')}"></iframe></template>
<script type="text/x-words" src="${insecure('/script.js')}"></script>
<source src="${insecure('/tone.wav')}"><track src="${insecure('/list.csv')}">
<p>Read <a href="${insecure('/frame.html')}">more</a> at ${INSECURE_FILES}</p>`,
    }),
    'None of these is a load.',
  ),
];

export const mixedContent: ScenarioGroup = {
  title: 'Mixed content',
  scenarios: [...upgradeable, ...blockable, ...otherKinds, ...notMixed],
};
