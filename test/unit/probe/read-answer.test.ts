// What a browser tells of a request, and what that says about https there.
import { describe, expect, it } from 'vitest';
import { answerFor } from '../../../lib/probe/probe.ts';
import { isWorthGet, nextAddress, readAnswer } from '../../../lib/probe/read-answer.ts';
import type { ProbeTrace } from '../../../lib/probe/read-answer.ts';

const ADDRESS = 'https://cdn.example.net/a.js';
const trace = (parts: Partial<ProbeTrace>): ProbeTrace => ({
  status: null,
  location: null,
  error: null,
  isTooSlow: false,
  ...parts,
});

describe('readAnswer', () => {
  it.each([
    [{ status: 200 }, { kind: 'works', status: 200 }],
    [{ status: 204 }, { kind: 'works', status: 204 }],
    [{ status: 304 }, { kind: 'works', status: 304 }],
    [{ status: 404 }, { kind: 'missing', status: 404 }],
    [{ status: 410 }, { kind: 'missing', status: 410 }],
    [{ status: 403 }, { kind: 'error', status: 403 }],
    [{ status: 503 }, { kind: 'error', status: 503 }],
    [
      { status: 301, location: 'http://cdn.example.net/a.js' },
      { kind: 'back-to-http', status: 301 },
    ],
    [
      { status: 302, location: 'https://other.example/' },
      { kind: 'works', status: 302 },
    ],
    [
      { status: 302, location: '/b.js' },
      { kind: 'works', status: 302 },
    ],
    [
      { status: 302, location: 'http://[' },
      { kind: 'works', status: 302 },
    ],
    [{ isTooSlow: true }, { kind: 'unasked', reason: 'too-slow' }],
    [{ hasNoAccess: true }, { kind: 'unasked', reason: 'no-access' }],
    [{}, { kind: 'unasked', reason: 'failed' }],
  ] as const)('%j → %j', (parts, expected) => expect(readAnswer(ADDRESS, trace(parts))).toEqual(expected));

  it.each([
    // Chromium
    ['net::ERR_CERT_COMMON_NAME_INVALID', { kind: 'certificate', why: 'wrong-name' }],
    ['net::ERR_CERT_DATE_INVALID', { kind: 'certificate', why: 'date-invalid' }],
    ['net::ERR_CERT_SOMETHING_NEW', { kind: 'certificate', why: 'invalid' }],
    ['net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', { kind: 'certificate', why: 'tls-version' }],
    ['net::ERR_SSL_PROTOCOL_ERROR', { kind: 'no-https', code: 'ERR_SSL_PROTOCOL_ERROR' }],
    ['net::ERR_SSL_UNRECOGNIZED_NAME_ALERT', { kind: 'no-https' }],
    ['net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED', { kind: 'unasked', reason: 'failed' }],
    ['net::ERR_FAILED', { kind: 'unasked', reason: 'failed' }],
    ['net::ERR_CONNECTION_REFUSED', { kind: 'no-https', code: 'ERR_CONNECTION_REFUSED' }],
    ['net::ERR_CONNECTION_RESET', { kind: 'no-https' }],
    ['net::ERR_CONNECTION_TIMED_OUT', { kind: 'unasked', reason: 'too-slow' }],
    ['net::ERR_NAME_NOT_RESOLVED', { kind: 'unasked', reason: 'unknown-host' }],
    ['net::ERR_INTERNET_DISCONNECTED', { kind: 'unasked', reason: 'failed' }],
    ['net::ERR_BLOCKED_BY_CLIENT', { kind: 'unasked', reason: 'failed' }],
    // Firefox: names of errors, and sentences for TLS.
    ['NS_ERROR_CONNECTION_REFUSED', { kind: 'no-https' }],
    ['NS_ERROR_NET_RESET', { kind: 'no-https' }],
    ['NS_ERROR_NET_TIMEOUT', { kind: 'unasked', reason: 'too-slow' }],
    ['NS_ERROR_UNKNOWN_HOST', { kind: 'unasked', reason: 'unknown-host' }],
    ['NS_BINDING_ABORTED', { kind: 'unasked', reason: 'failed' }],
    [
      'Unable to communicate securely with peer: requested domain name does not match the server’s certificate.',
      { kind: 'certificate', why: 'wrong-name' },
    ],
    ['Peer’s Certificate has expired.', { kind: 'certificate', why: 'expired' }],
    [
      'The certificate is not trusted because it is self-signed.',
      { kind: 'certificate', why: 'self-signed' },
    ],
    ['Peer’s Certificate issuer is not recognized.', { kind: 'certificate', why: 'unknown-root' }],
    ['Peer’s Certificate has been revoked.', { kind: 'certificate', why: 'revoked' }],
    ['SSL received a record that exceeded the maximum permissible length.', { kind: 'no-https' }],
    ['SSL peer has no certificate for the requested DNS name.', { kind: 'no-https' }],
    // Another language: it is one about TLS, and no more is known.
    ['对方的证书已过期。 请检查', { kind: 'certificate', why: 'invalid' }],
  ] as const)('%s → %j', (error, expected) =>
    expect(readAnswer(ADDRESS, trace({ error }))).toMatchObject(expected),
  );
});

describe('what is asked next', () => {
  it.each([
    ['/b.js', 'https://cdn.example.net/b.js'],
    ['https://cdn.example.net/b.js#x', 'https://cdn.example.net/b.js'],
    ['https://other.example/', null],
    ['http://cdn.example.net/b.js', null],
    ['', null],
    ['https://[', null],
  ])('a redirect to %j: %j', (location, expected) =>
    expect(nextAddress(ADDRESS, trace({ status: 301, location }))).toBe(expected),
  );

  it.each([
    [405, true],
    [501, true],
    [404, true],
    [200, false],
    [302, false],
    [null, false],
  ])('after HEAD with %s: GET is %s', (status, expected) =>
    expect(isWorthGet(trace({ status }))).toBe(expected),
  );
});

describe('answerFor', () => {
  const answers = { 'https://a.example/x': { kind: 'error', status: 405 } as const };
  it('accepts any answer for a request with another method or protocol', () => {
    const kinds = (['form', 'script'] as const).map(
      (kind) => answerFor({ answers }, { url: 'http://a.example/x#y', kind })?.kind,
    );
    expect(kinds).toEqual(['works', 'error']);
  });
  it('has no answer for an address that was not probed', () => {
    expect(answerFor({ answers }, { url: 'http://a.example/y', kind: 'script' })).toBeNull();
    expect(answerFor(null, { url: 'http://a.example/x', kind: 'script' })).toBeNull();
  });
});
