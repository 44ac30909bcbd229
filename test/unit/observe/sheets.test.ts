// Addresses in CSS: what a text of CSS names, and what style sheets that can be read name, in bounds.
import { describe, expect, it } from 'vitest';
import { addressesIn, countRules, MAX_RULES, readSheets } from '../../../lib/observe/sheets.ts';

const PAGE = 'https://shop.example/';
const RULE = 'p { background: url("http://a.example/x.png") }';

/** ms that it takes to read a text. The best of several times, since a busy machine stretches them unevenly. */
function shortest(css: string): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    for (const url of addressesIn(css)) expect(url).not.toBe('');
    return performance.now() - start;
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
  ])('finds %s', (_what, css, expected) => expect([...addressesIn(css)]).toEqual(expected));

  it.each([
    ['an encrypted address', 'url(https://a.example/x.png)'],
    ['an address that takes after the page', 'url(//a.example/x.png)'],
    ['a relative one', 'url(x.png?from=http://a.example/)'],
    ['one inside an encrypted one', 'url("https://a.example/?to=http://b.example/")'],
    ['data', 'url("data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\'/>")'],
    ['this device', 'url(http://localhost:3000/x.png), url("http://127.0.0.1/"), url(http://[::1]/)'],
    ['an address in a comment', '/* http://a.example/x.png */'],
    ['a word that ends in url', 'content: http://a.example/'],
    ['an address that is none', 'url(http://), url("http://[x]/"), url(http://a b/)'],
    ['nothing', ''],
    ['an empty url()', 'url(), url(""), url(\'\')'],
  ])('finds nothing in %s', (_what, css) => expect([...addressesIn(css)]).toEqual([]));

  it.each([
    ['url( that never ends', 'url('],
    ['white space that never ends', 'url( '.padEnd(100)],
    ['quotes that never end', '"http://a.example/\''],
    ['quotes inside quotes', `"http://a.example/' 'http://b.example/`],
    ['addresses', 'url(http://a.example/x) '],
    ['addresses without an end', 'url(http://a.example/'],
    ['half an address', 'url("http:'],
    ['one long word', 'http:'],
  ])('takes ten times as long for ten times as much, at most thrice that: %s', (_what, piece) => {
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

function found(of: Document): readonly { readonly url: string; readonly sheet: string }[] {
  return [...readSheets(of, PAGE)].filter((one) => one !== undefined);
}

describe('readSheets', () => {
  it('says in which sheet an address stands: the document is that of a sheet inside it', () =>
    expect(found(root([sheet([RULE]), sheet([RULE], 'https://shop.example/x.css')]))).toEqual([
      { url: 'http://a.example/x.png', sheet: PAGE },
      { url: 'http://a.example/x.png', sheet: 'https://shop.example/x.css' },
    ]));

  it('reads sheets that scripts made, and does without where browsers keep them to themselves', () => {
    expect(found(root([], [sheet([RULE])]))).toHaveLength(1);
    expect(found(root([sheet([RULE])]))).toHaveLength(1);
  });

  it('passes by a sheet that cannot be read', () =>
    expect(found(root([CLOSED, sheet([RULE])]))).toHaveLength(1));

  it('pauses at every rule, also at those without an address', () =>
    expect([...readSheets(root([sheet(['p { color: red }', 'q { color: blue }'])]), PAGE)]).toEqual([
      undefined,
      undefined,
    ]));

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
    expect([...readSheets(root([layered]), PAGE)].filter((one) => one === undefined)).toHaveLength(4);
  });

  it('reads a rule with rules in it too: what is its own, and what is theirs', () => {
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
    expect(countRules([root([outer])])).toBe(8);
  });

  it('reads imports of any depth', () => {
    let chain = sheet([RULE]);
    for (let depth = 0; depth < 10_000; depth += 1) chain = importing([{ styleSheet: chain }], null);
    expect(countRules([root([chain])])).toBe(20_001);
    expect(found(root([chain])).length).toBeGreaterThan(MAX_RULES / 3);
  });

  it('looks for imports where they can be, and not behind other rules', () => {
    const rule = {
      cssText: RULE,
      get styleSheet(): CSSStyleSheet {
        throw new Error('read');
      },
    };
    const sheets = { href: null, cssRules: [{ cssText: RULE }, rule] } as unknown as CSSStyleSheet;
    expect(countRules([root([sheets])])).toBe(2);
  });

  it('reads so many rules and no more', () => {
    const rules = Array.from({ length: MAX_RULES + 1 }, () => RULE);
    expect(found(root([sheet(rules)]))).toHaveLength(MAX_RULES);
    expect(found(root([sheet(rules.slice(2)), sheet([RULE]), sheet([RULE])]))).toHaveLength(MAX_RULES);
  });
});

describe('countRules', () => {
  it('counts what can be read, over all trees', () =>
    expect(countRules([root([sheet([RULE, RULE]), CLOSED]), root([sheet([])], [sheet([RULE])])])).toBe(3));
});
