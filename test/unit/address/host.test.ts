import { describe, expect, it } from 'vitest';
import { hostOf, isWithin, parseHost, parseTypedHost, toHostname } from '../../../lib/address/host.ts';

describe('a host', () => {
  it.each([
    ['example.com', 'dns', 'example.com'],
    [' Example.COM. ', 'dns', 'example.com'],
    ['münchen.example', 'dns', 'xn--mnchen-3ya.example'],
    ['XN--MNCHEN-3YA.example', 'dns', 'xn--mnchen-3ya.example'],
    ['foo_bar.example.com', 'dns', 'foo_bar.example.com'],
    ['localhost', 'dns', 'localhost'],
    ['127.0.0.1', 'ip', '127.0.0.1'],
    // Old spellings of IPv4 that browsers take.
    ['0x7f.1', 'ip', '127.0.0.1'],
    ['2130706433', 'ip', '127.0.0.1'],
    ['[::1]', 'ip', '::1'],
    ['2001:DB8::1:0:0:1', 'ip', '2001:db8::1:0:0:1'],
    ['2001:0db8:0000:0000:0001:0000:0000:0001', 'ip', '2001:db8::1:0:0:1'],
    ['::ffff:192.0.2.1', 'ip', '::ffff:c000:201'],
  ])('%j is parsed', (text, kind, name) => {
    expect(parseHost(text)).toEqual({ kind, name });
  });

  it.each([
    '',
    '.',
    'a..b',
    '.example.com',
    'example.com..',
    'example.com:443',
    'https://example.com',
    'example.com/path',
    'user@example.com',
    'exa mple.com',
    'example.com?x',
    'example.com#x',
    'example.com\\x',
    '*.example.com',
    'exam%70le.com',
    '[::1',
    '1:2',
    '256.256.256.256',
    '1.2.3.4.5',
    'a\0b.com',
  ])('%j is not a host', (text) => {
    expect(parseHost(text)).toBeNull();
  });

  it('of 64 KiB is refused quickly', () => {
    expect(parseHost(`${'a'.repeat(65_536)}/`)).toBeNull();
    expect(parseHost(`${':'.repeat(65_536)}/`)).toBeNull();
  });
});

describe('a typed host', () => {
  it.each([
    ['shop.test', 'shop.test'],
    [' https://www.shop.test/a?b ', 'www.shop.test'],
    ['http://shop.test:8080', 'shop.test'],
    ['shop.test:8443/path', 'shop.test'],
    ['bücher.test', 'xn--bcher-kva.test'],
    ['[::1]:8443', '[::1]'],
    ['', null],
    ['two words', null],
    ['ftp://shop.test', null],
    ['shop.test:port', null],
  ])('%j is parsed as %j', (typed, expected) => {
    const host = parseTypedHost(typed);
    expect(host === null ? null : toHostname(host)).toBe(expected);
  });
});

describe('the host of an address', () => {
  it.each([
    ['https://Shop.Test.:8443/a', 'shop.test'],
    ['wss://[::1]/', '::1'],
    ['blob:https://shop.test/1', undefined],
    ['file:///etc/hosts', undefined],
    ['no address', undefined],
  ])('of %j is %j', (url, name) => {
    expect(hostOf(url)?.name).toBe(name);
  });
});

describe('a name within a domain', () => {
  it.each([
    ['shop.test', true],
    ['a.b.shop.test', true],
    ['notshop.test', false],
    ['test', false],
    ['', false],
  ])('%j is within shop.test: %j', (name, expected) => {
    expect(isWithin(name, 'shop.test')).toBe(expected);
  });
});
