// Addresses in CSS: what a text of CSS names, and what style sheets that can be read name, in bounds.
import { describe, expect, it } from 'vitest';
import { addressesIn, MAX_RULES, readSheets } from '../../../lib/observe/sheets.ts';
import type { NamedAddress } from '../../../lib/observe/sheets.ts';

const PAGE = 'https://shop.example/';
const RULE = 'p { background: url("http://a.example/x.png") }';

/** ms of the processor's time that it takes to read a text. The best of several times, since a busy machine stretches them unevenly. */
function shortest(css: string): number {
  const times = Array.from({ length: 7 }, () => {
    const start = process.cpuUsage();
    for (const url of addressesIn(css, PAGE)) expect(url).not.toBe('');
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...times);
}

describe('addressesIn', () => {
  it.each([
    ['an address without quotes', 'background: url(http://a.example/x.png)', ['http://a.example/x.png']],
    ['double quotes, as browsers write them', 'url("http://a.example/x.png")', ['http://a.example/x.png']],
    ['single quotes', "url('http://a.example/x.png')", ['http://a.example/x.png']],
    ['white space inside', 'url( \n\t"http://a.example/x.png" )', ['http://a.example/x.png']],
    ['white space and no quotes', 'url(  http://a.example/x.png  )', ['http://a.example/x.png']],
    ['letters of any case', 'URL(HTTP://A.EXAMPLE/X.png)', ['http://a.example/X.png']],
    [
      'several',
      'url(http://a.example/1), url("http://b.example/2")',
      ['http://a.example/1', 'http://b.example/2'],
    ],
    [
      'a set of images with url()',
      'image-set(url("http://a.example/1x.png") 1x, url("http://a.example/2x.png") 2x)',
      ['http://a.example/1x.png', 'http://a.example/2x.png'],
    ],
    [
      'a set of images with texts alone (CSS Images 4, 2.1)',
      `-webkit-image-set("http://a.example/1x.png" 1x, 'http://a.example/2x.png' type("image/png") 2x)`,
      ['http://a.example/1x.png', 'http://a.example/2x.png'],
    ],
    ['an import', '@import "http://a.example/x.css" screen;', ['http://a.example/x.css']],
    [
      'a font',
      '@font-face { src: url(http://a.example/x.woff2) format("woff2") }',
      ['http://a.example/x.woff2'],
    ],
    ['parentheses in quotes', 'url("http://a.example/x(1).png")', ['http://a.example/x(1).png']],
    ['spaces in quotes', 'url("http://a.example/x y.png")', ['http://a.example/x%20y.png']],
    ['the other quotes in quotes', `url("http://a.example/it's.png")`, ["http://a.example/it's.png"]],
    ['a fragment', 'mask: url(http://a.example/x.svg#part)', ['http://a.example/x.svg#part']],
    ['another port', 'url(http://a.example:8080/)', ['http://a.example:8080/']],
    ['the local network', 'url(http://192.168.1.20/x.png)', ['http://192.168.1.20/x.png']],
    [
      'a host of other letters, as the URL parser spells it',
      'url(http://bücher.example)',
      ['http://xn--bcher-kva.example/'],
    ],
    ['a comment with quotes before it', `/* it's */ url(http://a.example/)`, ['http://a.example/']],
    ['quotes after a comment that holds url(', '/* url( */ url("http://a.example/")', ['http://a.example/']],
    ['escaped quotes', String.raw`url("http://a.example/\"x")`, ['http://a.example/%22x']],
    ['an escaped parenthesis', String.raw`url(http://a.example/\)x)`, ['http://a.example/)x']],
    ['an escaped scheme', String.raw`url(\68 ttp://a.example/)`, ['http://a.example/']],
    ['an escaped colon in quotes', String.raw`url("http\3a//a.example/")`, ['http://a.example/']],
    ['a line break that joins', 'url("ht\\\ntp://a.example/")', ['http://a.example/']],
    ['a tab that the URL parser takes out', 'url("ht\ttp://a.example/")', ['http://a.example/']],
    ['url() that ends with the text', 'url(http://a.example/', ['http://a.example/']],
    [
      'a custom property, whose text browsers keep as it is written',
      String.raw`--x: /* ' */ url(htt\70://a.example/)`,
      ['http://a.example/'],
    ],
  ])('finds %s', (_what, css, expected) => expect([...addressesIn(css, PAGE)]).toEqual(expected));

  it.each([
    ['a comment', '/* url("http://a.example/") */'],
    ['an encrypted address', 'url(https://a.example/x.png)'],
    ['an address that takes after the page', 'url(//a.example/x.png)'],
    ['a relative one', 'url(x.png?from=http://a.example/)'],
    ['one inside an encrypted one', 'url("https://a.example/?to=http://b.example/")'],
    ['data', 'url("data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\'/>")'],
    ['this device', 'url(http://localhost:3000/x.png), url("http://127.0.0.1/"), url(http://[::1]/)'],
    ['an address in a comment', '/* http://a.example/x.png */'],
    ['a word that ends in url', 'content: http://a.example/'],
    ['an address that is none', 'url(http://), url("http://[x]/"), url(http://a b/)'],
    ['a string with an escaped quote before url(', String.raw`"\" url(x) http://a.example/"`],
    ['nothing', ''],
    ['an empty url()', 'url(), url(""), url(\'\')'],
  ])('finds nothing in %s', (_what, css) => expect([...addressesIn(css, PAGE)]).toEqual([]));

  it('resolves relative addresses against an insecure base', () => {
    const base = 'http://cdn.example/css/';
    expect([
      ...addressesIn('a url(x.png) "../y.png" url(//b.example/) url(https://c.example/)', base),
    ]).toEqual(['http://cdn.example/css/x.png', 'http://cdn.example/y.png', 'http://b.example/']);
    expect([...addressesIn('color: red; background: url()', base)]).toEqual([]);
  });

  it.each([
    ['escapes', String.raw`\68 `],
    ['escapes in url(', String.raw`url(\68 \69`],
    ['half escapes', String.raw`url(\6`],
    ['comments', '/*'],
    ['functions', 'a(b '],
    ['url( that never ends', 'url('],
    ['white space that never ends', 'url( '.padEnd(100)],
    ['quotes that never end', '"http://a.example/\''],
    ['quotes inside quotes', `"http://a.example/' 'http://b.example/`],
    ['addresses', 'url(http://a.example/x) '],
    ['addresses without an end', 'url(http://a.example/'],
    ['half an address', 'url("http:'],
    ['one long word', 'http:'],
  ])('takes linear time with %s', (_what, piece) => {
    const textOf = (length: number): string => `http:${piece.repeat(Math.ceil(length / piece.length))}`;
    const small = shortest(textOf(20_000));
    const large = shortest(textOf(200_000));
    // Too short to be measured is short enough: what grows with the square takes seconds here.
    expect(large).toBeLessThan(Math.max(30 * small, 100));
  });
});

/** A sheet that can be read: of a rule, only its text is. */
function sheet(rules: readonly string[], href: string | null = null): CSSStyleSheet {
  return { href, cssRules: rules.map((cssText) => ({ cssText })) } as unknown as CSSStyleSheet;
}

/** A sheet that begins so, and has a rule. */
function importing(rules: readonly object[], href: string | null): CSSStyleSheet {
  const all = [...rules.map((rule) => ({ cssText: '', ...rule })), { cssText: RULE }];
  return { href, cssRules: all } as unknown as CSSStyleSheet;
}

/** A sheet of another site: browsers refuse to show its rules. */
const CLOSED = {
  href: 'https://other.example/x.css',
  get cssRules(): CSSRuleList {
    throw new DOMException('Cannot access rules', 'SecurityError');
  },
} as unknown as CSSStyleSheet;

/** A document or shadow root: of either, only its sheets are read. */
function root(sheets: readonly CSSStyleSheet[], adopted?: readonly CSSStyleSheet[]): Document {
  return { styleSheets: sheets, adoptedStyleSheets: adopted } as unknown as Document;
}

function found(of: Document): readonly NamedAddress[] {
  return [...readSheets(of, PAGE, PAGE, new Set())].filter((one) => one != null);
}

describe('readSheets', () => {
  it('names the sheet of each address, and the document for a sheet inside it', () =>
    expect(found(root([sheet([RULE]), sheet([RULE], 'https://shop.example/x.css')]))).toEqual([
      { url: 'http://a.example/x.png', sheet: PAGE, what: 'style' },
      { url: 'http://a.example/x.png', sheet: 'https://shop.example/x.css', what: 'style' },
    ]));

  it('reads sheets that scripts made, where browsers expose them', () => {
    expect(found(root([], [sheet([RULE])]))).toHaveLength(1);
    expect(found(root([sheet([RULE])]))).toHaveLength(1);
  });

  it('skips a sheet that cannot be read', () => expect(found(root([CLOSED, sheet([RULE])]))).toHaveLength(1));

  it('pauses at every rule, also at those without an address', () =>
    expect([
      ...readSheets(root([sheet(['p { color: red }', 'q { color: blue }'])]), PAGE, PAGE, new Set()),
    ]).toEqual([undefined, undefined]));

  it('reads the rules of a layer one by one, and never the text of all of them', () => {
    const inner = [RULE, 'q { color: blue }', RULE].map((cssText) => ({ cssText }));
    const layer = {
      cssRules: inner,
      get cssText(): string {
        throw new Error('made in one step');
      },
    };
    const layered = { href: null, cssRules: [layer] } as unknown as CSSStyleSheet;
    expect(found(root([layered]))).toHaveLength(2);
    // One pause for the layer, and one for each of its rules.
    expect(
      [...readSheets(root([layered]), PAGE, PAGE, new Set())].filter((one) => one === undefined),
    ).toHaveLength(4);
  });

  it('reads a rule with rules in it: its own addresses and theirs', () => {
    const nested = {
      cssRules: [{ cssText: 'p { background: url("http://a.example/inner.png") }', cssRules: [] }],
      style: { cssText: 'background: url("http://a.example/own.png")' },
      cssText: 'all of it',
    };
    expect(
      found(root([{ href: null, cssRules: [nested] } as unknown as CSSStyleSheet])).map(({ url }) => url),
    ).toEqual(['http://a.example/own.png', 'http://a.example/inner.png']);
  });

  it('reads what a sheet imports, and what that imports, each under its own address', () => {
    const inner = sheet([RULE], 'https://shop.example/inner.css');
    const middle = importing([{ styleSheet: inner }], 'https://shop.example/middle.css');
    const outer = importing(
      [{ nameList: ['base'] }, { styleSheet: middle }, { styleSheet: CLOSED }, { styleSheet: null }],
      null,
    );
    expect(found(root([outer])).map((one) => one.sheet)).toEqual([
      PAGE,
      'https://shop.example/middle.css',
      'https://shop.example/inner.css',
    ]);
  });

  it('reads imports of any depth', () => {
    let chain = sheet([RULE]);
    for (let depth = 0; depth < 10_000; depth += 1) chain = importing([{ styleSheet: chain }], null);
    expect(found(root([chain]))).toHaveLength(10_001);
  });

  it('reads a sheet that several trees share once', () => {
    const shared = sheet([RULE]);
    const seen = new Set<CSSStyleSheet>();
    const trees = [root([], [shared]), root([], [shared])];
    const read = trees.flatMap((tree) => [...readSheets(tree, PAGE, PAGE, seen)]);
    expect(read.filter((one) => one !== undefined)).toHaveLength(1);
  });

  it('distinguishes fonts and imports from the rest', () => {
    const rules = [
      '@font-face { src: url("http://a.example/f") }',
      '@import url("http://a.example/i");',
      RULE,
    ];
    expect(found(root([sheet(rules)])).map(({ what }) => what)).toEqual(['@font-face', '@import', 'style']);
  });

  it('resolves relative addresses against the sheet, or the base of the document for one inside it', () => {
    const relative = 'p { background: url("x.png") }';
    const sheets = root([sheet([relative]), sheet([relative], 'https://shop.example/x.css')]);
    const read = [...readSheets(sheets, PAGE, 'http://cdn.example/', new Set())];
    expect(read.filter((one) => one !== undefined)).toEqual([
      { url: 'http://cdn.example/x.png', sheet: PAGE, what: 'style' },
    ]);
  });

  it('reads a bounded number of rules and reports that there are more', () => {
    const rules = Array.from({ length: MAX_RULES + 1 }, () => RULE);
    const read = (count: number): unknown[] => [
      ...readSheets(root([sheet(rules.slice(0, count))]), PAGE, PAGE, new Set()),
    ];
    expect(read(MAX_RULES + 1).at(-1)).toBeNull();
    expect(read(MAX_RULES)).not.toContain(null);
    expect(found(root([sheet(rules)]))).toHaveLength(MAX_RULES);
    expect(found(root([sheet(rules.slice(2)), sheet([RULE]), sheet([RULE])]))).toHaveLength(MAX_RULES);
  });
});
