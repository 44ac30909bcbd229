import { describe, expect, it } from 'vitest';
import { parseHsts, readPageHeaders } from '../../../lib/page/headers.ts';

describe('parseHsts (RFC 6797, 6.1)', () => {
  it.each([
    ['max-age=31536000', { maxAge: 31_536_000, includeSubDomains: false, preload: false }],
    [
      'max-age="31536000" ; includeSubDomains',
      { maxAge: 31_536_000, includeSubDomains: true, preload: false },
    ],
    ['INCLUDESUBDOMAINS; MAX-AGE=1; preload;', { maxAge: 1, includeSubDomains: true, preload: true }],
    ['max-age=0', { maxAge: 0, includeSubDomains: false, preload: false }],
    ['max-age=1; unknown=2', { maxAge: 1, includeSubDomains: false, preload: false }],
  ])('%s', (value, expected) => expect(parseHsts(value)).toEqual(expected));

  it.each([
    '',
    'includeSubDomains',
    'max-age',
    'max-age=-1',
    'max-age=1e3',
    'max-age=1; max-age=2',
    'max-age=9999999999999999',
  ])('%s is invalid, so browsers ignore it', (value) => expect(parseHsts(value)).toBeNull());
});

describe('readPageHeaders', () => {
  it('takes the first of several HSTS headers only (RFC 6797, 8.1)', () => {
    const headers = [
      { name: 'strict-transport-security', value: 'nonsense' },
      { name: 'Strict-Transport-Security', value: 'max-age=5' },
    ];
    expect(readPageHeaders(headers).hsts).toBeNull();
  });

  it.each([
    ["default-src 'self'; upgrade-insecure-requests", true],
    ['Upgrade-Insecure-Requests', true],
    ["default-src 'self', upgrade-insecure-requests", true],
    ['report-uri /upgrade-insecure-requests', false],
  ])('%s', (value, expected) =>
    expect(readPageHeaders([{ name: 'Content-Security-Policy', value }]).upgradesInsecureRequests).toBe(
      expected,
    ),
  );

  it('does not read a header without text or of monstrous size', () => {
    const huge = `max-age=1; ${'x'.repeat(20_000)}`;
    expect(
      readPageHeaders([
        { name: 'Strict-Transport-Security' },
        { name: 'Strict-Transport-Security', value: huge },
      ]).hsts,
    ).toBeNull();
  });
});
