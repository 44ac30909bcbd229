// Events beside, before or after the tab's page, which must not make its verdict milder.
import { answer, HSTS, page, securePage } from '../../lab-answers.ts';
import type { Answer } from '../../lab-answers.ts';
import { INSECURE_FILES } from '../../files.ts';
import type { Expectation, Scenario } from '../../scenario.ts';

const BLOCKED: Expectation = { state: 'warning', findings: ['mixed-content-blocked'] };
const HTTP_LOGIN: Expectation = { state: 'danger', findings: ['http-page', 'password-over-http'] };
const PASSWORD = '<label>Password <input type="password"></label>';

function blockedScript(id: string): string {
  return `<script src="${INSECURE_FILES}/script.js?${id}"></script>`;
}

function link(id: string, href: string): string {
  return `<p><a id="${id}" href="${href}">${id}</a></p>`;
}

function noContent(): Answer {
  return { status: 204, headers: { 'cache-control': 'no-cache' }, body: '' };
}

function attachment(): Answer {
  return answer('application/octet-stream', 'lab', {
    'content-disposition': 'attachment; filename="lab.bin"',
  });
}

/** Several documents in one response, each of which replaces the previous one (HTML standard, 7.5.6). */
function parts(...documents: readonly string[]): Answer {
  const body = documents.map((html) => `--part\r\nContent-Type: text/html\r\n\r\n<!doctype html>${html}\r\n`);
  return answer('multipart/x-mixed-replace; boundary=part', `${body.join('')}--part--\r\n`, HSTS);
}

/** Speculation rules in the markup. https://wicg.github.io/nav-speculation/speculation-rules.html */
function prerenderOf(url: string): string {
  const rules = { prerender: [{ urls: [url], eagerness: 'immediate' }] };
  return `<script type="speculationrules">${JSON.stringify(rules)}</script>`;
}

export const life: readonly Scenario[] = [
  {
    id: 'attack-beside',
    title: 'Requests for pages that never take the place of the shown one',
    url: 'https://attack-beside.lab.test/',
    serves: {
      'https://attack-beside.lab.test/': securePage({
        title: 'A page with much beside it',
        body: `${blockedScript('beside')}${link('no-content', '/beside-nothing')}${link('download', '/beside-file.bin')}
<p><a id="attachment" href="/beside-file.bin?ping" ping="/beside-nothing">attachment</a></p>`,
      }),
      'https://attack-beside.lab.test/ahead': securePage({ title: 'Prerendered' }),
      'https://attack-beside.lab.test/beside-nothing': noContent(),
      'https://attack-beside.lab.test/beside-file.bin': attachment(),
      'https://attack-beside.lab.test/beside-refresh.bin': attachment(),
      'https://attack-beside.lab.test/parts': parts(
        '<title>First</title>',
        `<title>Last</title>${blockedScript('beside-parts')}`,
      ),
      'https://attack-beside.lab.test/refresh': securePage({
        title: 'Starts a download without a click',
        body: blockedScript('beside-refresh'),
        headers: { refresh: '1; url=/beside-refresh.bin' },
      }),
      'https://attack-beside-next.lab.test/': securePage({ title: 'Next' }),
      'https://attack-beside-next.lab.test/locked': {
        ...page({ title: 'Locked', body: PASSWORD, headers: { 'www-authenticate': 'Basic realm="lab"' } }),
        status: 401,
      },
      'https://attack-beside-expired.lab.test/': securePage({ title: 'Expired' }),
    },
    certificates: { 'attack-beside-expired.lab.test': 'expired' },
    expect: BLOCKED,
    steps: [
      { do: 'click', selector: '#no-content' },
      { do: 'click', selector: '#attachment' },
    ],
    note: 'test/browser/shown-page.spec.ts goes on with prerendering, downloads, Refresh, pages in parts and 401.',
  },
  {
    id: 'attack-prerender-refused',
    title: 'A page that prerenders one with a refused certificate',
    url: 'https://attack-prerender-refused.lab.test/',
    serves: {
      'https://attack-prerender-refused.lab.test/': securePage({
        title: 'Prerenders a refused page',
        body: blockedScript('prerender-refused'),
        head: `<link rel="icon" href="data:,">${prerenderOf('https://attack-prerender-expired.lab.test/')}`,
      }),
      'https://attack-prerender-expired.lab.test/': securePage({ title: 'Expired' }),
    },
    certificates: { 'attack-prerender-expired.lab.test': 'expired' },
    expect: BLOCKED,
  },
  {
    id: 'attack-prerender-http-login',
    title: 'An http login that prerenders a page that does not answer',
    url: 'http://attack-prerender-http.lab.test/',
    serves: {
      'http://attack-prerender-http.lab.test/': page({
        title: 'Prerenders a page that is not there',
        body: PASSWORD,
        head: `<link rel="icon" href="data:,">${prerenderOf('https://attack-prerender-nowhere.lab.test/')}`,
      }),
    },
    expect: HTTP_LOGIN,
  },
];
