// Pages for the deep check's tests: one with strict policies, one that redirects to http addresses, one full of decoys.
import { answer, HSTS, redirect, securePage } from '../lab/lab-answers.ts';
import type { Answer } from '../lab/lab-answers.ts';
import type { ScenarioGroup } from '../lab/scenario.ts';

export const STRICT = 'https://strict.lab.test/';
/** The site of a subdomain, and a page of another site. */
export const SUBDOMAIN = 'https://www.strict.lab.test/';
export const ELSEWHERE = 'https://elsewhere.lab.test/';
export const REDIRECTS = 'https://redirects.lab.test/';
export const DECOYS = 'https://decoys.lab.test/';
/** The only real request on the page of decoys. */
export const CONTROL = 'http://cdn.lab.test/control.js';

const REPORTS = `${STRICT}reports`;

/** Reports every event that the page's listeners receive, and the results of its requests; the page contains `outcome` once all of them have ended. */
const STRICT_SCRIPT = `
const heard = [];
const hear = (where) => ({ blockedURI, effectiveDirective, violatedDirective, disposition, originalPolicy, sourceFile, lineNumber, columnNumber, target }) =>
  heard.push(JSON.stringify({ where, blockedURI, effectiveDirective, violatedDirective, disposition, originalPolicy, sourceFile, lineNumber, columnNumber, target: target.nodeName ?? 'window' }));
addEventListener('securitypolicyviolation', hear('window, capture'), true);
addEventListener('securitypolicyviolation', hear('window'));
document.addEventListener('securitypolicyviolation', hear('document, capture'), true);
document.addEventListener('securitypolicyviolation', hear('document'));
document.documentElement.addEventListener('securitypolicyviolation', hear('element'));
onsecuritypolicyviolation = hear('property');
const tries = {
  ownFetch: () => fetch('/own').then((r) => r.status),
  insecureFetch: () => fetch('http://cdn.lab.test/fetch').then((r) => r.status),
  foreignFetch: () => fetch('https://elsewhere.lab.test/').then((r) => r.status),
  insecureSocket: () => new Promise((done) => { try { const s = new WebSocket('ws://cdn.lab.test/socket'); s.onopen = () => done('open'); s.onerror = () => done('error') } catch (e) { done(e.name) } }),
  xhr: () => new Promise((done) => { const x = new XMLHttpRequest(); x.onload = () => done(x.status); x.onerror = () => done('error'); x.open('GET', 'http://cdn.lab.test/xhr'); x.send() }),
  image: () => load('img', { src: 'http://cdn.lab.test/image.png' }),
  ownImage: () => load('img', { src: '/own.svg' }),
  script: () => load('script', { src: 'http://cdn.lab.test/script.js' }),
  inlineScript: () => { const s = document.createElement('script'); s.textContent = 'globalThis.inlineRan = true'; document.head.append(s); return globalThis.inlineRan === true },
  evaluated: () => { try { return (0, eval)('1 + 1') } catch (e) { return e.name } },
  style: () => { const p = document.createElement('p'); p.setAttribute('style', 'color: red'); document.body.append(p); return getComputedStyle(p).color === 'rgb(255, 0, 0)' },
  worker: () => new Promise((done) => { const w = new Worker('/worker.js'); w.onmessage = ({ data }) => done(data); w.onerror = () => done('error') }),
  frame: () => load('iframe', { src: '/frame' }),
};
const load = (tag, attributes) => new Promise((done) => {
  const element = Object.assign(document.createElement(tag), attributes);
  element.onload = () => done('load'); element.onerror = () => done('error');
  document.body.append(element);
});
(async () => {
  const outcomes = {};
  for (const [name, attempt] of Object.entries(tries)) outcomes[name] = await Promise.resolve().then(attempt).catch(({ name }) => name);
  // Every event has its own task; after this task all of them have been received.
  await new Promise((done) => setTimeout(done, 300));
  globalThis.outcome = { outcomes, heard, body: document.body.innerHTML };
})();`;

/** Its script is the first element: whether it receives events of preceding elements would depend on where the parser pauses. */
const STRICT_PAGE = `<!doctype html>
<html lang="en"><head><script nonce="own">${STRICT_SCRIPT}</script><meta charset="utf-8"><title>Strict</title>
<link rel="icon" href="data:,"><style>body { color: red }</style></head><body><h1>Strict</h1></body></html>`;

const POLICIES = {
  'content-security-policy': `default-src 'self'; script-src 'self' 'nonce-own'; img-src 'self' http: https:; connect-src 'self' http: ws:; report-uri ${REPORTS}?enforced`,
  'content-security-policy-report-only': `connect-src 'self'; img-src 'self'; report-uri ${REPORTS}?own`,
};

