import { describe, expect, it } from 'vitest';
import { hasKnownSuffix } from '../../../lib/address/public-suffix.ts';
import type { LookUpAnswer } from '../../../lib/look-up/query.ts';
import {
  DEFAULT_LOOK_UP_SERVER,
  isServerAddress,
  judgeLookUp,
  queryAddress,
} from '../../../lib/look-up/query.ts';

describe('judgeLookUp', () => {
  it.each<readonly [url: string, answer: LookUpAnswer]>([
    ['https://www.example.com/path?q=1', 'yes'],
    ['https://xn--bcher-kva.example.com:8443/', 'yes'],
    ['https://www.example.com./', 'yes'],
    ['https://example.co.uk/', 'yes'],
    ['http://www.example.com/', 'not-https'],
    ['about:blank', 'not-https'],
    ['https://192.0.2.7/', 'ip-address'],
    ['https://[2001:db8::1]/', 'ip-address'],
    ['https://localhost/', 'private-name'],
    ['https://intranet/', 'private-name'],
    ['https://nas.local/', 'private-name'],
    ['https://router.home.arpa/', 'private-name'],
    ...[
      'lan',
      'corp',
      'home',
      'mail',
      'intranet',
      'private',
      'localdomain',
      'internal',
      'local',
      'localhost',
      'test',
      'example',
      'invalid',
      'onion',
      'alt',
      '10.in-addr.arpa',
      'home.arpa',
      'contoso-ad',
      'site1',
    ].flatMap((suffix) => [
      [`https://app.${suffix}/`, 'private-name'] as const,
      [`https://app.${suffix.toUpperCase()}.:8443/login`, 'private-name'] as const,
    ]),
  ])('%s: %s', (url, answer) =>
    expect(judgeLookUp(url, DEFAULT_LOOK_UP_SERVER, hasKnownSuffix)).toBe(answer),
  );

  it.each([
    ['https://app.corp.test/', 'https://logs.corp.test/v1', 'yes'],
    ['https://app.corp/', 'https://logs.corp/v1', 'yes'],
    ['https://app.lan/', 'https://logs.corp/v1', 'private-name'],
    ['https://app/', 'https://app/v1', 'private-name'],
    ['https://10.0.0.1/', 'https://10.0.0.1/v1', 'ip-address'],
    ['https://www.example.com/', 'https://logs.corp/v1', 'yes'],
  ])('%s at %s: %s', (url, server, answer) => expect(judgeLookUp(url, server, hasKnownSuffix)).toBe(answer));
});

describe('isServerAddress', () => {
  it.each([DEFAULT_LOOK_UP_SERVER, 'https://logs.example:8443/v1/issuances?key=1'])('accepts %s', (address) =>
    expect(isServerAddress(address)).toBe(true),
  );
  it.each([
    '',
    'logs.example',
    'http://logs.example/',
    'https://user@logs.example/',
    'https://:secret@logs.example/',
    'https://logs.example/#part',
    'javascript:alert(1)',
    `https://logs.example/${'x'.repeat(300)}`,
  ])('refuses %s', (address) => expect(isServerAddress(address)).toBe(false));
});

describe('queryAddress', () => {
  it('requests the host, its wildcard and the fields that are read', () => {
    const url = new URL(queryAddress(DEFAULT_LOOK_UP_SERVER, 'www.example.com', null));
    expect(url.origin + url.pathname).toBe('https://api.certspotter.com/v1/issuances');
    expect([...url.searchParams]).toEqual([
      ['domain', 'www.example.com'],
      ['include_subdomains', 'false'],
      ['match_wildcards', 'true'],
      ['expand', 'dns_names'],
      ['expand', 'issuer'],
      ['expand', 'cert_der'],
    ]);
  });

  it('goes on after the last entry and keeps what the address brings', () => {
    const url = new URL(queryAddress('https://logs.example/find?key=k%26', 'a.example', 'id&1'));
    expect(url.searchParams.get('key')).toBe('k&');
    expect(url.searchParams.get('after')).toBe('id&1');
  });
});
