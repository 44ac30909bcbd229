// What the extension must show for the pages of the corpus "field": from the rules in the corpus's table (cases.md), never from its present output.
import type { State } from '../../lib/verdict/verdict.ts';
import type { MixedOutcome } from '../../lib/mixed-content/mixed-content.ts';
import { TLS_FOLDER } from './field-tls.ts';

/** Part of the address of a list entry. */
export interface ExpectedEntry {
  readonly part: string;
  /** The allowed outcomes; any when missing. */
  readonly outcomes?: readonly MixedOutcome[];
}

export interface PageCase {
  /** Number in cases.md. */
  readonly number: number;
  /** Folder of the corpus. */
  readonly folder: string;
  /** A host of TLS_HOSTS; the folder's own when missing. */
  readonly host?: string;
  /** After the host; `/` when missing. */
  readonly path?: string;
  readonly scheme?: 'http' | 'https';
  /** The page is deep checked. */
  readonly deep?: boolean;
  /** The state is none of these. */
  readonly notState?: readonly State[];
  readonly state?: State;
  /** Expected findings, and forbidden ones. */
  readonly findings?: readonly string[];
  readonly noFindings?: readonly string[];
  readonly entries?: readonly ExpectedEntry[];
  /** Parts that no listed address may contain. */
  readonly absent?: readonly string[];
  /** No entry with this part may have such an outcome. */
  readonly never?: readonly { readonly part: string; readonly outcomes: readonly MixedOutcome[] }[];
  /** What the popup shows the owner. */
  readonly says?: RegExp;
  /** Texts that the popup must not show. */
  readonly saysNot?: RegExp;
  /** The case applies only to this browser. */
  readonly browser?: 'chromium' | 'firefox';
  /** Why the case does not pass yet: while it fails, the test is skipped with this reason. */
  readonly pending?: string;
}

const GREEN = ['nothing-found'] as const;
const BLOCKED = ['blocked'] as const;
const UPGRADED = ['upgraded'] as const;

