// What is kept of an answer: nothing that a server merely claims.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeCoverage } from '../../../lib/certificate/judge/coverage.ts';
import { namesHost, pickCertificates } from '../../../lib/look-up/pick-certificates.ts';
import { readIssuances } from '../../../lib/look-up/read-issuances.ts';
import type { Issuance } from '../../../lib/look-up/read-issuances.ts';
import { fromBase64, toBase64 } from '../../../lib/text/base64.ts';
import {
  altNames,
  certificate,
  dns,
  extension,
  hex,
  int,
  validity,
} from '../../fixtures/certificate-encoder.ts';
import { certificateOf, namesOf } from '../certificate/make.ts';

const NOW = Date.UTC(2026, 9, 20);
const HOST = 'www.example.com';
const POISON = extension('1.3.6.1.4.1.11129.2.4.3', hex('05 00'), true);

let ids = 0;
function issuance(parts: {
  readonly names?: readonly string[];
  readonly serial?: string;
  readonly from?: string;
  readonly to?: string;
  readonly poisoned?: boolean;
  readonly der?: string | null;
}): Issuance {
  const { names = [HOST], serial = `0${++ids % 10}`, from = '260901000000Z', to = '261201000000Z' } = parts;
  const der = toBase64(
    certificate({
      serial: int(serial),
      validity: validity(from, to),
      extensions: [altNames(...names.map(dns)), ...(parts.poisoned === true ? [POISON] : [])],
    }),
  );
  return { id: String(ids), der: parts.der === undefined ? der : parts.der, revoked: null };
}

const pick = (...rows: readonly Issuance[]) =>
  pickCertificates(rows, HOST, NOW, async (bytes) => `digest of ${bytes.length}`);

describe('pickCertificates', () => {
  it('keeps certificates that name the host, newest first, with a computed digest', async () => {
    const old = issuance({ from: '260801000000Z' });
    const wildcard = issuance({ names: ['*.example.com'], from: '261001000000Z' });
    const { certificates, leftOut } = await pick(old, wildcard);
    expect(certificates.map(({ der }) => der)).toEqual([wildcard.der, old.der]);
    expect(certificates[0]?.sha256).toBe(`digest of ${fromBase64(wildcard.der ?? '').length}`);
    expect(leftOut).toBe(0);
  });

  it.each([
    ['another host', { names: ['www.example.net'] }],
    ['the wildcard of another level', { names: ['*.www.example.com'] }],
    ['an ended one', { to: '261019235959Z' }],
    ['no certificate', { der: null }],
    ['no base64', { der: '%%%' }],
    ['garbage', { der: 'AAAA' }],
  ])('leaves out %s and counts it', async (_what, parts) => {
    expect(await pick(issuance(parts))).toEqual({ certificates: [], leftOut: 1 });
  });

  it('keeps the certificate and not its precertificate, in either order', async () => {
    const real = issuance({ serial: '55' });
    const before = issuance({ serial: '55', poisoned: true });
    for (const rows of [
      [real, before],
      [before, real],
    ]) {
      const { certificates, leftOut } = await pick(...rows);
      expect(certificates.map(({ der }) => der)).toEqual([real.der]);
      expect(leftOut).toBe(0);
    }
  });

  it('keeps twenty at most', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => issuance({ serial: `01${String(index + 10)}` }));
    const { certificates, leftOut } = await pick(...rows);
    expect([certificates.length, leftOut]).toEqual([20, 10]);
  });

  it('keeps no more bytes than session storage has room for', async () => {
    const names = [HOST, ...Array.from({ length: 4000 }, (_, n) => `a-rather-long-name-${n}.example.com`)];
    const rows = ['11', '12', '13', '14', '15', '16', '17'].map((serial) => issuance({ names, serial }));
    const { certificates } = await pick(...rows);
    expect(certificates.length).toBeGreaterThan(0);
    expect(certificates.reduce((sum, { der }) => sum + der.length, 0)).toBeLessThanOrEqual(700_000);
  });
});

describe('namesHost', () => {
  const label = fc.stringMatching(/^[a-z]{1,3}$/);
  const entry = fc
    .tuple(fc.boolean(), fc.array(label, { minLength: 2, maxLength: 4 }))
    .map(([wild, labels]) => [...(wild ? ['*'] : []), ...labels, 'com'].join('.'));

  it('agrees with the whole rule except for public suffixes', () => {
    fc.assert(
      fc.property(entry, fc.array(label, { minLength: 2, maxLength: 5 }), (name, labels) => {
        const host = [...labels, 'com'].join('.');
        const made = certificateOf({ names: namesOf(name) });
        const [judged] = judgeCoverage(made, [host]);
        fc.pre(judged?.reason !== 'public-suffix-wildcard');
        expect(namesHost(made, host)).toBe(judged?.covered);
      }),
    );
  });

  it.each([
    ['WWW.Example.COM.', true],
    ['*.EXAMPLE.com', true],
    ['www.example.com', true],
    ['*', false],
    ['*.com', false],
    ['w*.example.com', false],
  ])('%s: %s', (name, expected) => {
    expect(namesHost(certificateOf({ names: namesOf(name) }), HOST)).toBe(expected);
  });

  it('never reads an IP address as a name', () => {
    expect(namesHost(certificateOf({ names: namesOf('ip:c0000207') }), '192.0.2.7')).toBe(false);
    expect(namesHost(certificateOf({ names: null }), HOST)).toBe(false);
  });
});

describe('readIssuances', () => {
  it('reads what is there and treats the rest as missing', () => {
    expect(readIssuances([{ id: '7', cert_der: 'AAAA', revoked: false, more: 1 }, { id: 8 }])).toEqual([
      { id: '7', der: 'AAAA', revoked: false },
      { id: '8', der: null, revoked: null },
    ]);
  });

  it.each([
    null,
    {},
    { issuances: [] },
    [1],
    [{}],
    'text',
    Array.from({ length: 1001 }, () => ({ id: '1' })),
  ])('refuses any other form', (json) => expect(readIssuances(json)).toBeNull());

  it('returns rows or null for any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const rows = readIssuances(json);
        expect(rows === null || Array.isArray(rows)).toBe(true);
      }),
    );
  });
});
