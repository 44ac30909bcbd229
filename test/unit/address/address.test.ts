import { describe, expect, it } from 'vitest';
import { classifyAddress, isInsecure, isIpHost } from '../../../lib/address/address.ts';
import type { AddressClass } from '../../../lib/address/address.ts';

/** W3C Secure Contexts 3.1, RFC 1918, 3927, 4193, 4291, 6598, 6761, 6762, 8375. */
const TABLE: readonly (readonly [url: string, expected: AddressClass])[] = [
  ['https://example.com/', 'https'],
  ['HTTPS://EXAMPLE.COM/', 'https'],
  ['https://192.168.1.1/', 'https'],
  ['wss://example.com/', 'https'],
  ['http://example.com/', 'http-public'],
  ['ws://example.com/', 'http-public'],
  ['http://xn--bcher-kva.example/', 'http-public'],
  ['http://bücher.example/', 'http-public'],
  ['http://shop.test/', 'http-public'],
  ['http://facebookcorewwwi.onion/', 'http-public'],
  ['http://203.0.113.10/', 'http-public'],
  ['http://172.15.255.255/', 'http-public'],
  ['http://172.32.0.1/', 'http-public'],
  ['http://[2001:db8::1]/', 'http-public'],
  ['http://[::ffff:203.0.113.10]/', 'http-public'],
  ['http://localhost.example.com/', 'http-public'],
  ['http://notlocalhost/', 'http-private'],
  ['http://10.0.0.1/', 'http-private'],
  ['http://172.16.0.1/', 'http-private'],
  ['http://172.31.255.255/', 'http-private'],
  ['http://192.168.1.20:8080/', 'http-private'],
  ['http://169.254.1.1/', 'http-private'],
  ['http://100.64.0.1/', 'http-private'],
  ['http://0.0.0.0/', 'http-private'],
  ['http://[fe80::1]/', 'http-private'],
  ['http://[fd12:3456::1]/', 'http-private'],
  ['http://[::ffff:10.0.0.1]/', 'http-private'],
  ['http://[::ffff:127.0.0.1]/', 'http-private'],
  ['http://[::]/', 'http-private'],
  ['http://printer.local/', 'http-private'],
  ['http://printer.local./', 'http-private'],
  ['http://intranet/', 'http-private'],
  ['http://nas.home.arpa/', 'http-private'],
  ['http://app.internal/', 'http-private'],
  ...['lan', 'corp', 'home', 'intranet', 'localdomain'].map(
    (suffix) => [`http://app.${suffix}/`, 'http-private'] as const,
  ),
  ['http://landscape.example.com/', 'http-public'],
  ['http://lan.example.com/', 'http-public'],
  ['http://192.0.0.8/', 'http-private'],
  ['http://192.0.1.1/', 'http-public'],
  ['http://198.18.0.1/', 'http-private'],
  ['http://198.19.255.255/', 'http-private'],
  ['http://198.17.255.255/', 'http-public'],
  ['http://198.20.0.0/', 'http-public'],
  ['http://100.128.0.1/', 'http-public'],
  ['http://240.0.0.1/', 'http-private'],
  ['http://255.255.255.255/', 'http-private'],
  ['http://[64:ff9b::192.168.1.1]/', 'http-private'],
  ['http://[64:ff9b::127.0.0.1]/', 'http-private'],
  ['http://[64:ff9b::203.0.113.10]/', 'http-public'],
  ['http://[64:ff9b:1::203.0.113.10]/', 'http-private'],
  ['http://[2002:c0a8:101::1]/', 'http-private'],
  ['http://[2002:cb00:710a::1]/', 'http-public'],
  ['http://[fec0::1]/', 'http-private'],
  ['http://[feff::1]/', 'http-private'],
  ['http://[febf::1]/', 'http-private'],
  ['http://[fcff::1]/', 'http-private'],
  ['http://[ff02::1]/', 'http-private'],
  ['http://[::10.0.0.1]/', 'http-private'],
  ['http://[100::1]/', 'http-private'],
  ['http://[2001::1]/', 'http-private'],
  ['http://[2606:4700::1111]/', 'http-public'],
  ['http://localhost/', 'local'],
  ['http://LOCALHOST:3000/', 'local'],
  ['http://localhost./', 'local'],
  ['http://app.localhost/', 'local'],
  ['http://127.0.0.1/', 'local'],
  ['http://127.255.255.254/', 'local'],
  ['http://0x7f.1/', 'local'],
  ['http://2130706433/', 'local'],
  ['http://[::1]:9000/', 'local'],
  ['blob:https://example.com/1b', 'https'],
  ['blob:http://example.com/1b', 'http-public'],
  ['file:///etc/hosts', 'file'],
  ['about:blank', 'blank'],
  ['about:srcdoc', 'blank'],
  ['about:config', 'browser'],
  ['chrome://settings/', 'browser'],
  ['chrome-extension://abc/popup.html', 'browser'],
  ['moz-extension://abc/popup.html', 'browser'],
  ['view-source:https://example.com/', 'browser'],
  ['devtools://devtools/', 'browser'],
  ['data:text/html,<p>', 'other'],
  ['javascript:alert(1)', 'other'],
  ['ftp://example.com/', 'other'],
  ['gopher://example.com/', 'other'],
  ['', 'other'],
  ['not an address', 'other'],
  ['http://', 'other'],
  [`http://example.com/${'a'.repeat(65_536)}`, 'http-public'],
];

describe('classifyAddress', () => {
  it.each(TABLE)('%.60s is %s', (url, expected) => expect(classifyAddress(url)).toBe(expected));
});

describe('isInsecure', () => {
  it.each(TABLE.filter(([url]) => URL.canParse(url)))(
    'says the same as classifyAddress of %.60s',
    (url, kind) => {
      const { href, protocol } = new URL(url);
      const overNetwork = protocol === 'http:' || protocol === 'ws:';
      expect(isInsecure(href)).toBe(overNetwork && (kind === 'http-public' || kind === 'http-private'));
    },
  );
});

describe('isInsecure on addresses that try to look local', () => {
  it.each([
    'http://localhost@evil.example/',
    'http://localhost:80@evil.example/',
    'http://evil.example/.localhost/',
    'http://evil.example/x.localhost:80/',
    'http://127.0.0.1.evil.example/',
    'http://localhost.evil.example/',
  ])('%s', (url) => expect(isInsecure(new URL(url).href)).toBe(true));
});

describe('isIpHost', () => {
  it.each([
    ['https://192.0.2.1/', true],
    ['https://[2001:db8::1]/', true],
    ['https://1.example/', false],
    ['nothing', false],
  ])('%s: %s', (url, expected) => expect(isIpHost(url)).toBe(expected));
});