export const PAGE_CASES: readonly PageCase[] = [
  {
    number: 34,
    folder: '40-app-behind-proxy',
    findings: ['insecure-form'],
    entries: ['/css/app.css', '/js/app.js', '/media/logo.png', '/login'].map((part) => ({ part })),
    says: /X-Forwarded-Proto/,
  },
  {
    number: 37,
    folder: '43-iframe-slash',
    notState: GREEN,
    entries: [{ part: '/embed/result' }],
  },
  {
    number: 40,
    folder: '46-lazy-images',
    absent: ['js-lazy.png'],
    never: [{ part: 'below.png', outcomes: ['upgraded', 'loaded', 'blocked'] }],
  },
  {
    number: 43,
    folder: '49-loopback-helpers',
    absent: ['localhost', '127.0.0.1'],
    entries: [{ part: '192.168.1.5/cam.jpg' }, { part: 'printer.local' }],
  },
  {
    number: 44,
    folder: '50-late-uir-meta',
    notState: GREEN,
    entries: [
      { part: 'before.js', outcomes: BLOCKED },
      { part: 'before.css', outcomes: BLOCKED },
    ],
    never: [{ part: 'after.js', outcomes: BLOCKED }],
  },
  {
    number: 46,
    folder: '52-uir-host-without-https',
    says: /nohttps\.invalid/,
    entries: [{ part: 'a.js' }, { part: 'a.png' }],
  },
  ...['53-hsts-twice', '54-hsts-broken', '55-hsts-comma'].map((folder) => ({
    number: 47,
    folder,
    findings: ['hsts-missing'],
    says: /not valid|invalid|ignored|first/i,
  })),
  { number: 47, folder: '56-hsts-meta', findings: ['hsts-missing'], says: /meta element/ },
  {
    number: 48,
    folder: '57-forms',
    findings: ['insecure-form'],
    entries: ['/search', '/alt', '/Upper', '/empty', '/ext', '192.168.1.5/x'].map((part) => ({ part })),
    absent: ['/dialog', 'localhost', 'javascript'],
  },
  { number: 49, folder: '58-download-links', entries: [{ part: 'app.apk' }], absent: ['page.html'] },
  {
    number: 50,
    folder: '59-spa-route',
    notState: GREEN,
    entries: [{ part: 'late.png' }, { part: 'v.mp4' }, { part: 'map.html' }],
  },
  {
    number: 52,
    folder: '61-media-elements',
    never: [{ part: '/u.svg', outcomes: UPGRADED }],
    entries: [],
  },
  {
    // Chromium reports another host's SVG drawing as upgraded, so the deep check lists it, as DevTools does.
    number: 52,
    folder: '61-media-elements',
    deep: true,
    entries: [
      { part: '/p.png', outcomes: UPGRADED },
      { part: '/btn.png', outcomes: UPGRADED },
      { part: '/s.png', outcomes: UPGRADED },
      { part: '/cors.png', outcomes: UPGRADED },
      { part: '/bodybg.png', outcomes: UPGRADED },
      { part: '/pic.webp', outcomes: BLOCKED },
      { part: '/1x.png', outcomes: BLOCKED },
    ],
  },
  {
    number: 53,
    folder: '62-docwrite-ads',
    notState: GREEN,
    entries: [{ part: 'show.js', outcomes: BLOCKED }, { part: 'px.gif' }],
  },
  {
    number: 53,
    folder: '63-beacons',
    deep: true,
    notState: GREEN,
    entries: [
      { part: 't.gif', outcomes: UPGRADED },
      { part: 'test/b', outcomes: BLOCKED },
      { part: 'x.json', outcomes: BLOCKED },
      { part: 'test/es', outcomes: BLOCKED },
      { part: 'm.js', outcomes: BLOCKED },
    ],
  },
  {
    number: 55,
    folder: '65-gbk-names',
    entries: [{ part: 'p.jpg?%C3%FB=%D6%B5' }],
    absent: ['%E5%90%8D='],
  },
  {
    number: 56,
    folder: '66-odd-urls',
    entries: [
      'upper.png',
      'space.png',
      'back.png',
      'one.png',
      'split.png',
      'port.js',
      ':8080/port8080.js',
      ':443/x.png',
      'cred.png',
    ].map((part) => ({ part })),
    absent: ['user:pw', 'hex.png', 'rel.png'],
  },
  {
    number: 57,
    folder: '67-flexible-loop',
    notState: GREEN,
    says: /X-Forwarded-Proto|Full \(strict\)/,
  },
  {
    number: 59,
    folder: '70-masked-text-password',
    scheme: 'http',
    state: 'danger',
    findings: ['http-page', 'password-over-http', 'card-over-http', 'one-time-code-over-http'],
  },
  ...['/data.json', '/a.txt', '/pic.png', '/401'].map((path) => ({
    number: 61,
    folder: '69-not-html',
    path,
    notState: ['danger', 'warning'] as const,
  })),
  {
    number: 61,
    folder: '69-not-html',
    path: '/a.svg',
    entries: [{ part: 's.js', outcomes: BLOCKED }, { part: 'i.png' }],
  },
  { number: 61, folder: '69-not-html', path: '/x.xhtml', entries: [{ part: 'i.png' }] },
  { number: 61, folder: '69-not-html', path: '/500', entries: [{ part: 'e.png' }] },
  { number: 62, folder: '72-meta-refresh-http', state: 'danger', findings: ['http-page'] },
  { number: 62, folder: '73-js-redirect-http', state: 'danger', findings: ['http-page'] },
  {
    number: 64,
    folder: '75-preloads',
    notState: GREEN,
    entries: [
      { part: 'p.css', outcomes: BLOCKED },
      { part: 'm.js', outcomes: BLOCKED },
      { part: 'print.css', outcomes: BLOCKED },
    ],
  },
  // Firefox does not report the requests of workers (docs/mixed-content.md).
  {
    number: 65,
    folder: '77-worker',
    deep: true,
    notState: GREEN,
    entries: [{ part: '/api/x', outcomes: BLOCKED }, { part: 'is.js' }],
    browser: 'chromium',
  },
  {
    number: 0,
    folder: '78-http-page-plain',
    scheme: 'http',
    state: 'danger',
    findings: ['http-page', 'password-over-http'],
  },
  { number: 0, folder: '79-https-ok', state: 'nothing-found' },
  // Chromium has one code for this and for a certificate that its owner signed.
  ...(
    [
      ['chromium', 'certificate-issuer-unknown'],
      ['firefox', 'certificate-unknown-root'],
    ] as const
  ).map(([browser, id]) => ({
    number: 71,
    folder: TLS_FOLDER,
    host: 'noint.h5.test',
    state: 'danger' as const,
    findings: [id],
    says: /fullchain/,
    browser,
  })),
  // The limits for public CAs do not apply to an added CA.
  ...['long.h5.test', 'mkcert.h5.test'].map((host) => ({
    number: 77,
    folder: TLS_FOLDER,
    host,
    state: 'nothing-found' as const,
  })),
  { number: 81, folder: TLS_FOLDER, host: 'a_b.wild.h5.test', state: 'nothing-found' },
  // Chromium reports no certificate, so no level is named there.
  {
    number: 28,
    folder: TLS_FOLDER,
    host: 'private-ev.h5.test',
    findings: ['certificate-private-root'],
    says: /EV · private root, unchecked/,
    browser: 'firefox',
  },
  {
    number: 28,
    folder: TLS_FOLDER,
    host: 'private-ev.h5.test',
    state: 'nothing-found',
    saysNot: /\bEV\b/,
    browser: 'chromium',
  },
];
