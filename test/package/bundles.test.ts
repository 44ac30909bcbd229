// The expected and forbidden contents of the bundles.
import { describe, expect, it } from 'vitest';
import { filesOf, PACKAGES, read, sizeOf } from './packages.ts';

/** Bytes. The observer runs in every frame of every page. */
const OBSERVER_LIMIT = 14_000;

describe.each(PACKAGES)('%s', (name) => {
  const scripts = filesOf(name).filter((file) => file.endsWith('.js'));

  it(`has an observer of at most ${OBSERVER_LIMIT} bytes`, () => {
    expect(sizeOf(name, 'observer.js')).toBeGreaterThan(0);
    expect(sizeOf(name, 'observer.js')).toBeLessThanOrEqual(OBSERVER_LIMIT);
  });

  it('has no framework and no suffix table in the scripts that run in pages', () => {
    for (const file of ['observer.js', 'notice.js', 'outline.js'])
      expect(matches(read(name, file), /react|webextension-polyfill|co\.uk/i), file).toEqual([]);
  });

  it('evaluates no text as code', () => {
    for (const file of scripts)
      expect(matches(read(name, file), /\beval\(|new Function\(/), file).toEqual([]);
  });

  it('contains no examples and no fixtures', () => {
    for (const file of scripts)
      expect(matches(read(name, file), /cdn\.example\.net|lab\.test|203\.0\.113/), file).toEqual([]);
  });

  it('has no inline script in its pages', () => {
    for (const file of filesOf(name).filter((path) => path.endsWith('.html'))) {
      expect(matches(read(name, file), /<script(?![^>]*\ssrc=)|\son\w+=/i), file).toEqual([]);
    }
  });

  it('sends network requests in two places only, each on a user’s click: the look-up and the https probe', () => {
    const calls = scripts.flatMap((file) => callsOf(read(name, file)).map((call) => [file, call]));
    const probe = /^fetch\(\w+,\{method:\w+,signal:\w+,credentials:.omit.,ref/;
    expect(calls).toHaveLength(2);
    expect(calls).toContainEqual(['background.js', expect.stringMatching(/^fetch\(\w+,\w+$/)]);
    expect(calls).toContainEqual(['background.js', expect.stringMatching(probe)]);
  });
});

/** The pieces of code that send network requests, except for the package's own words. */
function callsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:\bfetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\([^)]{0,60}/g)]
    .map(([call]) => call)
    .filter((call) => !call.includes('getURL'));
}

/** The matching pieces, so that a failure shows them instead of the whole bundle. */
function matches(text: string, pattern: RegExp): readonly string[] {
  return text.match(pattern)?.slice(0, 1) ?? [];
}
