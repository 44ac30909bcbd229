import { describe, expect, it } from 'vitest';
import { parseHost } from '../../../lib/address/host.ts';
import { siteOf } from '../../../lib/address/site.ts';

describe('the site of a host', () => {
  it.each([
    // host, with private suffixes, without
    ['www.shop.example.com', 'example.com', 'example.com'],
    ['example.co.uk', 'example.co.uk', 'example.co.uk'],
    ['a.b.example.co.uk.', 'example.co.uk', 'example.co.uk'],
    ['owner.github.io', 'owner.github.io', 'github.io'],
    ['www.owner.github.io', 'owner.github.io', 'github.io'],
    ['github.io', 'github.io', 'github.io'],
    // No registrable domain: the host itself.
    ['co.uk', 'co.uk', 'co.uk'],
    ['localhost', 'localhost', 'localhost'],
    ['192.0.2.1', '192.0.2.1', '192.0.2.1'],
    ['[2001:db8::1]', '2001:db8::1', '2001:db8::1'],
    // Under an unknown top-level domain the default rule of the list applies.
    ['router.office.lan', 'office.lan', 'office.lan'],
  ])('%j is %j with private suffixes and %j without', (text, withPrivate, without) => {
    const host = parseHost(text);
    if (host === null) throw new Error(text);
    expect(siteOf(host, { private: true }).name).toBe(withPrivate);
    expect(siteOf(host, { private: false }).name).toBe(without);
    expect(siteOf(host, { private: true }).kind).toBe(host.kind);
  });
});
