// Hosts that are not public names, and addresses that are not on the web.
import { answer, page, securePage } from '../lab-answers.ts';
import { LAB_FILES } from '../scenario.ts';
import type { Expectation, Scenario, ScenarioGroup } from '../scenario.ts';

const PASSWORD = '<label>Password <input type="password" autocomplete="current-password"></label>';

const NOT_APPLICABLE: Expectation = { state: 'not-applicable', findings: [] };
const NOTHING: Expectation = { state: 'nothing-found', findings: [] };

function at(id: string, title: string, url: string, expect: Expectation, body = ''): Scenario {
  const answered = url.startsWith('https:') ? securePage({ title, body }) : page({ title, body });
  return { id, title, url, serves: { [url]: answered }, expect };
}

export const otherHosts: ScenarioGroup = {
  title: 'Hosts that are not public names',
  scenarios: [
    {
      ...at('localhost', 'This device by name', 'http://localhost/', NOTHING, PASSWORD),
      serves: {
        'http://localhost/': page({ title: 'This device by name', body: PASSWORD }),
        'http://localhost/script.js': answer(
          'text/javascript',
          "document.documentElement.dataset['local'] = 'ran';",
        ),
      },
      note: 'What is typed there does not leave the device.',
    },
    at('localhost-name', 'A name under localhost', 'http://app.localhost/', NOTHING, PASSWORD),
    {
      ...at('loopback-address', 'This device by address', 'http://127.0.0.1/', NOTHING, PASSWORD),
      serves: {
        'http://127.0.0.1/': page({ title: 'This device by address', body: PASSWORD }),
        'http://127.0.0.1/image.svg': answer(
          'image/svg+xml',
          '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"/>',
        ),
      },
    },
    at('private-address', 'A private address', 'http://192.168.1.20/', {
      state: 'warning',
      findings: ['http-page-private'],
    }),
    at('private-name', 'A name of the local network', 'http://printer.local/', {
      state: 'warning',
      findings: ['http-page-private'],
    }),
    at(
      'private-login',
      'A password field at a private address',
      'http://192.168.1.1/',
      { state: 'danger', findings: ['http-page-private', 'password-over-http'] },
      PASSWORD,
    ),
    at('private-ipv6', 'A private IPv6 address', 'http://[fd00::20]/', {
      state: 'warning',
      findings: ['http-page-private'],
    }),
    at('public-address', 'A public address', 'http://203.0.113.10/', {
      state: 'danger',
      findings: ['http-page'],
    }),
    at('public-ipv6', 'A public IPv6 address', 'http://[2001:db8::10]/', {
      state: 'danger',
      findings: ['http-page'],
    }),
    {
      ...at('https-address', 'An address with a certificate', 'https://203.0.113.11/', NOTHING),
      note: 'HSTS does not exist for addresses (RFC 6797, 8.1.1), so it is not missed.',
    },
    at('https-ipv6', 'An IPv6 address with a certificate', 'https://[2001:db8::11]/', NOTHING),
  ],
};

export const noWebPages: ScenarioGroup = {
  title: 'Not web pages',
  scenarios: [
    at('file-page', 'A file', `${LAB_FILES}page.html`, NOT_APPLICABLE, PASSWORD),
    { id: 'blank-page', title: 'An empty tab', url: 'about:blank', serves: {}, expect: NOT_APPLICABLE },
    {
      id: 'data-page',
      title: 'A page inside its address',
      url: 'data:text/html,<title>A page inside its address</title>',
      serves: {},
      expect: NOT_APPLICABLE,
    },
    {
      id: 'chromium-page',
      title: 'A page of the browser',
      url: 'chrome://version/',
      serves: {},
      browsers: ['chromium'],
      expect: NOT_APPLICABLE,
    },
    {
      id: 'firefox-page',
      title: 'A page of the browser',
      url: 'about:support',
      serves: {},
      browsers: ['firefox'],
      expect: NOT_APPLICABLE,
    },
    {
      id: 'no-https',
      title: 'A host that does not answer over https',
      url: 'https://no-https.lab.test/',
      serves: { 'http://no-https.lab.test/': page({ title: 'This host has http only' }) },
      expect: NOT_APPLICABLE,
      note: 'The page did not load, and not because of a certificate: there is nothing to judge.',
    },
  ],
};
