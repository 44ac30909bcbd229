import { describe, expect, it } from 'vitest';
import {
  followRedirect,
  insecureHops,
  isInternalUpgrade,
  isSameDocument,
  startNavigation,
} from '../../../lib/record/navigation.ts';

function way(...urls: readonly string[]) {
  const [first = '', ...rest] = urls;
  return rest.reduce(
    (navigation, to) => followRedirect(navigation, { url: navigation.url, to, status: 301, internal: false }),
    startNavigation('1', first, 0),
  );
}

describe('insecureHops', () => {
  it('distinguishes a start over http from a navigation that left https', () => {
    const found = insecureHops(
      way('http://a.example/', 'https://a.example/', 'http://b.example/', 'https://b.example/'),
    );
    expect(found.map(({ hop, to, afterHttps }) => [hop.url, to, afterHttps])).toEqual([
      ['http://a.example/', 'https://a.example/', false],
      ['http://b.example/', 'https://b.example/', true],
    ]);
  });

  it('does not count requests that never left the device', () => {
    const navigation = followRedirect(startNavigation('1', 'http://a.example/', 0), {
      url: 'http://a.example/',
      to: 'https://a.example/',
      status: 307,
      internal: true,
    });
    expect(insecureHops(navigation)).toEqual([]);
    expect(insecureHops(way('http://localhost/', 'https://a.example/'))).toEqual([]);
  });

  it('keeps the latest hops of an endless navigation', () => {
    const endless = way(...Array.from({ length: 500 }, (_, index) => `http://a.example/${index}`));
    expect(endless.hops.length).toBeLessThanOrEqual(24);
    expect(endless.url).toBe('http://a.example/499');
  });
});

describe('isInternalUpgrade', () => {
  const upgrade = { url: 'http://a.example/x', to: 'https://a.example/x' };
  it.each([
    [{ ...upgrade, status: 307, statusLine: 'HTTP/1.1 307 Internal Redirect' }, true],
    [{ ...upgrade, status: null, statusLine: '' }, true],
    [{ ...upgrade, status: 301, statusLine: 'HTTP/1.1 301 Moved Permanently' }, false],
    [
      {
        url: 'http://a.example/',
        to: 'https://b.example/',
        status: 307,
        statusLine: 'HTTP/1.1 307 Internal Redirect',
      },
      false,
    ],
  ])('%o: %s', (redirect, expected) => expect(isInternalUpgrade(redirect)).toBe(expected));
});

describe('isSameDocument', () => {
  it.each([
    ['https://a.example/x#1', 'https://a.example/x#2', true],
    ['https://a.example/x', 'https://a.example/x?y', false],
    [`https://a.example/${'a'.repeat(70_000)}`, `https://a.example/${'a'.repeat(2030)}`, true],
  ])('%.40s and %.40s: %s', (a, b, expected) => expect(isSameDocument(a, b)).toBe(expected));
});
