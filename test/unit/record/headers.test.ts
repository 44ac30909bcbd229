import { describe, expect, it } from 'vitest';
import { parseHsts, readPageHeaders } from '../../../lib/record/headers.ts';

describe('parseHsts (RFC 6797, 6.1)', () => {
  it.each([
    ['max-age=31536000', { maxAge: 31_536_000, includeSubDomains: false, preload: false }],
    [
      'max-age="31536000" ; includeSubDomains',
      { maxAge: 31_536_000, includeSubDomains: true, preload: false },
    ],
    ['INCLUDESUBDOMAINS; MAX-AGE=1; preload;', { maxAge: 1, includeSubDomains: true, preload: true }],
    ['max-age=0', { maxAge: 0, includeSubDomains: false, preload: false }],
    [
      'max-age=99999999999999999999',
      { maxAge: Number.MAX_SAFE_INTEGER, includeSubDomains: false, preload: false },
    ],
    ['max-age=1; unknown="2, 3"', { maxAge: 1, includeSubDomains: false, preload: false }],
    ['max-age=1; unknown=2', { maxAge: 1, includeSubDomains: false, preload: false }],
  ])('%s', (value, expected) => expect(parseHsts(value)).toEqual(expected));

  it.each([
    ['', 'no-max-age'],
    ['includeSubDomains', 'no-max-age'],
    ['max-age', 'bad-max-age'],
    ['max-age=-1', 'bad-max-age'],
    ['max-age=1e3', 'bad-max-age'],
    ['max-age=1; max-age=2', 'directive-twice'],
    ['max-age=1; Max-Age=1', 'directive-twice'],
    ['max-age=31536000, max-age=0', 'comma-joined'],
    ['max-age=31536000,includeSubDomains', 'comma-joined'],
  ])('%s is invalid, so browsers ignore it: %s', (value, why) => expect(parseHsts(value)).toBe(why));
});

describe('readPageHeaders', () => {
  it('takes the first of several HSTS headers only (RFC 6797, 8.1)', () => {
    const headers = [
      { name: 'strict-transport-security', value: 'nonsense' },
      { name: 'Strict-Transport-Security', value: 'max-age=5' },
    ];
    expect(readPageHeaders(headers)).toMatchObject({
      hsts: null,
      invalidHsts: { why: 'no-max-age', value: 'nonsense' },
      hstsCount: 2,
    });
    expect(readPageHeaders(headers.toReversed())).toMatchObject({
      hsts: { maxAge: 5 },
      invalidHsts: null,
      hstsCount: 2,
    });
  });

  it('keeps a bounded part of an invalid header as evidence', () => {
    const value = `includeSubDomains; ${'x'.repeat(1000)}`;
    expect(readPageHeaders([{ name: 'Strict-Transport-Security', value }]).invalidHsts).toEqual({
      why: 'no-max-age',
      value: value.slice(0, 200),
    });
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

  it.each([
    ['sandbox', true],
    ["default-src 'self'; Sandbox allow-scripts", true],
    ['sandbox allow-forms, sandbox', true],
    ['sandbox allow-forms; sandbox', false],
    ['sandbox allow-scripts Allow-Forms', false],
    ['report-uri /sandbox', false],
    ["form-action 'self'", true],
  ])('forbids forms over http, or does not: %s', (value, expected) =>
    expect(readPageHeaders([{ name: 'Content-Security-Policy', value }]).stopsForms).toBe(expected),
  );

  it('does not read a header without text or of enormous size', () => {
    const huge = `max-age=1; ${'x'.repeat(20_000)}`;
    expect(
      readPageHeaders([
        { name: 'Strict-Transport-Security' },
        { name: 'Strict-Transport-Security', value: huge },
      ]).hsts,
    ).toBeNull();
  });
});
