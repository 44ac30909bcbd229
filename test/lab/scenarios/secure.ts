// Pages over https without findings, or only with advice for their owner.
import { page, securePage } from '../lab-answers.ts';
import { SECURE_FILES } from '../files.ts';
import type { ScenarioGroup } from '../scenario.ts';

const LOGIN = `<form method="post">
  <label>Name <input autocomplete="username"></label>
  <label>Password <input type="password" autocomplete="current-password"></label>
  <button>Sign in</button>
</form>`;

export const secure: ScenarioGroup = {
  title: 'Https',
  scenarios: [
    {
      id: 'https-clean',
      title: 'A page with nothing to find',
      url: 'https://clean.lab.test/',
      serves: {
        'https://clean.lab.test/': securePage({
          title: 'A page with nothing to find',
          body: `<img src="${SECURE_FILES}/image.svg" alt=""><script src="${SECURE_FILES}/script.js"></script>${LOGIN}`,
        }),
      },
      expect: { state: 'nothing-found', findings: [] },
      note: 'It has a login, an image and a script, all over https.',
    },
    {
      id: 'hsts',
      title: 'A page that sends HSTS, requested over http once more',
      url: 'https://hsts.lab.test/',
      serves: {
        'http://hsts.lab.test/': page({ title: 'Nobody who knows the HSTS header comes here' }),
        'https://hsts.lab.test/': securePage({ title: 'A page that sends HSTS' }),
      },
      expect: { state: 'nothing-found', findings: [] },
      steps: [{ do: 'open', url: 'http://hsts.lab.test/' }],
      note: 'The second time the browser itself requests https: nothing is sent unencrypted, so no insecure start is reported.',
    },
    {
      id: 'hsts-missing',
      title: 'A page without HSTS',
      url: 'https://no-hsts.lab.test/',
      serves: { 'https://no-hsts.lab.test/': page({ title: 'A page without HSTS' }) },
      expect: { state: 'nothing-found', findings: ['hsts-missing'] },
    },
    {
      id: 'hsts-zero',
      title: 'A page that tells browsers to forget HSTS',
      url: 'https://hsts-zero.lab.test/',
      serves: {
        'https://hsts-zero.lab.test/': page({
          title: 'A page that tells browsers to forget HSTS',
          headers: { 'strict-transport-security': 'max-age=0' },
        }),
      },
      expect: { state: 'nothing-found', findings: ['hsts-missing'] },
    },
  ],
};
