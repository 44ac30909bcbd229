// Pages that change or return without being loaded, or that survive the extension's background.
import { answer, page, securePage } from '../lab-answers.ts';
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

/** Marks a page that came back from the back/forward cache, so that a test can distinguish it from one that was loaded again. */
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

/** A service worker that answers every later visit itself, without the network. */
const WORKER = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  const html = '<!doctype html><title>From the worker</title><link rel="icon" href="data:,"><h1>From the worker</h1>';
  event.respondWith(new Response(html, { headers: { 'content-type': 'text/html' } }));
});`;
const REGISTER = `<script>
  navigator.serviceWorker.register('/worker.js');
  navigator.serviceWorker.ready.then(() => {
    document.documentElement.dataset['ready'] = 'yes';
  });
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
      id: 'service-worker',
      title: 'A page that its own service worker answers',
      url: 'https://worker.lab.test/',
      serves: {
        'https://worker.lab.test/': securePage({ title: 'Brings a service worker', body: REGISTER }),
        'https://worker.lab.test/worker.js': answer('text/javascript', WORKER),
      },
      expect: NOTHING,
      steps: [{ do: 'open', url: 'https://worker.lab.test/' }],
      note: 'The second visit may come from the worker: then the browser reports nothing, and the extension claims nothing.',
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
      id: 'worker-killed-frame',
      title: 'A frame with a login that is taken away while the background is stopped',
      url: 'http://worker-killed-frame.lab.test/',
      serves: {
        'http://worker-killed-frame.lab.test/': page({
          title: 'A frame that goes',
          body: `<button id="close" onclick="document.querySelector('iframe').remove()">Close</button>
<iframe src="/login" title="Sign in"></iframe>`,
        }),
        'http://worker-killed-frame.lab.test/login': page({ title: 'Sign in', body: PASSWORD }),
      },
      expect: HTTP_LOGIN,
      steps: [{ do: 'kill-worker' }, { do: 'click', selector: '#close', expect: HTTP_PAGE }],
    },
    {
      id: 'worker-killed-frame-leaves',
      title: 'A frame with a login that goes elsewhere while the background is stopped',
      url: 'http://worker-killed-leaves.lab.test/',
      serves: {
        'http://worker-killed-leaves.lab.test/': page({
          title: 'A frame that leaves',
          body: `<p><a id="leave" href="/done" target="frame">Leave</a></p>
<iframe src="/login" name="frame" title="Sign in"></iframe>`,
        }),
        'http://worker-killed-leaves.lab.test/login': page({ title: 'Sign in', body: PASSWORD }),
        'http://worker-killed-leaves.lab.test/done': page({ title: 'Signed in' }),
      },
      expect: HTTP_LOGIN,
      steps: [{ do: 'kill-worker' }, { do: 'click', selector: '#leave', expect: HTTP_PAGE }],
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
