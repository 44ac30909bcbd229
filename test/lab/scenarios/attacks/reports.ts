// Pages with one value that no report can contain unchanged: only that value may be lost, never the rest of the report.
import { answer, page, securePage } from '../../lab-answers.ts';
import { INSECURE_FILES } from '../../files.ts';
import type { Expectation, Scenario } from '../../scenario.ts';

const FORM = `<form action="${INSECURE_FILES}/thanks.html" method="post"><label>Mail <input type="email" name="mail"></label><button>Send</button></form>`;
/** Adds the form once the frame has filled the list, and was scanned. */
const LATE_FORM = `<script>
  addEventListener('message', () => document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(FORM)}));
</script>`;
const WHEN_SCANNED =
  "addEventListener('load', () => setTimeout(() => parent.postMessage('full', '*'), 3000));";
const IMAGE = `${INSECURE_FILES}/image.svg`;
/** Longer than every limit for an address. */
const LONG = 'x'.repeat(2100);

const FORM_ONLY: Expectation = { state: 'warning', findings: ['insecure-form'] };
const FORM_AND_UPGRADED: Expectation = {
  state: 'warning',
  findings: ['insecure-form', 'mixed-content-upgraded'],
};
const FORM_AND_BLOCKED: Expectation = {
  state: 'warning',
  findings: ['insecure-form', 'mixed-content-blocked'],
};

