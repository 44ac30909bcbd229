// The sample's pages: https pages of our own, each with one insecure request or with a decoy, and what Chromium does with it. The outcomes follow
// from Mixed Content (https://www.w3.org/TR/mixed-content/): what is upgraded (section 4.1), what is blocked (4.4), and forms, which are sent.

/** The host of every page, and the one that the pages request from. */
export const SAMPLE_HOST = 'site.sample.test';
const OTHER = 'http://cdn.sample.test';

export interface SamplePage {
  readonly id: string;
  /** What the list of insecure requests must contain: nothing for a decoy. */
  readonly insecureUrls: readonly string[];
  /** Chromium's resolution; `none`: a decoy. */
  readonly status: 'upgraded' | 'blocked' | 'warning' | 'none';
  readonly body: string;
}

function insecure(
  id: string,
  status: SamplePage['status'],
  file: string,
  body: (url: string) => string,
): SamplePage {
  const url = `${OTHER}/${file}?${id}`;
  return { id, status, insecureUrls: [url], body: body(url) };
}

function decoy(id: string, body: string): SamplePage {
  return { id, status: 'none', insecureUrls: [], body };
}

export const SAMPLE_PAGES: readonly SamplePage[] = [
  insecure('image', 'upgraded', 'a.png', (url) => `<img src="${url}" alt="">`),
  insecure('audio', 'upgraded', 'a.wav', (url) => `<audio src="${url}" preload="auto"></audio>`),
  insecure('video', 'upgraded', 'a.webm', (url) => `<video src="${url}" preload="auto"></video>`),
  insecure('background', 'upgraded', 'a.png', (url) => `<p style="background-image: url('${url}')">Text</p>`),
  insecure('image-of-a-set', 'blocked', 'a.png', (url) => `<img srcset="${url} 1x" alt="">`),
  insecure('script', 'blocked', 'a.js', (url) => `<script src="${url}"></script>`),
  insecure('module', 'blocked', 'a.mjs', (url) => `<script type="module" src="${url}"></script>`),
  insecure('style-sheet', 'blocked', 'a.css', (url) => `<link rel="stylesheet" href="${url}">`),
  insecure('frame', 'blocked', 'a.html', (url) => `<iframe src="${url}" title="Frame"></iframe>`),
  insecure('fetch', 'blocked', 'a.json', (url) => `<script>fetch('${url}').catch(() => undefined);</script>`),
  insecure(
    'shadow-root',
    'upgraded',
    'a.png',
    (url) => `<div><template shadowrootmode="open"><img src="${url}" alt=""></template></div>`,
  ),
  insecure('form', 'warning', 'a', (url) => `<form action="${url}" method="post"><input name="q"></form>`),
  decoy('encrypted-image', `<img src="https://cdn.sample.test/a.png" alt="">`),
  decoy('link', `<a href="${OTHER}/a.html">A link is followed by the user, not by the page</a>`),
  decoy('comment', `<!-- <script src="${OTHER}/a.js"></script> --><p>Text</p>`),
  decoy('text', `<p>${OTHER}/a.js</p>`),
  decoy('canonical', `<link rel="canonical" href="${OTHER}/a.html"><p>Text</p>`),
  decoy('unknown-script', `<script type="text/template" src="${OTHER}/a.js"></script>`),
];
