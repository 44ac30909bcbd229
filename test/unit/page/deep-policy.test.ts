// The deep check's policy as text, and the address by which a worker's report is known.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEEP_GROUP,
  documentPolicy,
  readReportAddress,
  REPORT_PATTERN,
  workerPolicy,
} from '../../../lib/page/deep-policy.ts';

/** A policy as browsers read it (CSP 3, 2.2.1): directives by name. */
function directivesOf(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values];
    }),
  );
}

/** Where a worker with this policy sends its reports. */
function addressIn(policy: string): string {
  return directivesOf(policy).get('report-uri')?.join(' ') ?? '';
}

describe.each([
  ['a document', documentPolicy()],
  ['a worker of a tab', workerPolicy(7)],
  ['a shared worker', workerPolicy('shared')],
])('the policy of %s', (_whose, policy) => {
  it('reports plain http and WebSockets, and nothing that is encrypted or made by the page itself', () => {
    const sources = directivesOf(policy).get('default-src') ?? [];
    expect(sources).toEqual(
      expect.arrayContaining(['https:', 'wss:', 'data:', 'blob:', 'filesystem:', 'mediastream:']),
    );
    for (const source of ['http:', 'ws:', '*', "'self'", "'none'"]) expect(sources).not.toContain(source);
  });

  it('reports no code for being inline or made out of text', () =>
    expect(directivesOf(policy).get('default-src')).toEqual(
      expect.arrayContaining(["'unsafe-inline'", "'unsafe-eval'"]),
    ));

  it('is one policy: a comma would begin another', () => expect(policy).not.toContain(','));

  it('narrows no directive beyond the default but that of forms', () => {
    const names = [...directivesOf(policy).keys()].filter((name) => !name.startsWith('report-'));
    expect(names).toEqual(policy === documentPolicy() ? ['default-src', 'form-action'] : ['default-src']);
  });

  it('carries the name by which its reports are told apart', () => expect(policy).toContain(DEEP_GROUP));
});

describe('reports', () => {
  it('of documents go to a group that is defined nowhere, and to no address', () => {
    expect(directivesOf(documentPolicy()).get('report-to')).toEqual([DEEP_GROUP]);
    expect(documentPolicy()).not.toContain('report-uri');
  });

  it('of workers go to this device, to a port that browsers never open (Fetch, 2.9)', () => {
    const { protocol, hostname, port } = new URL(addressIn(workerPolicy(7)));
    expect({ protocol, hostname, port }).toEqual({ protocol: 'https:', hostname: '127.0.0.1', port: '1' });
  });

  it('pass by the filter that waits for them', () => {
    // Patterns have no port: they stand for all (Chrome's and MDN's "Match patterns").
    const { protocol, hostname, pathname } = new URL(addressIn(workerPolicy('shared')));
    expect(REPORT_PATTERN).toMatch(/\/\*$/);
    expect(`${protocol}//${hostname}${pathname}`.startsWith(REPORT_PATTERN.slice(0, -1))).toBe(true);
  });
});

describe('readReportAddress', () => {
  it.each([0, 7, 2_147_483_647, 'shared'] as const)('reads back whose worker it is: %s', (owner) =>
    expect(readReportAddress(addressIn(workerPolicy(owner)))).toBe(owner),
  );

  const GOOD = addressIn(workerPolicy(7));
  it.each([
    ['another port', GOOD.replace(':1/', ':2/')],
    ['a longer port', GOOD.replace(':1/', ':10/')],
    ['no port', GOOD.replace(':1/', '/')],
    ['another host', GOOD.replace('127.0.0.1', '127.0.0.2')],
    ['a host with that name in front', GOOD.replace('127.0.0.1:1', '127.0.0.1:1.evil.example')],
    ['a host behind credentials', GOOD.replace('127.0.0.1:1', '127.0.0.1:1@evil.example')],
    ['the same address in the clear', GOOD.replace('https:', 'http:')],
    ['another name', GOOD.replace(DEEP_GROUP, 'another')],
    ['no owner', GOOD.slice(0, -1)],
    ['no slash', GOOD.slice(0, -2)],
    ['the path of a page', 'https://127.0.0.1/'],
    ['an owner that is negative', `${GOOD.slice(0, -1)}-1`],
    ['an owner that is no whole number', `${GOOD}.5`],
    ['an owner in hexadecimal', `${GOOD.slice(0, -1)}0x7`],
    ['an owner with an exponent', `${GOOD}e3`],
    ['an owner of Arabic digits', `${GOOD.slice(0, -1)}٧`],
    ['an owner with a line behind it', `${GOOD}\n`],
    ['a query', `${GOOD}?shared`],
    ['a fragment', `${GOOD}#`],
    ['a path behind the owner', `${GOOD}/`],
    ['an owner that is almost shared', `${GOOD.slice(0, -1)}Shared`],
    ['11 digits', `${GOOD.slice(0, -1)}12345678901`],
    ['64 KiB of digits', `${GOOD}${'7'.repeat(65_536)}`],
    ['nothing', ''],
  ])('is not taken in by %s', (_what, url) => expect(readReportAddress(url)).toBeNull());

  it('gives a whole number, "shared" or null for any ending', () => {
    const prefix = GOOD.slice(0, -1);
    const ending = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0123456789-+. /'.split('')) }),
    );
    fc.assert(
      fc.property(ending, (text) => {
        const owner = readReportAddress(prefix + text);
        const isTab = /^\d{1,10}$/.test(text);
        expect(owner).toBe(text === 'shared' ? 'shared' : isTab ? Number(text) : null);
      }),
    );
  });
});
