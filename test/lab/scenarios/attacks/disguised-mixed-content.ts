// Pages that make mixed content look milder than it is: as upgraded, as blocked by the page's own policy, as that of another frame.
import { page, redirect, securePage } from '../../lab-answers.ts';
import type { Answer, PageParts } from '../../lab-answers.ts';
import { INSECURE_FILES, SECURE_FILES } from '../../files.ts';
import type { Expectation, Judgement, Scenario } from '../../scenario.ts';

const NOTHING: Judgement = { state: 'nothing-found', findings: [] };
const BLOCKED: Judgement = { state: 'warning', findings: ['mixed-content-blocked'] };
const BLOCKED_AND_UPGRADED: Judgement = {
  state: 'warning',
  findings: ['mixed-content-blocked', 'mixed-content-upgraded'],
};
const FORM: Judgement = { state: 'warning', findings: ['insecure-form'] };

const UPGRADE = { 'content-security-policy': 'upgrade-insecure-requests' };
const UPGRADE_META = '<meta http-equiv="Content-Security-Policy" content="upgrade-insecure-requests">';
const ICON = '<link rel="icon" href="data:,">';

type File = (path: string, scheme?: 'http' | 'https') => string;

/** A page at its own host; `parts` receives the addresses of files, with a query that no other page has. */
function attack(
  id: string,
  title: string,
  expect: Expectation,
  parts: (file: File) => Omit<PageParts, 'title'>,
  more: { readonly serves?: Readonly<Record<string, Answer>>; readonly note?: string } = {},
): Scenario {
  const url = `https://${id}.lab.test/`;
  const file: File = (path, scheme = 'http') =>
    `${scheme === 'http' ? INSECURE_FILES : SECURE_FILES}${path}?${id}`;
  const { serves, ...rest } = more;
  return {
    id,
    title,
    url,
    serves: { [url]: securePage({ title, ...parts(file) }), ...serves },
    expect,
    ...rest,
  };
}

function form(action: string): string {
  return `<form action="${action}" method="post"><label>Mail <input type="email" name="mail"></label><button>Send</button></form>`;
}

/** Kinds that are never upgraded, made to look upgraded. */
const upgraded: readonly Scenario[] = [
  attack('attack-upgraded-script', 'The same script asked for by https and by http', BLOCKED, (file) => ({
    body: `<script src="${file('/script.js', 'https')}"></script><script src="${file('/script.js')}"></script>`,
  })),
  attack('attack-upgraded-frame', 'The same frame asked for by https and by http', BLOCKED, (file) => ({
    body: `<iframe src="${file('/frame.html', 'https')}"></iframe><iframe src="${file('/frame.html')}"></iframe>`,
  })),
  attack('attack-upgraded-sheet', 'The same style sheet asked for by https and by http', BLOCKED, (file) => ({
    head: `${ICON}<link rel="stylesheet" href="${file('/style.css', 'https')}"><link rel="stylesheet" href="${file('/style.css')}">`,
  })),
  attack(
    'attack-upgraded-srcset',
    'An image from a set, and the same one from src',
    { ...BLOCKED_AND_UPGRADED },
    (file) => ({
      body: `<img srcset="${file('/image.svg')} 1x" alt=""><img src="${file('/image.svg')}" alt="">`,
    }),
  ),
  attack(
    'attack-upgraded-script-image',
    'An image and a script at the same address',
    BLOCKED_AND_UPGRADED,
    (file) => ({
      body: `<img src="${file('/image.svg')}" alt=""><script src="${file('/image.svg')}"></script>`,
    }),
  ),
  attack(
    'attack-upgraded-fetch',
    'An image and a fetch of the same address',
    { ...BLOCKED_AND_UPGRADED, firefox: { state: 'notice', findings: ['mixed-content-upgraded'] } },
    (file) => ({
      body: `<img src="${file('/image.svg')}" alt=""><script>fetch('${file('/image.svg')}').catch(() => {});</script>`,
    }),
    { note: 'Firefox lists no blocked load, so the fetch is seen in the deep check alone.' },
  ),
];

/** A4: policies that do not upgrade, or are too late. */
const policies: readonly Scenario[] = [
  attack('attack-policy-body', 'A form, and an upgrade policy in the body', FORM, (file) => ({
    body: `${UPGRADE_META}${form(file('/thanks.html'))}`,
  })),
  attack('attack-policy-note', 'A form, and a note that names the upgrade policy', FORM, (file) => ({
    head: `${ICON}<meta http-equiv="x-note" content="never send upgrade-insecure-requests">`,
    body: form(file('/thanks.html')),
  })),
  attack('attack-policy-word', 'A form, and a policy that only names the directive', FORM, (file) => ({
    head: `${ICON}<meta http-equiv="Content-Security-Policy" content="img-src * upgrade-insecure-requests">`,
    body: form(file('/thanks.html')),
  })),
  attack('attack-policy-late', 'A script and a style sheet before the upgrade policy', BLOCKED, (file) => ({
    head: `${ICON}<script src="${file('/script.js')}"></script><link rel="stylesheet" href="${file('/style.css')}">${UPGRADE_META}`,
  })),
  attack(
    'attack-policy-script',
    'A frame, and an upgrade policy that a script adds after it',
    BLOCKED,
    (file) => ({
      body: `<iframe src="${file('/frame.html')}"></iframe>
<script>setTimeout(() => document.head.insertAdjacentHTML('beforeend', '${UPGRADE_META}'), 200);</script>`,
    }),
  ),
  attack(
    'attack-policy-while-loading',
    'Frames in the page and in a shadow tree, and an upgrade policy that a script adds while the page loads',
    BLOCKED,
    (file) => ({
      body: `<iframe src="${file('/frame.html')}"></iframe>
<div id="host"></div>
<script>
host.attachShadow({ mode: 'open' }).innerHTML = '<iframe src="${file('/frame.html')}&shadow"></iframe>';
document.head.insertAdjacentHTML('afterbegin', '${UPGRADE_META}');
</script>`,
    }),
  ),
];

