// The kind of request for the observer's raw words: elements, the browser's list of loads, the browser's reports.
import { describe, expect, it } from 'vitest';
import {
  kindOfDirective,
  kindOfElement,
  kindOfInitiator,
  MAX_DETAIL,
} from '../../../lib/mixed-content/load-kind.ts';
import { KIND_WORDS, kindsIn } from '../../../lib/mixed-content/mixed-content.ts';

const URL_OF_NAME = 'http://cdn.example/x';

/** HTML standard, 4.2, 4.8 and 16.3; SVG 2, 16. */
const ELEMENTS = {
  'img src': 'image',
  'img srcset': 'image-set',
  'image href': 'image',
  'image xlink:href': 'image',
  'feImage href': 'image',
  'feImage xlink:href': 'image',
  'use href': 'drawing',
  'use xlink:href': 'drawing',
  'input src\n\n\nimage': 'image',
  'video poster': 'image',
  'body background': 'image',
  'table background': 'image',
  'thead background': 'image',
  'tbody background': 'image',
  'tfoot background': 'image',
  'tr background': 'image',
  'td background': 'image',
  'th background': 'image',
  style: 'image',
  'audio src': 'audio',
  'source audio': 'audio',
  'video src': 'video',
  'source video': 'video',
  'track audio': 'track',
  'track video': 'track',
  'script src': 'script',
  'script href': 'script',
  'iframe src': 'frame',
  'frame src': 'frame',
  'meta content\n\n\n\n\nRefresh': 'frame',
  'embed src': 'object',
  'object data': 'object',
  'form action': 'form',
  'button formaction': 'form',
  'input formaction\n\n\nsubmit': 'form',
  'input formaction\n\n\nIMAGE': 'form',
  'button formaction\n\n\nsubmit': 'form',
  'script src\n\n\n Module': 'script',
  'script src\n\n\ntext/javascript': 'script',
  'a href': 'download',
  'area href': 'download',
  'link href\n\nstylesheet': 'style',
  'link href\n\nicon': 'icon',
  'link href\n\nshortcut icon': 'icon',
  'link href\n\nmanifest': 'manifest',
  'link href\n\nprefetch': 'prefetch',
  'link href\n\nmodulepreload': 'script',
  'link href\nscript\npreload': 'script',
  'link href\nstyle\npreload': 'style',
  'link href\nfont\npreload': 'font',
  'link href\n\napple-touch-icon': 'icon',
  '@font-face': 'font',
  '@import': 'style',
  'link href\nimage\npreload': 'image',
  'link href\nfetch\npreload': 'fetch',
  'link href\ntrack\npreload': 'track',
} as const;

describe('kindOfElement', () => {
  it.each(Object.entries(ELEMENTS))('%s is a load of kind %s', (what, kind) =>
    expect(kindOfElement(what)).toBe(kind),
  );

  it.each([
    ['letters of any case', 'link href\nSCRIPT\nPreLoad', 'script'],
    ['words around it', 'link href\n\nalternate stylesheet', 'style'],
    ['a list that was cut', `link href\n\n${'a'.repeat(MAX_DETAIL)}`, 'other'],
    ['the first of several that load', 'link href\n\nicon stylesheet', 'style'],
    ['a preload that is a style sheet as well', 'link href\nstyle\npreload stylesheet', 'style'],
    ['a preload of what nobody knows', 'link href\n\npreload', 'other'],
    ['a preload as something else', 'link href\nvideo\npreload', 'other'],
  ] as const)('reads of a <link> %s', (_what, what, kind) => expect(kindOfElement(what)).toBe(kind));

  it.each([
    'link href\n\ncanonical',
    'link href\n\nalternate',
    'link href\n\ndns-prefetch',
    'link href\n\npreconnect',
    'link href\n\nnext',
    'link href\n\n',
    'link href',
    'link',
    'input src',
    'input formaction\n\n\nbutton',
    'button formaction\n\n\nreset',
    'button formaction\n\n\n\ndialog',
    'script src\n\n\ntext/template',
    'script src\n\n\ntext/javascript; charset=utf-8',
    'meta content',
    'meta content\n\n\n\n\nog:url',
    'meta refresh',
    'link href\nscript\nmodulepreloaded',
    'link href\nstylesheet\n',
    'source picture',
    'source ',
    'track div',
    'img href',
    'div src',
    'IMG SRC',
    'toString',
    'constructor',
    '',
  ])('"%s" loads nothing', (what) => expect(kindOfElement(what)).toBeNull());
});

describe('kindOfInitiator', () => {
  it.each([
    ['img', 'image'],
    ['image', 'image'],
    ['input', 'image'],
    ['link', 'style'],
    ['css', 'font'],
    ['script', 'script'],
    ['iframe', 'frame'],
    ['frame', 'frame'],
    ['embed', 'object'],
    ['object', 'object'],
    ['audio', 'audio'],
    ['video', 'video'],
    ['track', 'track'],
    ['fetch', 'fetch'],
    ['xmlhttprequest', 'fetch'],
    ['beacon', 'beacon'],
    ['ping', 'beacon'],
    ['other', 'other'],
    ['something-new', 'other'],
    ['', 'other'],
  ] as const)('"%s" is %s, if nothing else tells', (initiator, kind) => {
    expect(kindsIn(kindOfInitiator(initiator))[0]).toBe(kind);
  });

  it('reports a group for an image or a link', () => {
    expect(kindsIn(kindOfInitiator('img'))).toContain('image-set');
    expect(kindsIn(kindOfInitiator('link'))).toEqual(expect.arrayContaining(['style', 'script', 'prefetch']));
    expect(kindsIn(kindOfInitiator('other'))).not.toContain('form');
    expect(kindsIn(kindOfInitiator('other'))).not.toContain('download');
  });
});

describe('kindOfDirective', () => {
  it.each([
    ['script-src', 'script'],
    ['script-src-elem', 'script'],
    ['style-src', 'style'],
    ['style-src-elem', 'style'],
    ['img-src', 'image'],
    ['media-src', 'video'],
    ['font-src', 'font'],
    ['frame-src', 'frame'],
    ['child-src', 'frame'],
    ['object-src', 'object'],
    ['connect-src', 'fetch'],
    ['worker-src', 'worker'],
    ['manifest-src', 'manifest'],
    ['prefetch-src', 'prefetch'],
    ['form-action', 'form'],
    ['default-src', 'other'],
    ['', 'other'],
  ] as const)('"%s" is %s', (directive, kind) =>
    expect(kindsIn(kindOfDirective(directive, URL_OF_NAME))[0]).toBe(kind),
  );

  it.each(['ws://a.example/', 'wss://a.example/'])('%s is a socket, whatever the directive', (url) =>
    expect(kindOfDirective('connect-src', url)).toBe('websocket'),
  );

  it('an address that only begins like a socket is not one', () =>
    expect(kindsIn(kindOfDirective('connect-src', 'http://ws.example/'))[0]).toBe('fetch'));
});

it('derives only listed kinds from what a page reports', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  for (const name of names) {
    expect([...KIND_WORDS, null]).toContain(kindOfElement(name));
    expect([...KIND_WORDS, null]).toContain(kindOfElement(`link href\n${name}\npreload`));
    expect(KIND_WORDS).toContain(kindOfInitiator(name));
    expect(KIND_WORDS).toContain(kindOfDirective(name, URL_OF_NAME));
  }
});
