// Which addresses are asked: each once, bounded, of every host at least one, and none that the page has no business with.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasKnownSuffix } from '../../../lib/address/public-suffix.ts';
import {
  MAX_PROBED_ADDRESSES,
  MAX_PROBED_HOSTS,
  narrowPlan,
  planProbe,
  replacement,
  secureAddress,
} from '../../../lib/probe/plan.ts';

const PAGE = 'https://shop.example.com/';
const plan = (urls: readonly string[], page = PAGE) =>
  planProbe(
    urls.map((url) => ({ url, outcome: 'blocked' as const })),
    page,
    hasKnownSuffix,
  );

describe('secureAddress', () => {
  it.each([
    ['http://cdn.example.net/a.js?v=1#x', 'https://cdn.example.net/a.js?v=1'],
    ['http://user:secret@cdn.example.net/a.js', 'https://cdn.example.net/a.js'],
    ['http://cdn.example.net:8080/a', 'https://cdn.example.net:8080/a'],
    ['http://[2001:db8::1]/a', 'https://[2001:db8::1]/a'],
    ['ws://live.example.net/prices', 'https://live.example.net/'],
    ['https://cdn.example.net/', null],
    ['javascript:alert(1)', null],
    ['no address', null],
  ])('%s → %s', (url, expected) => expect(secureAddress(url)).toBe(expected));
});

describe('replacement', () => {
  it.each([
    ['http://cdn.example.net/a#b', 'https://cdn.example.net/a#b'],
    ['ws://live.example.net/', 'wss://live.example.net/'],
    ['HTTP://cdn.example.net/', 'https://cdn.example.net/'],
  ])('%s → %s', (url, expected) => expect(replacement(url)).toBe(expected));
});

describe('planProbe', () => {
  it('asks each address once, the first of every host before the second of any', () => {
    const { hosts, addresses } = plan([
      'http://a.example/1',
      'http://a.example/2',
      'http://a.example/1#again',
      'http://b.example/1',
    ]);
    expect(hosts).toEqual(['a.example', 'b.example']);
    expect(addresses).toEqual(['https://a.example/1', 'https://b.example/1', 'https://a.example/2']);
  });

  it('asks nothing on a private network for a page on the internet', () => {
    const urls = ['http://192.168.1.1/reboot', 'http://printer/', 'http://nas.local/', 'http://a.example/'];
    expect(plan(urls)).toMatchObject({ addresses: ['https://a.example/'], leftOutPrivate: 3 });
    const further = [
      'app.lan',
      'app.corp',
      'server.contoso-ad',
      '198.18.0.1',
      '192.0.0.1',
      '100.64.0.1',
      '[fec0::1]',
      '[64:ff9b::192.168.1.1]',
      '[64:ff9b:1::1]',
      '[2002:c0a8:101::1]',
      '[::ffff:10.0.0.1]',
      '[::1]',
    ].map((host) => `http://${host}/reboot`);
    expect(plan(further)).toMatchObject({ addresses: [], leftOutPrivate: further.length });
    expect(plan(urls, 'https://wiki.internal/').addresses).toHaveLength(4);
    expect(plan(urls, 'https://192.168.1.5/').addresses).toHaveLength(4);
  });

  it('keeps its bounds and counts what it leaves out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 9 })), {
          maxLength: 900,
        }),
        (pairs) => {
          const urls = pairs.map(([host, path]) => `http://h${host}.example/${path}`);
          const { hosts, addresses, leftOut } = plan(urls);
          expect(hosts.length).toBeLessThanOrEqual(MAX_PROBED_HOSTS);
          expect(addresses.length).toBeLessThanOrEqual(MAX_PROBED_ADDRESSES);
          expect(new Set(addresses).size).toBe(addresses.length);
          expect(addresses.length + leftOut).toBe(new Set(urls).size);
          // Whoever reads the list of hosts has read whom all of this goes to.
          expect(new Set(addresses.map((address) => new URL(address).host))).toEqual(new Set(hosts));
        },
      ),
    );
  });
});

it('narrowPlan keeps only hosts that the user was shown', () => {
  const narrow = narrowPlan(plan(['http://a.example/', 'http://b.example/']), ['b.example', 'c.example']);
  expect(narrow.hosts).toEqual(['b.example']);
  expect(narrow.addresses).toEqual(['https://b.example/']);
});
