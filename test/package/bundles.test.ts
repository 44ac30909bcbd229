// What is in the bundles, and what is not.
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

  it('keeps frameworks and the suffix table out of what runs in pages', () => {
    for (const file of ['observer.js', 'notice.js', 'outline.js'])
      expect(matches(read(name, file), /react|webextension-polyfill|co\.uk/i), file).toEqual([]);
  });

  it('makes no code out of text', () => {
    for (const file of scripts)
      expect(matches(read(name, file), /\beval\(|new Function\(/), file).toEqual([]);
  });

  it('carries no examples and no fixtures', () => {
    for (const file of scripts)
      expect(matches(read(name, file), /cdn\.example\.net|lab\.test|203\.0\.113/), file).toEqual([]);
  });

  it('has no script inside its pages', () => {
    for (const file of filesOf(name).filter((path) => path.endsWith('.html'))) {
      expect(matches(read(name, file), /<script(?![^>]*\ssrc=)|\son\w+=/i), file).toEqual([]);
    }
  });

  it('asks the network in two places only, each on a person’s order: the look-up, and whether https works', () => {
    const calls = scripts.flatMap((file) => callsOf(read(name, file)).map((call) => [file, call]));
    const probe = /^fetch\(\w+,\{method:\w+,signal:\w+,credentials:.omit.,ref/;
    expect(calls).toHaveLength(2);
    expect(calls).toContainEqual(['background.js', expect.stringMatching(/^fetch\(\w+,\w+$/)]);
    expect(calls).toContainEqual(['background.js', expect.stringMatching(probe)]);
  });
});

/** The pieces that ask the network, but for the package's own words. */
function callsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:\bfetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\([^)]{0,60}/g)]
    .map(([call]) => call)
    .filter((call) => !call.includes('getURL'));
}

/** The matching pieces: a failure shows them and not the whole bundle. */
function matches(text: string, pattern: RegExp): readonly string[] {
  return text.match(pattern)?.slice(0, 1) ?? [];
}
