// Navigations that fail, and HSTS headers that browsers ignore. The effects of a browser setting (HTTPS-First) are in test/browser/.
import { page, redirect } from '../../lab-answers.ts';
import type { Scenario } from '../../scenario.ts';

const HSTS = 'strict-transport-security';
const YEAR = 'max-age=31536000';

function hsts(id: string, title: string, value: string | string[], head?: string): Scenario {
  const url = `https://field-hsts-${id}.lab.test/`;
  const headers = value === '' ? {} : { [HSTS]: value };
  return {
    id: `field-hsts-${id}`,
    title,
    url,
    serves: { [url]: page({ title, headers, ...(head === undefined ? {} : { head }) }) },
    expect: { state: 'nothing-found', findings: ['hsts-missing'] },
  };
}

export const navigation: readonly Scenario[] = [
  {
    id: 'field-redirect-loop',
    title: 'https leads to http, which leads to https',
    url: 'https://field-loop.lab.test/',
    serves: {
      'https://field-loop.lab.test/': redirect('http://field-loop.lab.test/'),
      'http://field-loop.lab.test/': redirect('https://field-loop.lab.test/'),
    },
    expect: { state: 'warning', findings: ['redirect-loop'] },
    note: 'A proxy that reaches the application over http, as Cloudflare’s “Flexible” does.',
  },
  {
    id: 'field-redirect-loop-from-http',
    title: 'http leads to https, which leads to http by another host',
    url: 'http://field-loop-start.lab.test/',
    serves: {
      'http://field-loop-start.lab.test/': redirect('https://www.field-loop-start.lab.test/'),
      'https://www.field-loop-start.lab.test/': redirect('http://field-loop-start.lab.test/'),
    },
    expect: { state: 'warning', findings: ['redirect-loop'] },
  },
  {
    id: 'field-redirect-endless',
    title: 'With www leads to without, which leads to with',
    url: 'https://field-endless.lab.test/',
    serves: {
      'https://field-endless.lab.test/': redirect('https://www.field-endless.lab.test/'),
      'https://www.field-endless.lab.test/': redirect('https://field-endless.lab.test/'),
    },
    expect: { state: 'warning', findings: ['redirect-endless'] },
  },
  {
    id: 'field-redirect-to-itself',
    title: 'A page that leads to itself, after a page that was fine',
    url: 'https://field-itself.lab.test/fine',
    serves: {
      'https://field-itself.lab.test/fine': page({ title: 'Fine', headers: { [HSTS]: YEAR } }),
      'https://field-itself.lab.test/': redirect('https://field-itself.lab.test/?again'),
    },
    expect: { state: 'nothing-found', findings: [] },
    steps: [
      {
        do: 'open',
        url: 'https://field-itself.lab.test/',
        expect: { state: 'warning', findings: ['redirect-endless'] },
      },
      {
        do: 'open',
        url: 'https://field-itself.lab.test/fine',
        expect: { state: 'nothing-found', findings: [] },
      },
    ],
  },
  hsts('twice', 'HSTS twice, the first switches it off', ['max-age=0', YEAR]),
  hsts('twice-broken', 'HSTS twice, the first is not valid', ['includeSubDomains', YEAR]),
  hsts('broken', 'HSTS without max-age', 'includeSubDomains; preload'),
  hsts('comma', 'HSTS with a comma', `${YEAR}, includeSubDomains`),
  hsts('directive-twice', 'HSTS with two lives', `${YEAR}; max-age=0`),
  hsts(
    'meta',
    'HSTS in the markup',
    '',
    `<link rel="icon" href="data:,"><meta http-equiv="Strict-Transport-Security" content="${YEAR}">`,
  ),
];
