// The driver's errors, as observed in both browsers.
import { TimeoutError } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { readLoadError, readRefusal } from '../../../scripts/inspect/load-error.ts';

describe('readLoadError', () => {
  it.each([
    'net::ERR_ABORTED at http://a.test/download',
    'NS_BINDING_ABORTED: http://a.test/ is a download.',
  ])('recognises that there is no page: %s', (text) => {
    expect(readLoadError(new Error(text), 1000, 'http://a.test/').kind).toBe('no-page');
  });

  it.each([
    ['net::ERR_NAME_NOT_RESOLVED at https://a.test/', 'net::ERR_NAME_NOT_RESOLVED'],
    [
      'Protocol error (browsingContext.navigate): unknown error Error: NS_ERROR_GENERATE_FAILURE(NS_ERROR_MODULE_SECURITY, SEC_ERROR_EXPIRED_CERTIFICATE) #onNavigationCommitted@chrome://remote/x.sys.mjs:387:28',
      'SEC_ERROR_EXPIRED_CERTIFICATE',
    ],
    [
      'Protocol error (browsingContext.navigate): unknown error Error: deniedPortAccess #onNavigationCommitted@chrome://remote/x',
      'deniedPortAccess',
    ],
  ])('finds the code in: %s', (text, code) => {
    expect(readLoadError(new Error(text), 1000, 'http://a.test/')).toEqual({
      kind: 'not-loaded',
      message: code,
    });
  });

  it('recognises a page that does not end by the kind of the error', () => {
    expect(
      readLoadError(new TimeoutError('Navigation timeout of 1000 ms exceeded'), 1000, 'http://a.test/'),
    ).toEqual({
      kind: 'timeout',
      message: 'The page had not finished loading after 1000 ms.',
    });
  });

  it('bounds an unknown text', () => {
    expect(
      readLoadError(new Error('x'.repeat(5000)), 1000, 'http://a.test/').message.length,
    ).toBeLessThanOrEqual(200);
  });
});

describe('readRefusal', () => {
  it.each([
    ['net::ERR_CERT_DATE_INVALID', 'date-invalid', 'ERR_CERT_DATE_INVALID'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'issuer-unknown', 'ERR_CERT_AUTHORITY_INVALID'],
    ['net::ERR_CERT_NAME_CONSTRAINT_VIOLATION', null, 'ERR_CERT_NAME_CONSTRAINT_VIOLATION'],
    ['SEC_ERROR_EXPIRED_CERTIFICATE', null, 'SEC_ERROR_EXPIRED_CERTIFICATE'],
    ['MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT', null, 'MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT'],
  ])('finds one in %s', (message, kind, code) => {
    const refusal = readRefusal({ kind: 'not-loaded', message });
    expect(refusal).toMatchObject(kind === null ? { code } : { kind, code });
  });

  it.each([
    ['not-loaded', 'net::ERR_CONNECTION_REFUSED'],
    ['not-loaded', 'NS_ERROR_UNKNOWN_HOST'],
    ['timeout', 'net::ERR_CERT_DATE_INVALID'],
  ] as const)('finds none in %s %s', (kind, message) => {
    expect(readRefusal({ kind, message })).toBeNull();
  });
});
