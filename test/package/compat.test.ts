// The oldest browsers that the manifests allow support everything that the scripts and style sheets use.
import { describe, expect, it } from 'vitest';
import { findTooNew, findTooNewStyles, ownNames } from './compat.ts';
import type { CompatBrowser } from './compat.ts';
import { filesOf, manifestOf, read } from './packages.ts';
import type { Package } from './packages.ts';

const BROWSERS: Readonly<Record<CompatBrowser, Package>> = { chrome: 'chrome-mv3', firefox: 'firefox-mv3' };

/** React uses it for <ViewTransition>, which no view of this project uses. */
const UNREACHED = ['startViewTransition', 'skipTransition'];

/** The oldest version that the package's manifest allows. */
function oldest(browser: CompatBrowser): number {
  const { minimum_chrome_version: chrome, browser_specific_settings: settings } = manifestOf(
    BROWSERS[browser],
  );
  const version = Number.parseInt(
    (browser === 'chrome' ? chrome : settings?.gecko.strict_min_version) ?? '',
    10,
  );
  expect(version).toBeGreaterThan(100);
  return version;
}

/** ms. A busy machine is slow to parse a megabyte of scripts. */
const PATIENCE = 60_000;

describe.each(['chrome', 'firefox'] as const)('the oldest %s', { timeout: PATIENCE }, (browser) => {
  it('supports all syntax and every API of the scripts', () => {
    const scripts = filesOf(BROWSERS[browser]).filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    const own = new Set([
      ...UNREACHED,
      ...scripts.flatMap((file) => ownNames(read(BROWSERS[browser], file))),
    ]);
    for (const file of scripts)
      expect(findTooNew(read(BROWSERS[browser], file), browser, oldest(browser), own), file).toEqual([]);
  });

  it('supports every property and rule of the style sheets', () => {
    const sheets = filesOf(BROWSERS[browser]).filter((file) => file.endsWith('.css'));
    expect(sheets.length).toBeGreaterThan(0);
    for (const file of sheets)
      expect(findTooNewStyles(read(BROWSERS[browser], file), browser, oldest(browser)), file).toEqual([]);
  });
});

describe('the check', () => {
  it.each([
    ['URL.parse(x)', 'URL.parse', 125, 126],
    ['globalThis.URL.parse(x)', 'URL.parse', 125, 126],
    ['Promise.try(f)', 'Promise.try', 127, 128],
    ['AbortSignal.timeout(5)', 'AbortSignal.timeout', 123, 124],
    ['a.union(b)', '.union()', 121, 122],
    ['a.symmetricDifference(b)', '.symmetricDifference()', 121, 122],
    ['a.flatMap(f).toArray()', '.toArray()', 121, 122],
    ['new Uint8Array(2).toBase64()', '.toBase64()', 139, 140],
    ['Iterator.from(x)', 'Iterator.from', 121, 122],
    ['new Float16Array(2)', 'Float16Array', 134, 135],
    ['globalThis.Float16Array', 'Float16Array', 134, 135],
    ['const f = () => { using x = y(); }', 'using', 133, 134],
    ['/(?i:a)b/', 'regular expression modifiers', 124, 125],
    ['/[\\p{L}--a]/v', 'regular expression flag v', 111, 112],
  ])('finds that %s wants more', (code, feature, before, since) => {
    expect(findTooNew(code, 'chrome', before).map((one) => one.feature)).toEqual([feature]);
    expect(findTooNew(code, 'chrome', before)[0]?.since).toBe(since);
    expect(findTooNew(code, 'chrome', since)).toEqual([]);
  });

  it('finds it in the other browser by that browser’s versions', () => {
    expect(findTooNew('Promise.try(f)', 'firefox', 133)).toMatchObject([
      { feature: 'Promise.try', since: 134 },
    ]);
  });

  it.each([
    'typeof Float16Array',
    'const own = { Float16Array: 1, parse: 2 }; own.parse()',
    'a.constructor(); a.__proto__; a.toString()',
    'import.meta.url; label: for (;;) break label;',
    '/(?:a)(?<n>b)(?=c)/u',
  ])('lets %s be', (code) => {
    expect(findTooNew(code, 'chrome', 110)).toEqual([]);
  });

  it('ignores methods that the package itself defines', () => {
    const code =
      'const a = { union() {} }; class B { take() {} } c.forget = 1; a.union(b); b.take(); c.forget(); d.toArray()';
    const own = new Set(ownNames(code));
    expect(findTooNew(code, 'chrome', 110, own).map((one) => one.feature)).toEqual(['.toArray()']);
  });

  it('finds properties and rules of sheets', () => {
    expect(findTooNewStyles('.a{field-sizing:content}', 'chrome', 122)).toMatchObject([
      { feature: 'field-sizing', since: 123 },
    ]);
    expect(findTooNewStyles('@starting-style{a{color:red}}', 'chrome', 116)).toMatchObject([
      { feature: '@starting-style' },
    ]);
    expect(findTooNewStyles(':root{color:light-dark(#000,#fff)}', 'chrome', 122)).toMatchObject([
      { feature: 'light-dark()' },
    ]);
    expect(findTooNewStyles(':root{--x:1;color:red}@media print{a{margin:0}}', 'chrome', 110)).toEqual([]);
  });
});
