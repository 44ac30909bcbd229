// Pages over http, and the input that they request.
import { page, securePage } from '../lab-answers.ts';
import { SECURE_FILES, INSECURE_FILES } from '../files.ts';
import type { ScenarioGroup } from '../scenario.ts';

const PASSWORD = '<label>Password <input type="password" autocomplete="current-password"></label>';
const LOGIN_FORM = `<form method="post">
  <label>Name <input name="user" autocomplete="username"></label>
  <label>Password <input type="password" name="password" autocomplete="current-password"></label>
  <button>Sign in</button>
</form>`;
const CARD_FORM = `<form method="post">
  <label>Name on the card <input autocomplete="cc-name"></label>
  <label>Card number <input autocomplete="cc-number" inputmode="numeric"></label>
  <label>Expires <input autocomplete="cc-exp"></label>
  <label>Security code <input autocomplete="cc-csc" inputmode="numeric"></label>
  <button>Pay</button>
</form>`;

export const plainHttp: ScenarioGroup = {
  title: 'Plain http',
  scenarios: [
    {
      id: 'http-page',
      title: 'A plain http page',
      url: 'http://plain.lab.test/',
      serves: {
        'http://plain.lab.test/': page({ title: 'A plain http page', body: '<p>It asks for nothing.</p>' }),
      },
      expect: { state: 'danger', findings: ['http-page'] },
    },
    {
      id: 'http-password',
      title: 'A password field',
      url: 'http://http-password.lab.test/',
      serves: {
        'http://http-password.lab.test/': page({
          title: 'A password field',
          body: `<form method="post">${PASSWORD}<button>Sign in</button></form>`,
        }),
      },
      expect: { state: 'danger', findings: ['http-page', 'password-over-http'] },
    },
    {
      id: 'http-login',
      title: 'A login form with a name and a password',
      url: 'http://http-login.lab.test/',
      serves: { 'http://http-login.lab.test/': page({ title: 'Sign in', body: LOGIN_FORM }) },
      expect: { state: 'danger', findings: ['http-page', 'password-over-http', 'text-input-over-http'] },
    },
    {
      id: 'http-credit-card',
      title: 'Card fields',
      url: 'http://http-credit-card.lab.test/',
      serves: { 'http://http-credit-card.lab.test/': page({ title: 'Pay by card', body: CARD_FORM }) },
      expect: { state: 'danger', findings: ['http-page', 'card-over-http'] },
    },
    {
      id: 'http-one-time-code',
      title: 'A field for a one-time code',
      url: 'http://http-one-time-code.lab.test/',
      serves: {
        'http://http-one-time-code.lab.test/': page({
          title: 'Enter the code',
          body: '<label>Code from the message <input autocomplete="one-time-code" inputmode="numeric"></label>',
        }),
      },
      expect: { state: 'danger', findings: ['http-page', 'one-time-code-over-http'] },
    },
    {
      id: 'http-textarea',
      title: 'A field for any text',
      url: 'http://http-textarea.lab.test/',
      serves: {
        'http://http-textarea.lab.test/': page({
          title: 'Write to us',
          body: '<form method="post"><label>Message <textarea rows="4"></textarea></label><button>Send</button></form>',
        }),
      },
      expect: { state: 'danger', findings: ['http-page', 'text-input-over-http'] },
    },
    {
      id: 'http-late-login',
      title: 'A login that a script adds after the page has loaded',
      url: 'http://http-late-login.lab.test/',
      serves: {
        'http://http-late-login.lab.test/': page({
          title: 'A login that comes late',
          body: `<div id="place"></div>
<script>
  addEventListener('load', () => setTimeout(() => {
    document.querySelector('#place').innerHTML = ${JSON.stringify(PASSWORD)};
  }, 300));
</script>`,
        }),
      },
      expect: { state: 'danger', findings: ['http-page', 'password-over-http'] },
    },
    {
      id: 'http-dynamic-login',
      title: 'A login that appears on a click',
      url: 'http://http-dynamic-login.lab.test/',
      serves: {
        'http://http-dynamic-login.lab.test/': page({
          title: 'A login that appears on a click',
          body: `<button id="sign-in">Sign in</button> <button id="cancel">Cancel</button><div id="place"></div>
<script>
  const place = document.querySelector('#place');
  document.querySelector('#sign-in').onclick = () => { place.innerHTML = ${JSON.stringify(PASSWORD)}; };
  document.querySelector('#cancel').onclick = () => { place.innerHTML = ''; };
</script>`,
        }),
      },
      expect: { state: 'danger', findings: ['http-page'] },
      steps: [
        {
          do: 'click',
          selector: '#sign-in',
          expect: { state: 'danger', findings: ['http-page', 'password-over-http'] },
        },
        { do: 'click', selector: '#cancel', expect: { state: 'danger', findings: ['http-page'] } },
      ],
    },
    {
      id: 'http-hidden-root-login',
      title: 'A password field in a closed shadow root',
      url: 'http://http-hidden-root-login.lab.test/',
      serves: {
        'http://http-hidden-root-login.lab.test/': page({
          title: 'A login in a component',
          body: `<lab-login></lab-login>
<script>
  customElements.define('lab-login', class extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode: 'closed' }).innerHTML = ${JSON.stringify(PASSWORD)}; }
  });
</script>`,
        }),
      },
      expect: { state: 'danger', findings: ['http-page', 'password-over-http'] },
    },
    {
      id: 'http-frame-login',
      title: 'A password field in an http frame of another host',
      url: 'http://http-frame-login.lab.test/',
      serves: {
        'http://http-frame-login.lab.test/': page({
          title: 'A login in a frame',
          body: `<iframe src="${INSECURE_FILES}/login-frame.html"></iframe>`,
        }),
      },
      expect: { state: 'danger', findings: ['http-page', 'password-over-http'] },
    },
    {
      id: 'https-frame-in-http',
      title: 'An https frame inside an http page',
      url: 'http://https-frame.lab.test/',
      serves: {
        'http://https-frame.lab.test/': page({
          title: 'An https frame inside an http page',
          body: `<iframe src="${SECURE_FILES}/frame.html"></iframe>`,
        }),
      },
      expect: { state: 'danger', findings: ['http-page'] },
    },
    {
      id: 'https-frame-login-in-http',
      title: 'An https frame with a password field inside an http page',
      url: 'http://https-frame-login.lab.test/',
      serves: {
        'http://https-frame-login.lab.test/': page({
          title: 'An https login inside an http page',
          body: `<iframe src="${SECURE_FILES}/login-frame.html"></iframe>`,
        }),
      },
      expect: { state: 'danger', findings: ['http-page', 'password-over-http'] },
      note: 'The http page around the frame can replace it, so its https protects nothing.',
    },
    {
      id: 'http-beside-https',
      title: 'The http page of a host that has https too',
      url: 'http://both.lab.test/',
      serves: {
        'http://both.lab.test/': page({ title: 'The http page of a host that has https too' }),
        'https://both.lab.test/': securePage({ title: 'The https page of the same host' }),
      },
      expect: { state: 'danger', findings: ['http-page'] },
      note: 'Browsers try https first for public names only; a name under .test is none.',
    },
  ],
};
