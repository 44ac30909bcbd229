// Pages that try to break, flood or deceive the extension.
import { page, securePage } from '../lab-answers.ts';
import { INSECURE_FILES } from '../files.ts';
import type { ScenarioGroup } from '../scenario.ts';

const MARKUP = '"><img src=x onerror=document.title=/broken/>';
/** 60 KiB: below the 64 KiB at which a browser's own tools begin to cut. */
const LONG_QUERY = 'q=' + 'x'.repeat(60 * 1024);

export const hostile: ScenarioGroup = {
  title: 'Hostile pages',
  scenarios: [
    {
      id: 'hostile-text',
      title: 'Markup wherever a text is shown',
      url: 'https://hostile-text.lab.test/',
      serves: {
        'https://hostile-text.lab.test/': securePage({
          title: MARKUP,
          body: `<script>
  const script = document.createElement('script');
  script.id = ${JSON.stringify(MARKUP)};
  script.className = ${JSON.stringify(MARKUP)};
  script.src = ${JSON.stringify(`${INSECURE_FILES}/script.js?`)} + script.id;
  document.body.append(script);
</script>`,
        }),
      },
      expect: { state: 'warning', findings: ['mixed-content-blocked'] },
    },
    {
      id: 'hostile-messages',
      title: 'A page that talks as if it were the extension',
      url: 'https://hostile-messages.lab.test/',
      serves: {
        'https://hostile-messages.lab.test/': securePage({
          title: 'A page that talks as if it were the extension',
          body: `<script>
  const report = {
    type: 'report', documentId: '1-2-3-4', turn: 'first', openedAs: location.href, secureContext: false, hosts: [], metas: [], startedAt: 0, base: null, dropped: 0, scan: 'done',
    gone: false,
    fields: { password: 9, card: 9, oneTimeCode: 9, text: 9 },
    sightings: [{ url: '${INSECURE_FILES}/script.js?made-up', what: 'script src', via: 'dom', outcome: 'loaded', element: null, source: null, count: 1 }],
  };
  postMessage(report, '*');
  document.dispatchEvent(new CustomEvent(report.type, { detail: report }));
  new BroadcastChannel(report.type).postMessage(report);
  globalThis.chrome?.runtime?.sendMessage?.('made-up', report);
</script>`,
        }),
      },
      expect: { state: 'nothing-found', findings: [] },
    },
    {
      id: 'hostile-names',
      title: 'Elements named like what every object has, before a form that is sent over http',
      url: 'https://hostile-names.lab.test/',
      serves: {
        'https://hostile-names.lab.test/': securePage({
          title: 'Elements named like what every object has',
          body: `<constructor>A name like any other</constructor>
<script>
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'font-face'])
    document.body.append(document.createElementNS('http://www.w3.org/2000/svg', name));
</script>
<form action="${INSECURE_FILES}/thanks.html" method="post"><label>Mail <input type="email" name="mail"></label><button>Send</button></form>`,
        }),
      },
      expect: { state: 'warning', findings: ['insecure-form'] },
    },
    {
      id: 'hostile-flood',
      title: 'A page with a hundred thousand changes a second',
      url: 'http://hostile-flood.lab.test/',
      serves: {
        'http://hostile-flood.lab.test/': page({
          title: 'A page with a hundred thousand changes a second',
          body: `<div id="place"></div>
<script>
  // 60 tasks of 1,000 changes: as fast as the page can without blocking itself.
  const place = document.querySelector('#place');
  const channel = new MessageChannel();
  let turns = 0;
  channel.port1.onmessage = () => {
    for (let i = 0; i < 500; i += 1) {
      const field = document.createElement('input');
      field.type = 'password';
      place.replaceChildren(field);
      dispatchEvent(new Event('focusin'));
    }
    turns += 1;
    if (turns < 60) channel.port2.postMessage(null);
    else document.documentElement.dataset['flood'] = 'over';
  };
  channel.port2.postMessage(null);
</script>`,
        }),
      },
      expect: { state: 'danger', findings: ['http-page', 'password-over-http'] },
    },
    {
      id: 'hostile-loads',
      title: 'A page that requests five thousand http addresses',
      url: 'https://hostile-loads.lab.test/',
      serves: {
        'https://hostile-loads.lab.test/': securePage({
          title: 'A page that requests five thousand http addresses',
          body: `<script>
  for (let i = 0; i < 5000; i += 1) {
    const script = document.createElement('script');
    script.src = '${INSECURE_FILES}/script.js?' + i;
    document.head.append(script);
  }
</script>`,
        }),
      },
      expect: { state: 'warning', findings: ['mixed-content-blocked'] },
    },
    {
      id: 'hostile-address',
      title: 'An address of 60 KiB',
      url: `https://hostile-address.lab.test/?${LONG_QUERY}`,
      serves: {
        'https://hostile-address.lab.test/': securePage({ title: 'An address of 60 KiB' }),
      },
      expect: { state: 'nothing-found', findings: [] },
    },
  ],
};