function strictPages(
  headers: Readonly<Record<string, string>>,
  origin: string,
): Readonly<Record<string, Answer>> {
  return {
    [origin]: answer('text/html; charset=utf-8', STRICT_PAGE, { ...HSTS, ...headers }),
    [`${origin}own`]: answer('text/plain', 'own'),
    [`${origin}own.svg`]: answer('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
    [`${origin}frame`]: securePage({ title: 'Frame' }),
    [`${origin}worker.js`]: answer('text/javascript', 'postMessage("worked")'),
    [`${origin}reports`]: answer('text/plain', ''),
  };
}

const REDIRECTED = ['script.js', 'style.css', 'frame', 'image.png', 'data.json', 'icon.png', 'set.png'];

export const DEEP_PAGES: ScenarioGroup = {
  title: 'Deep check',
  scenarios: [
    { url: STRICT, serves: strictPages(POLICIES, STRICT) },
    { url: SUBDOMAIN, serves: strictPages({}, SUBDOMAIN) },
    { url: ELSEWHERE, serves: { [ELSEWHERE]: securePage({ title: 'Elsewhere' }) } },
    {
      url: REDIRECTS,
      serves: {
        [REDIRECTS]: securePage({
          title: 'Redirects',
          head: '<link rel="icon" href="/icon.png">',
          body: `<link rel="stylesheet" href="/style.css"><script src="/script.js"></script><iframe src="/frame"></iframe>
<img src="/image.png" alt=""><img srcset="/set.png 1x" alt=""><script>fetch('/data.json').catch(() => {})</script>`,
        }),
        ...Object.fromEntries(
          REDIRECTED.map((name) => [`${REDIRECTS}${name}`, redirect(`http://cdn.lab.test/${name}`)]),
        ),
      },
    },
    { url: DECOYS, serves: { [DECOYS]: decoyPage() } },
  ].map(({ url, serves }) => ({
    id: new URL(url).hostname,
    title: url,
    url,
    serves,
    expect: { state: 'nothing-found', findings: [] },
  })),
};

function to(name: string): string {
  return `http://cdn.lab.test/decoy-${name}`;
}

/** Markup that contains http addresses and requests none of them. */
function decoyPage(): Answer {
  return securePage({
    title: 'Decoys',
    head: `<link rel="icon" href="data:,">
<link rel="canonical" href="${to('canonical')}"><link rel="alternate" hreflang="zh" href="${to('alternate')}">
<link rel="dns-prefetch" href="${to('dns-prefetch')}"><link rel="shortlink" href="${to('shortlink')}">
<link rel="license author help" href="${to('license')}"><link href="${to('no-rel')}">
<meta property="og:image" content="${to('og')}"><meta name="twitter:image" content="${to('twitter')}">
<meta http-equiv="refresh" content="9999; url=${to('refresh')}">
<style>.decoy { background: url("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>") }
.never-there { background: url(${to('unmatched')}) } /* url(${to('css-comment')}) */</style>`,
    body: `<!-- <img src="${to('comment')}"> -->
<a href="${to('link')}">${to('text')}</a> <a href="http://www.lab.test/" ping="">plain</a>
<template><img src="${to('template')}" alt=""><script src="${to('template-script')}"></script></template>
<script type="application/ld+json">{ "image": "${to('json')}" }</script><script type="text/x-template"><img src="${to('text-template')}"></script>
<script>globalThis.decoy = '${to('string')}';</script>
<noscript><img src="${to('noscript')}" alt=""></noscript>
<p data-src="${to('data-src')}" cite="${to('cite')}" class="decoy" title="${to('title')}">&lt;img src="${to('escaped')}"></p>
<blockquote cite="${to('blockquote')}">Quote</blockquote><del cite="${to('del')}">gone</del>
<img data-src="${to('lazy')}" data-srcset="${to('lazy-set')} 2x" alt="${to('alt')}" src="data:,">
<img src="http://localhost/decoy.png" alt=""><img src="http://127.0.0.1/decoy.png" alt=""><img src="http://[::1]/decoy.png" alt="">
<script src="//strict.lab.test/own"></script>
<object><param name="movie" value="${to('param')}"></object>
<video preload="none"><track></video><form action="">
<button type="button" formaction="${to('formaction')}">No submit</button><input value="${to('value')}"></form>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="1" height="1"><a href="${to('svg-link')}"><text>x</text></a></svg>
<iframe srcdoc="&lt;p>${to('srcdoc')}" src="${to('beside-srcdoc')}"></iframe>
<script src="${CONTROL}"></script>`,
  });
}
