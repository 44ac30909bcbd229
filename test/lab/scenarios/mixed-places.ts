// Mixed content for the outlines and the https probe: elements far down, in frames and shadow roots; hosts with https and hosts
// without it.
import { answer, redirect, securePage } from '../lab-answers.ts';
import { INSECURE_FILES } from '../files.ts';
import { LOG_ORIGINS } from '../log-server.ts';
import type { Scenario, ScenarioGroup } from '../scenario.ts';

/** Farther down than a window is high. */
const FAR = '<div style="block-size: 2400px"></div>';

function image(id: string): string {
  return `<img id="${id}" src="${INSECURE_FILES}/image.svg?${id}" alt="" width="160" height="90">`;
}

function frame(host: string): string {
  return `<iframe src="https://${host}/" title="${host}"></iframe>`;
}

const places: Scenario = {
  id: 'mixed-places',
  title: 'Http images far down, in frames inside each other and in shadow roots',
  url: 'https://places.lab.test/',
  serves: {
    'https://places.lab.test/': securePage({
      title: 'Http images far down, in frames inside each other and in shadow roots',
      body: `${FAR}${image('places-far')}
<open-root></open-root><closed-root></closed-root>
<script id="places-script" src="${INSECURE_FILES}/script.js?places"></script>
${FAR}${frame('places-frame.lab.test')}
<script>
document.querySelector('open-root').attachShadow({ mode: 'open' }).innerHTML = '<div>${image('places-open')}</div>';
document.querySelector('closed-root').attachShadow({ mode: 'closed' }).innerHTML = '<div>${image('places-closed')}</div>';
</script>`,
    }),
    'https://places-frame.lab.test/': securePage({
      title: 'The outer frame',
      body: `${FAR}${image('places-frame')}${frame('places-inner.lab.test')}`,
    }),
    'https://places-inner.lab.test/': securePage({
      title: 'The inner frame',
      body: `${FAR}${image('places-inner')}`,
    }),
  },
  expect: { state: 'warning', findings: ['mixed-content-blocked', 'mixed-content-upgraded'] },
};

function script(address: string): string {
  return `<script src="${address}"></script>`;
}

/** A page that requests these http scripts, all of which browsers block. */
function scripts(id: string, title: string, addresses: readonly string[]): Scenario {
  const url = `https://${id}.lab.test/`;
  return {
    id,
    title,
    url,
    serves: { [url]: securePage({ title, body: addresses.map(script).join('\n') }) },
    expect: { state: 'warning', findings: ['mixed-content-blocked'] },
  };
}

/** Hosts that work over http; over https each fails differently. */
const HTTP_ONLY = [
  `${INSECURE_FILES}/none-there.js`,
  'http://there-wrong-name.lab.test/a.js',
  'http://there-wrong-name.lab.test/b.js',
  'http://there-back.lab.test/a.js',
  'http://there-no-https.lab.test/a.js',
];

const there = scripts('mixed-https-there', 'Http scripts of hosts with https of every kind, and without', [
  `${INSECURE_FILES}/script.js?there`,
  ...HTTP_ONLY,
]);

export const mixedPlaces: ScenarioGroup = {
  title: 'Mixed content to find and fix',
  scenarios: [
    places,
    {
      ...there,
      serves: {
        ...there.serves,
        ...Object.fromEntries(HTTP_ONLY.map((address) => [address, answer('text/javascript', '')])),
        'https://there-wrong-name.lab.test/': securePage({ title: 'Never opened' }),
        'https://there-back.lab.test/a.js': redirect('http://there-back.lab.test/a.js'),
      },
      certificates: { 'there-wrong-name.lab.test': 'wrong-name' },
    },
    scripts('mixed-https-silent', 'Http scripts of a host that never answers over https', [
      `${LOG_ORIGINS[0].replace('https:', 'http:')}/silent/v1/issuances?domain=clean.lab.test`,
      `${INSECURE_FILES}/script.js?silent`,
    ]),
  ],
};