/** A14: https addresses that redirect to http. */
const redirects: readonly Scenario[] = [
  attack(
    'attack-redirect-script',
    'A script whose encrypted address leads to http',
    BLOCKED,
    () => ({ body: '<script src="/go.js"></script>' }),
    {
      serves: {
        'https://attack-redirect-script.lab.test/go.js': redirect(
          `${INSECURE_FILES}/script.js?redirect-script`,
        ),
      },
    },
  ),
  attack(
    'attack-redirect-icon',
    'An icon whose encrypted address leads to http',
    { ...BLOCKED, firefox: NOTHING },
    () => ({ head: '<link rel="icon" href="/go.svg">', body: '<p>Text</p>' }),
    {
      note: 'Firefox follows icons over https.',
      serves: {
        'https://attack-redirect-icon.lab.test/go.svg': redirect(`${INSECURE_FILES}/image.svg?redirect-icon`),
      },
    },
  ),
];

/** A5: another resource at the same address. */
const addresses: readonly Scenario[] = [
  attack('attack-icon-form', 'An icon for home screens at the address of a form', FORM, (file) => ({
    head: `${ICON}<link rel="apple-touch-icon" href="${file('/thanks.html')}">`,
    body: form(file('/thanks.html')),
  })),
  attack(
    'attack-stopped-form',
    'A script that the page’s policy stops at the address of a form',
    FORM,
    (file) => ({
      headers: { 'content-security-policy': "script-src 'self'" },
      body: `<script src="${file('/thanks.html')}"></script>${form(file('/thanks.html'))}`,
    }),
  ),
  attack(
    'attack-stopped-image-script',
    'An image that the page’s policy stops at the address of a script',
    BLOCKED,
    (file) => ({
      headers: { 'content-security-policy': "img-src 'self' data:" },
      body: `<img src="${file('/image.svg')}" alt=""><script src="${file('/image.svg')}"></script>`,
    }),
  ),
  attack(
    'attack-download-form',
    'A download of the address of a form, before it',
    { state: 'warning', findings: ['insecure-form', 'insecure-download'] },
    (file) => ({
      body: `<p><a href="${file('/thanks.html')}" download>Download</a></p>${form(file('/thanks.html'))}`,
    }),
  ),
];

/** A6: a frame's policy applies only to the frame. */
const frames: readonly Scenario[] = [
  attack(
    'attack-frame-policy',
    'The page’s form again in a frame with an upgrade policy',
    FORM,
    (file) => ({
      body: `<iframe src="https://attack-frame-policy-in.lab.test/"></iframe>${form(file('/thanks.html'))}`,
    }),
    {
      serves: {
        'https://attack-frame-policy-in.lab.test/': page({
          title: 'The same form',
          head: `${ICON}${UPGRADE_META}`,
          body: form(`${INSECURE_FILES}/thanks.html?attack-frame-policy`),
        }),
      },
    },
  ),
  attack(
    'attack-frame-blocked',
    'A frame’s upgraded image at the address of a script that the page asks for',
    BLOCKED_AND_UPGRADED,
    (file) => ({
      body: `<iframe src="https://attack-frame-blocked-in.lab.test/"></iframe><script src="${file('/image.svg')}"></script>`,
    }),
    {
      serves: {
        'https://attack-frame-blocked-in.lab.test/': page({
          title: 'An image',
          body: `<img src="${INSECURE_FILES}/image.svg?attack-frame-blocked" alt="">`,
        }),
      },
    },
  ),
];

const control: readonly Scenario[] = [
  attack(
    'attack-control-policy',
    'A form and a frame under an upgrade policy that counts',
    NOTHING,
    (file) => ({
      headers: UPGRADE,
      body: `<iframe src="${file('/frame.html')}"></iframe>${form(file('/thanks.html'))}`,
    }),
  ),
  attack('attack-control-meta', 'A script under an upgrade policy in the head', NOTHING, (file) => ({
    head: `${ICON}${UPGRADE_META}`,
    body: `<script src="${file('/script.js')}"></script>${form(file('/thanks.html'))}`,
  })),
];

export const mixedAttacks: readonly Scenario[] = [
  ...upgraded,
  ...policies,
  ...redirects,
  ...addresses,
  ...frames,
  ...control,
];
