// Navigations with redirects. Each has its own hosts, because a browser that has received HSTS navigates differently the next time.
import { page, redirect, securePage } from '../lab-answers.ts';
import type { ScenarioGroup } from '../scenario.ts';

export const redirects: ScenarioGroup = {
  title: 'Redirects',
  scenarios: [
    {
      id: 'redirect-to-https',
      title: 'Http redirects to https, which sends no HSTS',
      url: 'http://redirect.lab.test/',
      serves: {
        'http://redirect.lab.test/': redirect('https://redirect.lab.test/'),
        'https://redirect.lab.test/': page({ title: 'Redirected from http' }),
      },
      expect: { state: 'nothing-found', findings: ['insecure-start', 'hsts-missing'] },
    },
    {
      id: 'redirect-to-hsts',
      title: 'Http redirects to https, which sends HSTS; then once more',
      url: 'http://redirect-hsts.lab.test/',
      serves: {
        'http://redirect-hsts.lab.test/': redirect('https://redirect-hsts.lab.test/'),
        'https://redirect-hsts.lab.test/': securePage({ title: 'Redirected from http, with HSTS' }),
      },
      expect: { state: 'nothing-found', findings: ['insecure-start'] },
      steps: [
        {
          do: 'open',
          url: 'http://redirect-hsts.lab.test/',
          expect: { state: 'nothing-found', findings: [] },
        },
      ],
      note: 'Only the first visit of a profile begins in clear text.',
    },
    {
      id: 'redirect-through-http',
      title: 'Https redirects to http, which redirects to https',
      url: 'https://redirect-through.lab.test/',
      serves: {
        'https://redirect-through.lab.test/': redirect('http://redirect-through-hop.lab.test/'),
        'http://redirect-through-hop.lab.test/': redirect('https://redirect-through-end.lab.test/'),
        'https://redirect-through-end.lab.test/': securePage({ title: 'Redirected through http' }),
      },
      expect: { state: 'notice', findings: ['insecure-redirect'] },
    },
    {
      id: 'redirect-to-http',
      title: 'Https redirects to an http page',
      url: 'https://redirect-down.lab.test/',
      serves: {
        'https://redirect-down.lab.test/': redirect('http://redirect-down-end.lab.test/'),
        'http://redirect-down-end.lab.test/': page({ title: 'Redirected from https to http' }),
      },
      expect: { state: 'danger', findings: ['http-page'] },
    },
    {
      id: 'redirect-within-https',
      title: 'Https redirects to https',
      url: 'https://redirect-within.lab.test/',
      serves: {
        'https://redirect-within.lab.test/': redirect('https://redirect-within-end.lab.test/'),
        'https://redirect-within-end.lab.test/': securePage({ title: 'Redirected within https' }),
      },
      expect: { state: 'nothing-found', findings: [] },
    },
  ],
};
