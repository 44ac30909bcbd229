// Pages from the field that contain http addresses without requesting them, or that refer to their own host over http.
import { answer, page, securePage } from '../../lab-answers.ts';
import type { PageParts } from '../../lab-answers.ts';
import { INSECURE_FILES } from '../../files.ts';
import type { Expectation, Judgement, Scenario } from '../../scenario.ts';

const NOTHING: Judgement = { state: 'nothing-found', findings: [] };
const IDLE: Judgement = { state: 'nothing-found', findings: ['mixed-content-idle'] };
const BLOCKED: Judgement = { state: 'warning', findings: ['mixed-content-blocked'] };

const ICON = '<link rel="icon" href="data:,">';

function field(
  id: string,
  title: string,
  expect: Expectation,
  parts: (insecure: (path: string) => string) => Omit<PageParts, 'title'>,
  note?: string,
): Scenario {
  const url = `https://${id}.lab.test/`;
  const serves = { [url]: securePage({ title, ...parts((path) => `${INSECURE_FILES}${path}?${id}`) }) };
  return { id, title, url, serves, expect, ...(note === undefined ? {} : { note }) };
}

function form(attributes: string): string {
  return `<form ${attributes}><label>Mail <input type="email" name="mail"></label><button>Send</button></form>`;
}

/** B1: a request that a policy or an invalid address stops is neither sent nor loaded. */
const stopped: readonly Scenario[] = [
  field('field-form-policy', 'A form that the page’s policy lets nobody send', NOTHING, (insecure) => ({
    headers: { 'content-security-policy': "form-action 'none'" },
    body: form(`action="${insecure('/thanks.html')}"`),
  })),
  field('field-form-dialog', 'A form that only closes its dialog', NOTHING, (insecure) => ({
    body: form(`method="DIALOG" action="${insecure('/thanks.html')}"`),
  })),
  field(
    'field-form-dialog-sent',
    'A dialog’s form with a button that sends it',
    { state: 'warning', findings: ['insecure-form'] },
    (insecure) => ({
      body: `${form(`id="sent" method="dialog" action="${insecure('/thanks.html')}"`)}<button form="sent" formmethod="post">Send</button>`,
    }),
  ),
  field(
    'field-form-policy-meta',
    'A form that a policy in the head lets nobody send',
    NOTHING,
    (insecure) => ({
      head: `${ICON}<meta http-equiv="Content-Security-Policy" content="form-action 'self' https:">`,
      body: form(`action="${insecure('/thanks.html')}"`),
    }),
  ),
  field(
    'field-form-policy-http',
    'A form that the page’s policy allows',
    { state: 'warning', findings: ['insecure-form'] },
    (insecure) => ({
      headers: { 'content-security-policy': `form-action 'self' ${INSECURE_FILES}` },
      body: form(`action="${insecure('/thanks.html')}"`),
    }),
  ),
  field('field-image-policy', 'An image that the page’s policy stops', NOTHING, (insecure) => ({
    headers: { 'content-security-policy': "img-src 'none'" },
    body: `<img src="${insecure('/image.svg')}" alt=""><img srcset="${insecure('/image.svg')} 1x" alt="">`,
  })),
  field('field-frame-policy', 'A frame that the page’s policy stops', NOTHING, (insecure) => ({
    headers: { 'content-security-policy': "frame-src 'self'" },
    body: `<iframe src="${insecure('/frame.html')}"></iframe>`,
  })),
  field(
    'field-frame-credentials',
    'A frame whose address has a name and a password',
    { ...IDLE, firefox: BLOCKED },
    (insecure) => ({
      body: `<iframe src="${insecure('/frame.html').replace('//', '//user:word@')}"></iframe>`,
    }),
    'Chromium refuses such frames for their credentials; Firefox blocks this one as it blocks any.',
  ),
];

const SENT: Judgement = { state: 'warning', findings: ['insecure-form'] };

/** A page of frames with this form, by their sandboxes. */
function sandboxed(
  id: string,
  title: string,
  expect: Expectation,
  frames: readonly string[],
  note?: string,
): Scenario {
  const scenario = field(
    id,
    title,
    expect,
    () => ({ body: frames.map((attributes) => `<iframe ${attributes}></iframe>`).join('') }),
    note,
  );
  const inner = page({
    title: 'A form in a frame',
    body: form(`action="${INSECURE_FILES}/thanks.html?${id}"`),
  });
  return { ...scenario, serves: { ...scenario.serves, [`${scenario.url}form`]: inner } };
}

