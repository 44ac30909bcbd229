// Pages that change without being loaded, come back without being loaded, or outlive the extension's background.
import { page, securePage } from '../answers.ts';
import { INSECURE_FILES } from '../files.ts';
import type { Expectation, ScenarioGroup } from '../scenario.ts';

const HTTP_PAGE: Expectation = { state: 'danger', findings: ['http-page'] };
const HTTP_LOGIN: Expectation = { state: 'danger', findings: ['http-page', 'password-over-http'] };
const NOTHING: Expectation = { state: 'nothing-found', findings: [] };
const BLOCKED: Expectation = { state: 'warning', findings: ['mixed-content-blocked'] };

/** A single-page application: /login shows a password field, every other address does not. */
const APP = `<nav><a id="home" href="/">Home</a> <a id="login" href="/login">Sign in</a></nav><main></main>
<script>
  const show = () => {
    document.querySelector('main').innerHTML =
      location.pathname === '/login' ? '<label>Password <input type="password"></label>' : '<p>Home</p>';
  };
  document.querySelector('nav').onclick = (event) => {
    if (!(event.target instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    history.pushState(null, '', event.target.href);
    show();
  };
  addEventListener('popstate', show);
  show();
</script>`;

/** Marks a page that came back from the back/forward cache, so that a test can tell it from one that was loaded again. */
const MARK_RESTORED = `<script>
  addEventListener('pageshow', (event) => {
    if (event.persisted) document.documentElement.dataset['restored'] = 'yes';
  });
</script>`;
const PASSWORD = '<label>Password <input type="password" autocomplete="current-password"></label>';
const ADD_LOGIN = `<button id="sign-in">Sign in</button><div id="place"></div>
<script>
  document.querySelector('#sign-in').onclick = () => {
    document.querySelector('#place').innerHTML = ${JSON.stringify(PASSWORD)};
  };
</script>`;

export const lifeOfAPage: ScenarioGroup = {
  title: 'The life of a page',
  scenarios: [
    {
      id: 'spa',
      title: 'A single-page application over https',
      url: 'https://spa.lab.test/',
      serves: {
        'https://spa.lab.test/': securePage({
          title: 'An application over https',
          body: `${APP}<script src="${INSECURE_FILES}/script.js?spa"></script>`,
        }),
      },
      expect: BLOCKED,
      steps: [{ do: 'click', selector: '#login' }, { do: 'back' }],
      note: 'The address changes and the document stays: so does what was found in it.',
    },
    {
      id: 'spa-http-login',
      title: 'A single-page application over http that shows a login on one of its pages',
      url: 'http://spa-http.lab.test/',
      serves: { 'http://spa-http.lab.test/': page({ title: 'An application over http', body: APP }) },
      expect: HTTP_PAGE,
      steps: [
        { do: 'click', selector: '#login', expect: HTTP_LOGIN },
        { do: 'back', expect: HTTP_PAGE },
        { do: 'forward', expect: HTTP_LOGIN },
      ],
    },
    {
      id: 'back-forward',
      title: 'Back and forward between an http login and an https page',
      url: 'http://back-forward.lab.test/',
      serves: {
        'http://back-forward.lab.test/': page({
          title: 'The first page',
          body: `${PASSWORD}${MARK_RESTORED}<p><a id="next" href="https://back-forward-next.lab.test/">Next</a></p>`,
        }),
        'https://back-forward-next.lab.test/': securePage({ title: 'The next page', body: MARK_RESTORED }),
      },
      expect: HTTP_LOGIN,
      steps: [
        { do: 'click', selector: '#next', expect: NOTHING },
        { do: 'back', expect: HTTP_LOGIN },
        { do: 'forward', expect: NOTHING },
      ],
      note: 'A page that comes back from the cache has <html data-restored>; browsers that are driven by a test may load it anew.',
    },
    {
      id: 'worker-killed',
      title: 'A login that appears after the background was stopped',
      url: 'http://worker-killed.lab.test/',
      serves: {
        'http://worker-killed.lab.test/': page({ title: 'The background stops', body: ADD_LOGIN }),
      },
      expect: HTTP_PAGE,
      steps: [
        { do: 'kill-worker' },
        { do: 'click', selector: '#sign-in', expect: HTTP_LOGIN },
        { do: 'kill-worker' },
      ],
    },
    {
      id: 'worker-killed-restored',
      title: 'A page that comes back after the background was stopped',
      url: 'https://worker-restored.lab.test/',
      serves: {
        'https://worker-restored.lab.test/': securePage({
          title: 'The first page',
          body: `<script src="${INSECURE_FILES}/script.js?restored"></script>${MARK_RESTORED}
<p><a id="next" href="https://worker-restored-next.lab.test/">Next</a></p>`,
        }),
        'https://worker-restored-next.lab.test/': securePage({ title: 'The next page', body: MARK_RESTORED }),
      },
      expect: BLOCKED,
      steps: [
        { do: 'kill-worker' },
        { do: 'click', selector: '#next', expect: NOTHING },
        { do: 'kill-worker' },
        { do: 'back', expect: BLOCKED },
      ],
    },
  ],
};