export const reportAttacks: readonly Scenario[] = [
  {
    id: 'attack-long-rel',
    title: 'A link whose rel goes on for 250 characters, and a form',
    url: 'https://attack-long-rel.lab.test/',
    serves: {
      'https://attack-long-rel.lab.test/': securePage({
        title: 'A link whose rel goes on for 250 characters',
        body: `<link rel="icon ${'a'.repeat(250)}" href="${IMAGE}">${FORM}`,
      }),
    },
    expect: { ...FORM_AND_BLOCKED, firefox: FORM_AND_UPGRADED },
  },
  {
    id: 'attack-rel-at-the-end',
    title: 'A link whose relation comes after 250 other characters and a comma in another attribute',
    url: 'https://attack-rel-at-the-end.lab.test/',
    serves: {
      'https://attack-rel-at-the-end.lab.test/': securePage({
        title: 'A link whose relation comes last',
        body: `<link as="a,b" rel="${'a'.repeat(250)} stylesheet" href="${INSECURE_FILES}/style.css">`,
      }),
    },
    expect: { state: 'warning', findings: ['mixed-content-blocked'] },
  },
  {
    id: 'attack-long-host',
    title: 'An image and a form on a host of 304 characters, and one on an ordinary host',
    url: 'https://attack-long-host.lab.test/',
    serves: {
      'https://attack-long-host.lab.test/': securePage({
        title: 'A host of 304 characters',
        body: `<img src="http://${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(51)}.lab.test/image.svg" alt="">${FORM}`,
      }),
    },
    expect: { ...FORM_AND_UPGRADED, findings: [...FORM_AND_UPGRADED.findings, 'upgrade-failed'] },
  },
  {
    id: 'attack-host-in-the-cut',
    title: 'A form on a host of 3,000 characters that looks local where it is cut off',
    url: 'https://attack-host-in-the-cut.lab.test/',
    serves: {
      'https://attack-host-in-the-cut.lab.test/': securePage({
        title: 'A host of 3,000 characters',
        body: `<form action="http://${'a'.repeat(2031)}.localhost${'b'.repeat(1000)}.lab.test/" method="post"><button>Send</button></form>`,
      }),
    },
    expect: FORM_ONLY,
  },
  {
    id: 'attack-long-page-address',
    title: 'A page whose own address is longer than any that is kept, with a style of its own and a form',
    url: `https://attack-long-page-address.lab.test/?${LONG}`,
    serves: {
      'https://attack-long-page-address.lab.test/': securePage({
        title: 'A page with an address of 2,100 characters',
        body: `<style>.picture { background: url(${IMAGE}); block-size: 90px }</style><p class="picture"></p>${FORM}`,
      }),
    },
    expect: FORM_AND_UPGRADED,
  },
  {
    id: 'attack-long-sheet-address',
    title: 'A style sheet whose address is longer than any that is kept, and a form',
    url: 'https://attack-long-sheet-address.lab.test/',
    serves: {
      'https://attack-long-sheet-address.lab.test/': securePage({
        title: 'A style sheet with an address of 2,100 characters',
        body: `<link rel="stylesheet" href="/style.css?${LONG}"><p class="picture"></p>${FORM}`,
      }),
      'https://attack-long-sheet-address.lab.test/style.css': answer(
        'text/css',
        `.picture { background: url(${IMAGE}); block-size: 90px }`,
      ),
    },
    expect: FORM_AND_UPGRADED,
  },
  {
    id: 'attack-long-tag',
    title: 'An element with a name of 250 characters that loads a picture, and a form in it',
    url: 'https://attack-long-tag.lab.test/',
    serves: {
      'https://attack-long-tag.lab.test/': securePage({
        title: 'An element with a name of 250 characters',
        body: `<x-${'a'.repeat(248)} style="display: block; block-size: 90px; background: url(${IMAGE})">${FORM}</x-${'a'.repeat(248)}>`,
      }),
    },
    expect: FORM_AND_UPGRADED,
  },
  {
    id: 'attack-long-credentials',
    title: 'A form to an address with a password of 2,100 characters',
    url: 'https://attack-long-credentials.lab.test/',
    serves: {
      'https://attack-long-credentials.lab.test/': securePage({
        title: 'A form to an address with a long password',
        body: `<form action="http://someone:${LONG}@files.lab.test/thanks.html" method="post"><button>Send</button></form>`,
      }),
    },
    expect: FORM_ONLY,
  },
  {
    id: 'attack-long-address-in-frame',
    title: 'A frame with an address of 2,100 characters that has a form to one as long',
    url: 'https://attack-long-address-in-frame.lab.test/',
    serves: {
      'https://attack-long-address-in-frame.lab.test/': securePage({
        title: 'A frame with a long address',
        body: `<iframe src="/frame.html?${LONG}"></iframe>`,
      }),
      'https://attack-long-address-in-frame.lab.test/frame.html': page({
        title: 'A frame with a form',
        body: `<style>.picture { background: url(${IMAGE}?${LONG}); block-size: 90px }</style><p class="picture"></p><form action="${INSECURE_FILES}/thanks.html?${LONG}" method="post"><button>Send</button></form>`,
      }),
    },
    expect: FORM_AND_UPGRADED,
  },
  {
    id: 'attack-full-by-frame-links',
    title: 'A frame that offers 3,000 downloads, then a form of the page',
    url: 'https://attack-full-by-frame-links.lab.test/',
    serves: {
      'https://attack-full-by-frame-links.lab.test/': securePage({
        title: 'A frame that fills the list with downloads',
        body: `<iframe src="/frame.html"></iframe>${LATE_FORM}`,
      }),
      'https://attack-full-by-frame-links.lab.test/frame.html': page({
        title: 'A frame with 3,000 links',
        body: `<script>
  for (let i = 0; i < 3000; i += 1) {
    const link = document.createElement('a');
    link.download = '';
    link.href = '${INSECURE_FILES}/list.csv?' + i;
    document.body.append(link);
  }
  ${WHEN_SCANNED}
</script>`,
      }),
    },
    expect: { state: 'warning', findings: ['insecure-form', 'insecure-download'] },
  },
  {
    id: 'attack-full-by-frame-forms',
    title: 'A frame whose policy upgrades its 3,000 forms, then a form of the page',
    url: 'https://attack-full-by-frame-forms.lab.test/',
    serves: {
      'https://attack-full-by-frame-forms.lab.test/': securePage({
        title: 'A frame that fills the list with forms',
        body: `<iframe src="/frame.html"></iframe>${LATE_FORM}`,
      }),
      'https://attack-full-by-frame-forms.lab.test/frame.html': page({
        title: 'A frame with 3,000 forms',
        head: '<meta http-equiv="content-security-policy" content="upgrade-insecure-requests">',
        body: `<script>
  for (let i = 0; i < 3000; i += 1) {
    const form = document.createElement('form');
    form.action = '${INSECURE_FILES}/thanks.html?' + i;
    document.body.append(form);
  }
  ${WHEN_SCANNED}
</script>`,
      }),
    },
    expect: FORM_ONLY,
  },
];
