// One entry of the browser's list of loads, and what it shows. Resource Timing, 4.3.
import { describe, expect, it } from 'vitest';
import { readTiming } from '../../../lib/observe/timing.ts';
import { isInsecure } from '../../../lib/page/address.ts';

/** An entry of the list: the parts that are read of it. */
function entry(parts: Partial<PerformanceResourceTiming>): PerformanceResourceTiming {
  const read = { name: 'http://cdn.example/a.js', duration: 0, responseStatus: 0, initiatorType: 'script' };
  // Nothing else of an entry is read, and only a browser makes whole ones.
  return { ...read, ...parts } as PerformanceResourceTiming;
}

describe('an entry of the list of loads', () => {
  it.each([
    ['no time and no status: it was blocked', { duration: 0, responseStatus: 0 }, 'blocked'],
    ['a status: it came', { duration: 12, responseStatus: 200 }, 'loaded'],
    ['a status of an error: it came all the same', { duration: 12, responseStatus: 404 }, 'loaded'],
    ['a status out of the cache, in no time: it came', { duration: 0, responseStatus: 200 }, 'loaded'],
    ['time and no status: it was asked for, and no more is told', { duration: 12, responseStatus: 0 }, null],
  ] as const)('has %s', (_what, parts, outcome) => expect(readTiming(entry(parts))?.outcome).toBe(outcome));

  it('becomes a sighting in its own words, without a place', () =>
    expect(readTiming(entry({ initiatorType: 'xmlhttprequest' }))).toEqual({
      url: 'http://cdn.example/a.js',
      what: 'xmlhttprequest',
      via: 'timing',
      outcome: 'blocked',
      underPolicy: false,
      element: null,
      source: null,
      count: 1,
    }));

  it.each([
    'https://cdn.example/a.js',
    'http://localhost:3000/a.js',
    'http://app.localhost/',
    'http://127.0.0.1/a.js',
    'http://[::1]/a.js',
    'data:text/css,x',
    'blob:https://example.com/1b',
    'about:blank',
    'chrome-extension://abc/a.js',
  ])('of %s is none', (name) => {
    expect(isInsecure(name)).toBe(false);
    expect(readTiming(entry({ name }))).toBeNull();
  });
});
