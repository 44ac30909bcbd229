// The link to the sign-up page: https, known placeholders, and no value that leads anywhere else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trialLink } from '../../../lib/plans/trial-link.ts';
import type { TrialValues } from '../../../lib/plans/trial-link.ts';
import { PLACEHOLDERS, readTemplate, TrialLinkError } from '../../../lib/plans/trial-template.ts';
import { languageOf } from '../../../lib/text/language.ts';

const VALUES: TrialValues = {
  plan: 'advanced',
  level: 'OV',
  term: 3,
  language: languageOf('zh_CN'),
  campaign: {},
  domain: null,
};
const ALL = `https://seller.example/try?${PLACEHOLDERS.map((name) => `${name}={${name}}`).join('&')}`;

function link(template: string, values: Partial<TrialValues> = {}): string {
  return trialLink(template, { ...VALUES, ...values });
}

function faultOf(template: string, values: Partial<TrialValues> = {}): string {
  try {
    return link(template, values);
  } catch (error) {
    if (error instanceof TrialLinkError) return error.code;
    throw error;
  }
}

/** Any UTF-16 unit, halves of pairs included. */
const codeUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));

describe('the trial link', () => {
  it.each<readonly [string, Partial<TrialValues>, string]>([
    ['https://seller.example', {}, 'https://seller.example/'],
    ['https://seller.example:8443/a', {}, 'https://seller.example:8443/a'],
    ['  https://seller.example/try?p={plan}  ', {}, 'https://seller.example/try?p=advanced'],
    [
      'HTTPS://Seller.Example/{lang}/{plan}-{level}?y={term}',
      {},
      'https://seller.example/zh-CN/advanced-OV?y=3',
    ],
    [
      'https://seller.example/#/try/{plan}',
      { language: languageOf('en') },
      'https://seller.example/#/try/advanced',
    ],
    ['https://seller.example/?x=1&x=2&&y', {}, 'https://seller.example/?x=1&x=2&&y'],
    // What the owner did not tick and what no campaign set leaves no trace.
    [ALL, {}, 'https://seller.example/try?plan=advanced&level=OV&term=3&lang=zh-CN'],
    [
      ALL,
      { domain: 'shop.example.com' },
      'https://seller.example/try?plan=advanced&level=OV&term=3&lang=zh-CN&domain=shop.example.com',
    ],
    ['https://seller.example/?{domain}', {}, 'placeholder-place'],
    ['https://seller.example/?d={domain}', {}, 'https://seller.example/'],
    [
      'https://seller.example/?d={domain}',
      { domain: 'Bücher.example' },
      'https://seller.example/?d=xn--bcher-kva.example',
    ],
    [
      'https://商店.example/?d={domain}',
      { domain: '例子.中国' },
      'https://xn--czrs0t.example/?d=xn--fsqu00a.xn--fiqs8s',
    ],
    [
      'https://seller.example/?s={utm_source}',
      { campaign: { utm_source: '春节 & 50%#?=/+' } },
      'https://seller.example/?s=%E6%98%A5%E8%8A%82%20%26%2050%25%23%3F%3D%2F%2B',
    ],
    [
      'https://seller.example/?s={utm_source}&c={utm_campaign}',
      { campaign: { utm_source: '', utm_campaign: 'x' } },
      'https://seller.example/?c=x',
    ],
    [
      'https://seller.example/?s={utm_source}',
      { campaign: { utm_source: '"><script>{plan}' } },
      'https://seller.example/?s=%22%3E%3Cscript%3E%7Bplan%7D',
    ],
    [
      'https://seller.example/?s={utm_source}',
      { campaign: { utm_source: '$& $1' } },
      'https://seller.example/?s=%24%26%20%241',
    ],
  ])('%s with %j: %s', (template, values, expected) => {
    expect(faultOf(template, values)).toBe(expected);
  });

  it.each([
    ['', 'unset'],
    ['   ', 'unset'],
    ['http://seller.example/', 'not-https'],
    ['javascript://seller.example/%0aalert(1)', 'not-https'],
    ['javascript:alert(1)', 'not-an-address'],
    ['java\tscript:alert(1)', 'not-an-address'],
    ['data:text/html,x', 'not-an-address'],
    ['//seller.example/', 'not-an-address'],
    ['seller.example', 'not-an-address'],
    ['https:seller.example', 'not-an-address'],
    ['https:///seller.example', 'not-an-address'],
    ['https:\\\\seller.example\\', 'not-an-address'],
    ['https://seller.example\\@elsewhere.example/', 'not-an-address'],
    ['https://seller .example/', 'not-an-address'],
    ['https://seller.example/a b', 'not-an-address'],
    ['https://[::1/', 'not-an-address'],
    ['https://me:secret@seller.example/', 'credentials'],
    ['https://{plan}.seller.example/', 'placeholder-in-host'],
    ['https://seller.example:{term}/', 'placeholder-in-host'],
    ['{plan}://seller.example/', 'not-an-address'],
    ['https://seller.example/?u={url}', 'unknown-placeholder'],
    ['https://seller.example/?u={PLAN}', 'unknown-placeholder'],
    ['https://seller.example/{}', 'unknown-placeholder'],
    ['https://seller.example/{__proto__}', 'unknown-placeholder'],
    ['https://seller.example/{plan', 'stray-brace'],
    ['https://seller.example/plan}', 'stray-brace'],
    ['https://seller.example/{{plan}}', 'stray-brace'],
    ['https://seller.example/{domain}', 'placeholder-place'],
    ['https://seller.example/#{utm_source}', 'placeholder-place'],
    ['https://seller.example/?a={plan}-{utm_source}', 'placeholder-place'],
    ['https://seller.example/?a=x{domain}', 'placeholder-place'],
    [`https://seller.example/${'a'.repeat(2000)}`, 'too-long'],
  ])('%j is refused: %s', (template, code) => {
    expect(faultOf(template, { domain: 'example.com' })).toBe(code);
  });

  it.each<readonly [string, Partial<TrialValues>]>([
    ['a plan that is a path', { plan: '../admin' }],
    ['a term that is none', { term: 0 }],
    ['a domain with a port', { domain: 'example.com:80' }],
    ['a domain with a path', { domain: 'example.com/a' }],
    ['an address as domain', { domain: '192.0.2.1' }],
    ['a control character', { campaign: { utm_source: 'a\u0000b' } }],
    ['half a character', { campaign: { utm_source: '\uD800' } }],
    ['a long value', { campaign: { utm_source: 'a'.repeat(101) } }],
  ])('%s is refused', (_, values) => {
    expect(faultOf(ALL, values)).toBe('bad-value');
  });

  it('leads to the host of its template, whatever the values and the path are', () => {
    const parts = fc.constantFrom(
      '//',
      '/',
      '..',
      '.',
      'a',
      '%2e%2e',
      '@',
      ':',
      ';',
      '{plan}',
      '{lang}',
      'é',
    );
    fc.assert(
      fc.property(fc.array(parts), fc.string({ unit: codeUnit, maxLength: 120 }), (path, source) => {
        const built = faultOf(`https://seller.example/${path.join('')}?s={utm_source}&p={plan}`, {
          campaign: { utm_source: source },
        });
        if (built === 'bad-value') return;
        const url = new URL(built);
        expect(url.origin).toBe('https://seller.example');
        expect([...url.searchParams.keys()].every((key) => ['s', 'p'].includes(key))).toBe(true);
        expect(url.searchParams.get('s') ?? '').toBe(source);
        expect(url.searchParams.get('p')).toBe('advanced');
      }),
    );
  });

  it('returns an address or throws a named error for any template', () => {
    fc.assert(
      fc.property(fc.string({ unit: codeUnit }), (template) => {
        expect(typeof faultOf(template)).toBe('string');
        expect(typeof faultOf(`https://${template}`)).toBe('string');
      }),
    );
  });

  it('parses a template', () => {
    expect(readTemplate('https://seller.example/a?b={plan}&c#d')).toEqual({
      origin: 'https://seller.example',
      path: '/a',
      query: ['b={plan}', 'c'],
      fragment: 'd',
    });
  });
});
