// The deep check's policy as text, and the address that identifies a worker's report.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEEP_GROUP,
  documentPolicy,
  readDocumentPolicy,
  readReportAddress,
  REPORT_PATTERN,
  workerPolicy,
} from '../../../lib/deep-check/deep-policy.ts';

const KEY = '0123456789abcdef0123456789abcdef';
const OF_TAB = workerPolicy({ owner: 7, key: KEY });
const SHARED = workerPolicy({ owner: 'shared', key: KEY });

/** A policy as browsers parse it (CSP 3, 2.2.1): directives by name. */
function directivesOf(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values];
    }),
  );
}

/** The address to which a worker with this policy sends its reports. */
function addressIn(policy: string): string {
  return directivesOf(policy).get('report-uri')?.join(' ') ?? '';
}

describe.each([
  ['a document', documentPolicy(KEY)],
  ['a worker of a tab', OF_TAB],
  ['a shared worker', SHARED],
])('the policy of %s', (_whose, policy) => {
  it('reports plain http and WebSockets, and nothing that is encrypted or created by the page itself', () => {
    const sources = directivesOf(policy).get('default-src') ?? [];
    expect(sources).toEqual(
      expect.arrayContaining(['https:', 'wss:', 'data:', 'blob:', 'filesystem:', 'mediastream:']),
    );
    for (const source of ['http:', 'ws:', '*', "'self'", "'none'"]) expect(sources).not.toContain(source);
  });

  it('does not report inline code or code from text', () =>
    expect(directivesOf(policy).get('default-src')).toEqual(
      expect.arrayContaining(["'unsafe-inline'", "'unsafe-eval'"]),
    ));

  it('is one policy: a comma would begin another one', () => expect(policy).not.toContain(','));

  it('narrows no directive but the default and forms', () => {
    const names = [...directivesOf(policy).keys()].filter((name) => !name.startsWith('report-'));
    expect(names).toEqual(policy === documentPolicy(KEY) ? ['default-src', 'form-action'] : ['default-src']);
  });

  it('has the name that identifies its reports', () => expect(policy).toContain(DEEP_GROUP));
});

describe('reports', () => {
  it('of documents go to an undefined group and to no address', () => {
    expect(directivesOf(documentPolicy(KEY)).get('report-to')).toEqual([`${DEEP_GROUP}-${KEY}`]);
    expect(documentPolicy(KEY)).not.toContain('report-uri');
  });

  it('of workers go to this device, to a port that browsers never open (Fetch, 2.9)', () => {
    const { protocol, hostname, port } = new URL(addressIn(OF_TAB));
    expect({ protocol, hostname, port }).toEqual({ protocol: 'https:', hostname: '127.0.0.1', port: '1' });
  });

  it('match the filter that receives them', () => {
    // Patterns have no port: they match all ports (Chrome's and MDN's "Match patterns").
    const { protocol, hostname, pathname } = new URL(addressIn(SHARED));
    expect(REPORT_PATTERN).toMatch(/\/\*$/);
    expect(`${protocol}//${hostname}${pathname}`.startsWith(REPORT_PATTERN.slice(0, -1))).toBe(true);
  });
});

describe('readReportAddress', () => {
  it.each([0, 7, 2_147_483_647, 'shared'] as const)('returns the owner of the worker: %s', (owner) =>
    expect(readReportAddress(addressIn(workerPolicy({ owner, key: KEY })))).toEqual({ owner, key: KEY }),
  );

  const GOOD = addressIn(OF_TAB);
  const OWNERS = GOOD.slice(0, -`7/${KEY}`.length);
  it.each([
    ['another port', GOOD.replace(':1/', ':2/')],
    ['a longer port', GOOD.replace(':1/', ':10/')],
    ['no port', GOOD.replace(':1/', '/')],
    ['another host', GOOD.replace('127.0.0.1', '127.0.0.2')],
    ['a host with that name in front', GOOD.replace('127.0.0.1:1', '127.0.0.1:1.evil.example')],
    ['a host behind credentials', GOOD.replace('127.0.0.1:1', '127.0.0.1:1@evil.example')],
    ['the same address in the clear', GOOD.replace('https:', 'http:')],
    ['another name', GOOD.replace(DEEP_GROUP, 'another')],
    ['no owner and no key', OWNERS],
    ['no owner', `${OWNERS}/${KEY}`],
    ['no key', `${OWNERS}7`],
    ['an empty key', `${OWNERS}7/`],
    ['a shared owner without a key', `${OWNERS}shared`],
    ['a key that is too short', GOOD.slice(0, -1)],
    ['a key that is too long', `${GOOD}0`],
    ['a key in capitals', `${OWNERS}7/${KEY.toUpperCase()}`],
    ['a key that is none', `${OWNERS}7/${'g'.repeat(32)}`],
    ['the path of a page', 'https://127.0.0.1/'],
    ['an owner that is negative', `${OWNERS}-1/${KEY}`],
    ['an owner that is no whole number', `${OWNERS}7.5/${KEY}`],
    ['an owner in hexadecimal', `${OWNERS}0x7/${KEY}`],
    ['an owner with an exponent', `${OWNERS}7e3/${KEY}`],
    ['an owner of Arabic digits', `${OWNERS}٧/${KEY}`],
    ['a line behind it', `${GOOD}\n`],
    ['a query', `${GOOD}?shared`],
    ['a fragment', `${GOOD}#`],
    ['a path behind the key', `${GOOD}/`],
    ['an owner that is almost shared', `${OWNERS}Shared/${KEY}`],
    ['11 digits', `${OWNERS}12345678901/${KEY}`],
    ['64 KiB of digits', `${OWNERS}${'7'.repeat(65_536)}/${KEY}`],
    ['nothing', ''],
  ])('rejects %s', (_what, url) => expect(readReportAddress(url)).toBeNull());

  it('returns an integer, "shared" or null for any owner', () => {
    const owners = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0123456789-+. /'.split('')) }),
    );
    fc.assert(
      fc.property(owners, (text) => {
        const read = readReportAddress(`${OWNERS}${text}/${KEY}`);
        const isTab = /^\d{1,10}$/.test(text);
        expect(read?.owner ?? null).toBe(text === 'shared' ? 'shared' : isTab ? Number(text) : null);
      }),
    );
  });
});

describe('readDocumentPolicy', () => {
  const GOOD = documentPolicy(KEY);
  it.each([
    ['alone', GOOD],
    ['behind a policy of the page', `default-src 'self'; report-to own, ${GOOD}`],
    ['before one', `${GOOD}, img-src *`],
  ])('returns the key: %s', (_what, value) => expect(readDocumentPolicy(value)).toBe(KEY));

  it.each([
    ['a policy that names the group alone', `default-src *; report-to ${DEEP_GROUP}`],
    ['a policy that names the group and a key', `default-src *; report-to ${DEEP_GROUP}-${KEY}`],
    ['one without a key', GOOD.slice(0, -33)],
    ['one with another directive', `${GOOD}; img-src *`],
    ['nothing', ''],
  ])('rejects %s', (_what, value) => expect(readDocumentPolicy(value)).toBeNull());
});
