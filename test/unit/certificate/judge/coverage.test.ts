// RFC 9525, 6.3 to 6.5; BR 3.2.2.6.
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../../lib/certificate/certificate.ts';
import { judgeCoverage } from '../../../../lib/certificate/judge/coverage.ts';
import { scopeOf } from '../../../../lib/certificate/judge/name-scope.ts';
import { certificateOf, nameOf, namesOf } from '../make.ts';

function ask(
  host: string,
  names: readonly string[],
  more: Partial<Certificate> = {},
): readonly [boolean, string, string | null] {
  const [answer] = judgeCoverage(certificateOf({ subject: [], names: namesOf(...names), ...more }), [host]);
  return [answer?.covered ?? false, answer?.reason ?? '', answer?.entry ?? null];
}

const faulty = (oid: string): Partial<Certificate> => ({
  extensions: [{ oid, critical: false, size: 1, fault: { code: 'trailing-data', offset: 9 } }],
});

const WILD = '*.example.com';

describe('a host is covered by', () => {
  it.each([
    ['www.example.com', ['example.com', 'www.example.com'], 'exact', 'www.example.com'],
    ['WWW.example.COM.', ['www.Example.com.'], 'exact', 'www.Example.com.'],
    ['a.example.com', [WILD], 'wildcard', WILD],
    ['xn--n3h.example.com', [WILD], 'wildcard', WILD],
    ['foo_bar.example.com', ['foo_bar.example.com'], 'exact', 'foo_bar.example.com'],
    ['münchen.example', ['xn--mnchen-3ya.example'], 'exact', 'xn--mnchen-3ya.example'],
    // The name itself is the better explanation than a wildcard before it.
    ['a.example.com', [WILD, 'a.example.com'], 'exact', 'a.example.com'],
    ['127.0.0.1', ['ip:7f000001'], 'address', '127.0.0.1'],
    ['[2001:DB8:0:0::1]', ['ip:20010db8000000000000000000000001'], 'address', '2001:db8::1'],
    // Private section of the list: Amazon's, not a registry's.
    ['bucket.s3.amazonaws.com', ['*.s3.amazonaws.com'], 'wildcard', '*.s3.amazonaws.com'],
    ['localhost', ['localhost'], 'exact', 'localhost'],
  ])('%s in %j: %s', (host, names, reason, entry) => {
    expect(ask(host, names)).toEqual([true, reason, entry]);
  });
});

