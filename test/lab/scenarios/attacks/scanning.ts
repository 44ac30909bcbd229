// Pages that prevent a scan from ending, or change without a mutation record: content that is not scanned must be reported, and late content must
// be found.
import { securePage } from '../../lab-answers.ts';
import { INSECURE_FILES } from '../../files.ts';
import type { Expectation, Scenario, Step } from '../../scenario.ts';

const FORM: Expectation = { state: 'warning', findings: ['insecure-form'] };
const UPGRADED: Expectation = { state: 'notice', findings: ['mixed-content-upgraded'] };
const BLOCKED: Expectation = { state: 'warning', findings: ['mixed-content-blocked'] };

const ICON = '<link rel="icon" href="data:,">';

interface Page {
  readonly head?: string;
  readonly body: string;
  readonly expect: Expectation;
  readonly steps?: readonly Step[];
  readonly note?: string;
}

function attack(id: string, title: string, { expect, steps = [], note, ...parts }: Page): Scenario {
  const url = `https://attack-${id}.lab.test/`;
  return {
    id: `attack-${id}`,
    title,
    url,
    serves: { [url]: securePage({ title, ...parts }) },
    expect,
    steps,
    ...(note === undefined ? {} : { note }),
  };
}

/** A form as text inside a script. */
const SENDS = `<form method=\\"post\\" action=\\"${INSECURE_FILES}/\\"><input name=\\"mail\\"></form>`;

/** An endless number of elements before the relevant content. */
const unending: readonly Scenario[] = [
  attack('many-elements', '150,000 elements before an http form', {
    body: `<div id="many"></div><div id="end"></div>
<script>
many.innerHTML = '<i></i>'.repeat(150_000);
end.innerHTML = "${SENDS}";
</script>`,
    expect: FORM,
    note: 'While the first scan is running the page is not wholly checked, and never green.',
  }),
  attack('rewritten', '1,500 elements rewritten every 120 ms, an http form inserted later', {
    body: `<div id="board"></div><div id="end"></div>
<script>
setInterval(() => { board.innerHTML = '<i></i>'.repeat(1500); }, 120);
setTimeout(() => { end.innerHTML = "${SENDS}"; }, 2500);
</script>`,
    expect: FORM,
  }),
  attack('clock-before-form', 'A clock rewritten every 20 ms, 40,000 elements, then an http form', {
    body: `<div id="clock"></div><div id="many"></div><div id="end"></div>
<script>
setInterval(() => { clock.innerHTML = '<b><i></i></b>'.repeat(20); }, 20);
many.innerHTML = '<p><i></i></p>'.repeat(20_000);
end.innerHTML = "${SENDS}";
</script>`,
    expect: FORM,
    note: 'What a page takes away while it is scanned must not end the scan of the rest.',
  }),
  attack(
    'pretends-connected',
    'A form that says it is still in the document, taken away while it is scanned',
    {
      body: `<div id="board"></div><div id="end"></div>
<script>
const form = '<form><input name="isConnected">' + '<i></i>'.repeat(200) + '</form>';
setInterval(() => { board.firstElementChild.innerHTML = form.repeat(2); }, 250);
board.innerHTML = '<div></div><div id="after"></div>';
setTimeout(() => { after.innerHTML = "${SENDS}"; }, 2000);
</script>`,
      expect: FORM,
    },
  ),
];

