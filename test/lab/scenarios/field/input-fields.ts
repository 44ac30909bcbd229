// Fields recognised by their meaning instead of their type, frames without their own address, and addresses in other encodings or with credentials.
import { answer, HSTS, page, securePage } from '../../lab-answers.ts';
import type { Answer } from '../../lab-answers.ts';
import { INSECURE_FILES } from '../../files.ts';
import type { Expectation, Scenario } from '../../scenario.ts';

const NOTHING: Expectation = { state: 'nothing-found', findings: [] };
const UPGRADED: Expectation = { state: 'notice', findings: ['mixed-content-upgraded'] };

function field(
  id: string,
  title: string,
  scheme: 'http' | 'https',
  expect: Expectation,
  served: (title: string) => Answer,
): Scenario {
  const url = `${scheme}://field-${id}.lab.test/`;
  return { id: `field-${id}`, title, url, serves: { [url]: served(title) }, expect };
}

function exposed(...findings: readonly string[]): Expectation {
  return { state: 'danger', findings: ['http-page', ...findings] };
}

function fieldsOver(id: string, title: string, body: string, findings: readonly string[]): Scenario {
  return field(id, title, 'http', exposed(...findings), () => page({ title, body }));
}

const PASSWORD = '<input type="password">';
const DATA = `data:text/html,${encodeURIComponent(PASSWORD)}`;

const fields: readonly Scenario[] = [
  fieldsOver(
    'masked-text',
    'A password in a text field that CSS masks',
    '<style>.dots { -webkit-text-security: disc }</style><input name="secret" class="dots">',
    ['password-over-http'],
  ),
  fieldsOver(
    'named-text',
    'Fields known by their names alone',
    '<input name="password"><input name="bankcard"><input name="smscode">',
    ['password-over-http', 'card-over-http', 'one-time-code-over-http'],
  ),
  fieldsOver(
    'chinese-labels',
    'Fields known by their labels and placeholders in Chinese',
    '<label>登录密码<input name="f1"></label><input placeholder="请输入短信验证码"><label for="n">身份证号</label><input id="n">',
    ['password-over-http', 'card-over-http', 'one-time-code-over-http'],
  ),
  fieldsOver(
    'autocomplete-case',
    'Autofill tokens in capital letters',
    '<input autocomplete="CC-Number"><input autocomplete="Current-Password">',
    ['password-over-http', 'card-over-http'],
  ),
  fieldsOver(
    'editable-password',
    'An editable element labelled as a password',
    '<div contenteditable aria-label="Password"></div><div contenteditable="false">Text</div>',
    ['password-over-http'],
  ),
  fieldsOver('plain-text', 'A picture’s code, and a text field', '<input placeholder="图形验证码">', [
    'text-input-over-http',
  ]),
];

/** Documents without their own address are as secure as the page that created them. */
const FRAMES = `<iframe src="${DATA}"></iframe><iframe sandbox src="${DATA}"></iframe>
<object data="${DATA}" type="text/html"></object>
<iframe srcdoc='${PASSWORD}'></iframe><iframe sandbox srcdoc='${PASSWORD}'></iframe>
<script>
const frame = document.createElement('iframe');
frame.src = URL.createObjectURL(new Blob(['${PASSWORD}'], { type: 'text/html' }));
document.body.append(frame);
</script>`;

const frames: readonly Scenario[] = [
  field(
    'own-frames',
    'Passwords in data:, blob: and srcdoc frames of an https page',
    'https',
    NOTHING,
    (title) => securePage({ title, body: FRAMES }),
  ),
  field(
    'own-frames-http',
    'Passwords in data:, blob: and srcdoc frames of an http page',
    'http',
    exposed('password-over-http'),
    (title) => page({ title, body: FRAMES }),
  ),
];

/** A page in GBK: `?` and the bytes of 名. */
function gbkPage(parts: readonly [string, string]): Answer {
  return answer(
    'text/html; charset=gbk',
    Buffer.concat([
      Buffer.from(`<!doctype html><title>GBK</title>${parts[0]}`),
      Buffer.from([0xc3, 0xfb]),
      Buffer.from(parts[1]),
    ]),
    HSTS,
  );
}

const addresses: readonly Scenario[] = [
  field('gbk-query', 'An http image with Chinese in its query, on a page in GBK', 'https', UPGRADED, () =>
    gbkPage([`<link rel="icon" href="data:,"><img src="${INSECURE_FILES}/image.svg?field-gbk-`, '">']),
  ),
  field(
    'port-and-credentials',
    'Http images with the port of https, and with a name and a password',
    'https',
    // Chromium loads nothing whose address has credentials.
    {
      ...UPGRADED,
      chromium: { state: 'notice', findings: ['mixed-content-upgraded', 'upgrade-failed'] },
    },
    (title) =>
      securePage({
        title,
        body: `<img src="${INSECURE_FILES}:443/image.svg?field-port"><img src="http://user:secret@files.lab.test/image.svg?field-credentials">`,
      }),
  ),
];

export const fieldsInTheField: readonly Scenario[] = [...fields, ...frames, ...addresses];