describe('a host is not covered, because', () => {
  it.each([
    ['example.com', [WILD], 'apex', WILD],
    ['a.b.example.com', [WILD], 'deeper-level', WILD],
    ['b.example.com', ['a.example.com'], 'not-listed', 'a.example.com'],
    ['example.com', ['a.example.com'], 'not-listed', 'a.example.com'],
    ['www.example.co.uk', ['shop.example.co.uk'], 'not-listed', 'shop.example.co.uk'],
    ['other.co.uk', ['example.co.uk'], 'other-domain', null],
    ['example.org', [WILD, 'example.com'], 'other-domain', null],
    // A suffix of letters is no subdomain.
    ['badexample.com', [WILD, 'example.com'], 'other-domain', null],
    ['example.co.uk', ['*.co.uk'], 'public-suffix-wildcard', '*.co.uk'],
    ['example.com', ['*.com'], 'public-suffix-wildcard', '*.com'],
    ['com', ['*'], 'public-suffix-wildcard', '*'],
    ['example.internal', ['*.internal'], 'public-suffix-wildcard', '*.internal'],
    ['foo.example.com', ['f*.example.com'], 'partial-wildcard', 'f*.example.com'],
    ['a.b.example.com', ['a.*.example.com'], 'partial-wildcard', 'a.*.example.com'],
    [
      'xn--bliss-1b3c148a.example.com',
      ['xn--*-1b3c148a.example.com'],
      'partial-wildcard',
      'xn--*-1b3c148a.example.com',
    ],
    ['a.b.example.com', ['*.*.example.com'], 'partial-wildcard', '*.*.example.com'],
    ['8.8.8.8', ['8.8.8.8'], 'address-as-name', '8.8.8.8'],
    ['127.0.0.1', ['ip:7f000002', 'ip:7f00', 'ip:7f000001ffffffff'], 'address-not-listed', null],
    // ::ffff:127.0.0.1 and 127.0.0.1 are other bytes.
    ['127.0.0.1', ['ip:00000000000000000000ffff7f000001'], 'address-not-listed', null],
    ['1.1.1.1', ['*.1.1.1'], 'address-not-listed', null],
    ['xn--628h.example.com', ['😜.example.com'], 'other-domain', null],
    ['*.example.com', [WILD], 'not-a-host', null],
    ['https://www.example.com', [WILD], 'not-a-host', null],
    ['', [WILD], 'not-a-host', null],
    ['www.example.com', [], 'other-domain', null],
    ['www.example.com', ['www.example.com\0.evil.example'], 'other-domain', null],
    ['kelvin.example', ['\u212aelvin.example'], 'other-domain', null],
  ])('%s in %j: %s', (host, names, reason, entry) => {
    expect(ask(host, names)).toEqual([false, reason, entry]);
  });

  it('only the common name matches', () => {
    const subject = nameOf({ CN: 'www.example.com' });
    expect(ask('www.example.com', ['other.example'], { subject })).toEqual([false, 'common-name-only', null]);
    expect(ask('www.example.com', [], { subject, names: null })).toEqual([false, 'common-name-only', null]);
    expect(ask('example.com', [WILD], { subject: nameOf({ CN: 'example.com' }) })[1]).toBe('apex');
  });

  it('there is no name list', () => {
    expect(ask('www.example.com', [], { names: null })).toEqual([false, 'no-names', null]);
  });

  it('the name list is malformed, even when the name could be read from it', () => {
    const names = ['www.example.com'];
    expect(ask('www.example.com', names, faulty('2.5.29.17'))).toEqual([false, 'names-broken', null]);
    expect(ask('www.example.com', names, faulty('2.5.29.15'))[0]).toBe(true);
  });
});

describe('the scope of an entry', () => {
  it.each([
    ['www.example.com', { reach: 'host', name: 'www.example.com' }],
    ['*.Example.com.', { reach: 'one-level', parent: 'example.com' }],
    ['ip:7f000001', { reach: 'address', address: '127.0.0.1' }],
    ['ip:7f0000', { reach: 'nothing', why: 'not-an-address', meant: null }],
    ['*.co.uk', { reach: 'nothing', why: 'public-suffix-wildcard', meant: 'co.uk' }],
    ['*.github.io', { reach: 'one-level', parent: 'github.io' }],
    ['f*.example.com', { reach: 'nothing', why: 'partial-wildcard', meant: 'example.com' }],
    ['a..b', { reach: 'nothing', why: 'not-a-dns-name', meant: null }],
    ['', { reach: 'nothing', why: 'not-a-dns-name', meant: null }],
    ['Not a dns', { reach: 'nothing', why: 'not-a-dns-name', meant: null }],
    [`${'a'.repeat(64)}.com`, { reach: 'nothing', why: 'not-a-dns-name', meant: null }],
    ['::1', { reach: 'nothing', why: 'address-as-name', meant: '::1' }],
  ])('%s', (text, scope) => {
    const ip = text.startsWith('ip:');
    const value = ip ? (text === 'ip:7f000001' ? '127.0.0.1' : '#7f0000') : text;
    expect(scopeOf({ kind: ip ? 'ip' : 'dns', value })).toEqual(scope);
  });
});

it('many hosts are judged in one call, in order', () => {
  const names = namesOf(WILD, ...Array.from({ length: 10_000 }, (_, i) => `h${i}.example.org`));
  const answers = judgeCoverage(certificateOf({ names }), [
    'h9999.example.org',
    'example.com',
    'a.example.com',
  ]);
  expect(answers.map(({ host, reason }) => [host, reason])).toEqual([
    ['h9999.example.org', 'exact'],
    ['example.com', 'apex'],
    ['a.example.com', 'wildcard'],
  ]);
});