/** Changes that no attribute filter reports, or that affect elements scanned before. */
const late: readonly Scenario[] = [
  attack('late-base', 'A base without encryption, added after the page was scanned', {
    body: `<form method="post" action="send"><input name="mail"></form>
<script>
setTimeout(() => { const base = document.createElement('base'); base.href = '${INSECURE_FILES}/'; document.head.append(base); }, 1500);
</script>`,
    expect: FORM,
    note: 'A base changes what relative addresses mean, also those that were scanned before it came.',
  }),
  attack('base-changed', 'An encrypted base, its address changed and its neighbour taken away', {
    head: `${ICON}<base href="https://attack-base-changed.lab.test/"><base href="${INSECURE_FILES}/">`,
    body: `<form method="post" action="send"><input name="mail"></form>
<script>
setTimeout(() => document.querySelector('base').remove(), 1500);
</script>`,
    expect: FORM,
  }),
  attack('late-xlink', 'An svg image whose xlink:href comes late', {
    body: `<svg width="9" height="9"><image id="late" width="9" height="9"/></svg>
<script>
setTimeout(() => late.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', '${INSECURE_FILES}/image.svg?late-xlink'), 1500);
</script>`,
    expect: UPGRADED,
  }),
  attack('other-prefix', 'An svg image whose xlink:href has another prefix', {
    body: `<svg width="9" height="9"><image id="late" width="9" height="9"/></svg>
<script>
setTimeout(() => late.setAttributeNS('http://www.w3.org/1999/xlink', 'x:href', '${INSECURE_FILES}/image.svg?other-prefix'), 1500);
</script>`,
    expect: UPGRADED,
  }),
  attack('late-download', 'A link to http that becomes a download later', {
    body: `<a id="late" href="${INSECURE_FILES}/list.csv">List</a>
<script>
setTimeout(() => late.setAttribute('download', ''), 1500);
</script>`,
    expect: { state: 'notice', findings: ['insecure-download'] },
  }),
  attack('late-type', 'A reset button that becomes a submit button later', {
    body: `<form method="post"><button id="late" type="reset" formaction="${INSECURE_FILES}/">Send</button></form>
<script>
setTimeout(() => late.setAttribute('type', 'submit'), 1500);
</script>`,
    expect: FORM,
  }),
  attack('late-shadow', 'A shadow root attached to an element that was scanned already', {
    body: `<div id="late"></div>
<script>
setTimeout(() => { late.attachShadow({ mode: 'closed' }).innerHTML = "${SENDS}"; }, 2000);
</script>`,
    expect: FORM,
    note: 'No event reports a shadow root that is attached late: the document is scanned again, after growing pauses.',
  }),
  attack('cleared-timings', 'A page that clears the list of loads before it names an image', {
    body: `<div id="late"></div>
<script>
const image = new Image();
image.onload = image.onerror = () => {
  setTimeout(() => { performance.clearResourceTimings(); late.style.background = 'url(${INSECURE_FILES}/image.svg?cleared-timings)'; }, 500);
};
image.src = '${INSECURE_FILES}/image.svg?cleared-timings';
</script>`,
    expect: UPGRADED,
  }),
  attack('full-timings', 'An image after the list of loads is full', {
    body: `<div id="late" style="block-size: 9px"></div>
<script>
performance.setResourceTimingBufferSize(1);
setTimeout(() => { late.style.background = 'url(${INSECURE_FILES}/image.svg?full-timings)'; }, 500);
</script>`,
    expect: UPGRADED,
  }),
  attack('css-escape', 'An http image in a style attribute, written with escapes and comments', {
    body: `<div style="block-size: 9px; /* it's */ background: u\\72l(\\68 ttp:\\2f/files.lab.test/image.svg?css-escape)"></div>`,
    expect: UPGRADED,
  }),
  attack('css-string', 'An http image behind a comment with quotes, in a custom property of a sheet', {
    head: `${ICON}<style>:root { --image: /* " */ url("h\\74tp://files.lab.test/image.svg?css-string") } p { background: var(--image) }</style>`,
    body: '<p>Text</p>',
    expect: UPGRADED,
  }),
  attack('css-base', 'A relative image in a style attribute under a base without encryption', {
    head: `${ICON}<base href="${INSECURE_FILES}/">`,
    body: '<div style="block-size: 9px; background: url(image.svg?css-base)"></div>',
    expect: UPGRADED,
  }),
  attack('css-base-sheet', 'A relative image in a style sheet of the page under a base without encryption', {
    head: `${ICON}<base href="${INSECURE_FILES}/"><style>.wide { block-size: 9px; background: url(image.svg?css-base-sheet) }</style>`,
    body: '<div class="wide"></div>',
    expect: UPGRADED,
  }),
  attack('css-rule-changed', 'A rule of a style sheet that a script changes later', {
    head: `${ICON}<style id="sheet">.wide { block-size: 9px; background: url("data:image/gif;base64,R0lGODlhAQABAAAAACw=") }</style>`,
    body: `<div class="wide"></div>
<script>
setTimeout(() => { sheet.sheet.cssRules[0].style.background = 'url(${INSECURE_FILES}/image.svg?css-rule-changed)'; }, 1500);
</script>`,
    expect: UPGRADED,
  }),
];

/** Documents that are replaced after the listeners were added. */
const replaced: readonly Scenario[] = [
  attack('document-open', 'A page that writes itself anew long after it has loaded, twice', {
    body: `<script>
const write = (html) => { document.open(); document.write(html); document.close(); };
setTimeout(() => write('<p>Once</p>'), 1200);
setTimeout(() => write("<p>Twice</p>${SENDS}"), 2400);
</script>`,
    expect: FORM,
  }),
  attack('document-write-frame', 'A frame without an address, filled by document.write, its form later', {
    body: `<iframe id="frame"></iframe>
<script>
const inner = frame.contentDocument;
inner.open();
inner.write('<p>Inside</p>');
inner.close();
setTimeout(() => { inner.body.innerHTML = "${SENDS}"; }, 2000);
</script>`,
    expect: FORM,
  }),
  attack('document-write-open', 'A frame that is written and never closed', {
    body: `<iframe id="frame"></iframe>
<script>
setTimeout(() => { frame.contentDocument.open(); frame.contentDocument.write("${SENDS}"); }, 1500);
</script>`,
    expect: FORM,
  }),
  attack(
    'document-write-srcdoc',
    'A srcdoc frame that another script writes anew, with an http script in it',
    {
      body: `<iframe id="frame" srcdoc="<p>Before</p>"></iframe>
<script>
setTimeout(() => {
  frame.contentDocument.open();
  frame.contentDocument.write('<p>After</p><script src="${INSECURE_FILES}/script.js?document-write-srcdoc"></' + 'script>');
  frame.contentDocument.close();
}, 1500);
</script>`,
      expect: BLOCKED,
    },
  ),
];

export const scanningAttacks: readonly Scenario[] = [...unending, ...late, ...replaced];