/** B18: a sandbox without allow-forms sends no form. */
const sandboxes: readonly Scenario[] = [
  sandboxed(
    'field-sandbox',
    'Forms in frames whose sandbox lets none be sent',
    NOTHING,
    [
      'sandbox src="/form"',
      'sandbox="allow-scripts allow-same-origin" src="/form"',
      `sandbox srcdoc='${form(`action="${INSECURE_FILES}/thanks.html?srcdoc"`)}'`,
    ],
    'The forms are in the list, as not sent.',
  ),
  sandboxed('field-sandbox-forms', 'Forms in frames of which one sandbox lets them be sent', SENT, [
    'sandbox src="/form"',
    'sandbox="allow-scripts Allow-Forms" src="/form"',
  ]),
  field('field-sandbox-page', 'A form on a page whose policy is a sandbox', NOTHING, (insecure) => ({
    headers: { 'content-security-policy': 'sandbox allow-scripts' },
    body: form(`action="${insecure('/thanks.html')}"`),
  })),
];

/** B2: elements that load nothing. */
const idle: readonly Scenario[] = [
  field('field-idle-sheet', 'A style sheet that is switched off', IDLE, (insecure) => ({
    head: `${ICON}<link rel="stylesheet" href="${insecure('/style.css')}" disabled>`,
  })),
  field('field-idle-nomodule', 'A script for browsers without modules', IDLE, (insecure) => ({
    body: `<script nomodule src="${insecure('/script.js')}"></script>`,
  })),
  field(
    'field-idle-inner',
    'A script inserted as text',
    { ...IDLE, firefox: BLOCKED },
    (insecure) => ({
      body: `<div id="box"></div><script>document.getElementById('box').innerHTML = '<script src="${insecure('/script.js')}"></' + 'script>';</script>`,
    }),
    'Such scripts are never loaded. Chromium’s list would have it had it been blocked; Firefox’ list has no blocked load.',
  ),
  field('field-idle-track', 'Subtitles that are switched off', IDLE, (insecure) => ({
    body: `<video controls preload="none" src="data:video/mp4,"><track kind="subtitles" srclang="en" label="English" src="${insecure('/list.csv')}"></video>`,
  })),
  field('field-idle-preload', 'A preload for other screens', IDLE, (insecure) => ({
    head: `${ICON}<link rel="preload" as="script" href="${insecure('/script.js')}" media="(max-width: 1px)">`,
  })),
  field('field-idle-frame', 'A frame far below that waits to be scrolled to', IDLE, (insecure) => ({
    body: `<div style="block-size: 20000px"></div><iframe loading="lazy" src="${insecure('/frame.html')}"></iframe>`,
  })),
  field('field-idle-video', 'A video that waits for a click', IDLE, (insecure) => ({
    body: `<video controls preload="none" src="${insecure('/tone.wav')}"></video>`,
  })),
  field('field-idle-use', 'A drawing of another host used in SVG', IDLE, (insecure) => ({
    body: `<svg width="10" height="10"><use href="${insecure('/image.svg')}#part"/></svg>`,
  })),
  field('field-frame-seen', 'A lazy frame that is in view', BLOCKED, (insecure) => ({
    body: `<iframe loading="lazy" src="${insecure('/frame.html')}"></iframe>`,
  })),
];

const OWN: Judgement = {
  state: 'warning',
  findings: [
    'mixed-content-blocked',
    'insecure-form',
    'mixed-content-upgraded',
    'own-host-over-http',
    'upgrade-failed',
  ],
};

/** B7: the page's own host over http; each host serves only its page. */
const ownHost: readonly Scenario[] = ['field-own-host', 'field-own-base'].map((id) => {
  const url = `https://${id}.lab.test/`;
  const isBase = id === 'field-own-base';
  const own = isBase ? '' : url.replace('https:', 'http:');
  const title = isBase
    ? 'An application whose base is its own host by http'
    : 'An application behind a proxy that ends TLS';
  const base = isBase ? `<base href="http://${id}.lab.test/">` : '';
  return {
    id,
    title,
    url,
    serves: {
      ...Object.fromEntries(
        ['', 'app.css', 'logo.png', 'login'].map((path) => [
          `http://${id}.lab.test/${path}`,
          answer('text/plain', ''),
        ]),
      ),
      [url]: securePage({
        title,
        head: `${base}${ICON}<link rel="stylesheet" href="${own}app.css">`,
        body: `<img src="${own}logo.png" alt="">${form(`action="${own}login" method="post"`)}`,
      }),
    },
    expect: OWN,
  };
});

/** B11: requests that the page's policy upgrades, to a host without https. */
const failing: readonly Scenario[] = [
  {
    id: 'field-policy-no-https',
    title: 'An upgrade policy, and an image and a script of a host without https',
    url: 'https://field-policy-no-https.lab.test/',
    serves: {
      'https://field-policy-no-https.lab.test/': securePage({
        title: 'An upgrade policy, and a host without https',
        headers: { 'content-security-policy': 'upgrade-insecure-requests' },
        body: '<img src="http://no-https.lab.test/a.png" alt=""><script src="http://no-https.lab.test/a.js"></script>',
      }),
    },
    expect: { state: 'nothing-found', findings: ['upgrade-failed'] },
  },
];

export const mixedField: readonly Scenario[] = [...stopped, ...sandboxes, ...idle, ...ownHost, ...failing];
