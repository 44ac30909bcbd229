import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../../lib/certificate/certificate.ts';
import { ISSUER_WATCH, ISSUER_WATCH_AS_OF } from '../../../../lib/certificate/judge/issuer-watch-data.ts';
import { watchIssuer } from '../../../../lib/certificate/judge/issuer-watch.ts';
import { AS_CA, certificateOf, nameOf } from '../make.ts';

const LOG = 'aa'.repeat(32);

function issuedBy(organization: string, notBefore: string, loggedAt: readonly string[] = []): Certificate {
  return certificateOf({
    issuer: nameOf({ C: 'US', O: organization, CN: 'Some CA' }),
    notBefore: Date.parse(notBefore),
    scts: loggedAt.map((time) => ({ logId: LOG, time: Date.parse(time) })),
  });
}

const root = (attributes: Readonly<Record<string, string>>): Certificate =>
  certificateOf({ ...AS_CA, selfIssued: true, subject: nameOf(attributes), issuer: nameOf(attributes) });

const answersOf = (certificate: Certificate): readonly (boolean | null)[] =>
  watchIssuer(certificate)?.acts.map(({ applies }) => applies) ?? [];

describe('an issuer by name', () => {
  it.each([
    [
      'Entrust, Inc.',
      '2024-11-01',
      ['2024-11-11T23:59:59.999Z', '2025-01-01'],
      'entrust',
      'issuer-name',
      false,
    ],
    ['Entrust, Inc.', '2024-11-01', ['2025-01-01', '2024-11-12'], 'entrust', 'issuer-name', true],
    ['AffirmTrust', '2025-01-01', ['2025-01-01'], 'entrust', 'issuer-name', true],
    // No time of a log in it: nothing is claimed of Chrome; Firefox goes by the beginning.
    ['Entrust, Inc.', '2024-11-30', [], 'entrust', 'issuer-name', false],
    ['Entrust, Inc.', '2024-12-01', [], 'entrust', 'issuer-name', true],
    ['Chunghwa Telecom Co., Ltd.', '2025-07-31', ['2025-07-31T23:59:59Z'], 'chunghwa', 'issuer-name', false],
    ['Chunghwa Telecom Co., Ltd.', '2025-08-01', ['2025-08-01'], 'chunghwa', 'issuer-name', true],
    ['NetLock Kft.', '2025-08-01', ['2025-08-01'], 'netlock', 'issuer-name', true],
    ['Symantec Corporation', '2017-01-01', [], 'symantec', 'issuer-name', true],
    ['GeoTrust Inc.', '2016-01-01', [], 'symantec', 'issuer-name', true],
    // Issued by DigiCert under an old name.
    ['Symantec Corporation', '2017-12-01', [], 'symantec', 'other-root', false],
    ['StartCom Ltd.', '2015-01-01', [], 'wosign-startcom', 'issuer-name', true],
    ['WoSign CA Limited', '2016-12-01', [], 'wosign-startcom', 'issuer-name', true],
    // Today's WoSign is a reseller.
    ['WoSign CA Limited', '2025-01-01', ['2025-01-01'], 'wosign-startcom', 'other-root', false],
    ['TrustCor Systems S. de R.L.', '2020-01-01', [], 'trustcor', 'issuer-name', true],
    ['e-commerce monitoring GmbH', '2024-06-30', ['2024-06-30'], 'globaltrust', 'issuer-name', false],
    ['e-commerce monitoring GmbH', '2024-06-30', ['2024-07-01'], 'globaltrust', 'issuer-name', true],
    ['e-commerce monitoring GmbH', '2024-07-01', [], 'globaltrust', 'issuer-name', true],
    ['AC Camerfirma S.A.', '2019-03-01', [], 'camerfirma', 'issuer-name', true],
    ['CNNIC', '2015-03-31', [], 'cnnic', 'issuer-name', false],
    ['CNNIC', '2015-04-01', [], 'cnnic', 'issuer-name', true],
  ])('%s, issued %s, logged %j', (organization, notBefore, logged, family, evidence, distrusted) => {
    expect(watchIssuer(issuedBy(organization, notBefore, logged))).toMatchObject({
      family,
      evidence,
      distrusted,
      matched: organization,
    });
  });

  it.each([
    'DigiCert Inc',
    "Let's Encrypt",
    'Entrust Corporation',
    'GeoTrust',
    'WoTrus CA Limited',
    'entrust, inc.',
  ])('%s is on no list', (organization) => {
    expect(watchIssuer(issuedBy(organization, '2016-01-01'))).toBeNull();
  });

  it('is neither a brand in the issuer’s common name nor the subject', () => {
    const certificate = certificateOf({
      issuer: nameOf({ O: 'DigiCert Inc', CN: 'GeoTrust RSA CA 2018' }),
      subject: nameOf({ O: 'Symantec Corporation', CN: 'www.example.com' }),
      notBefore: Date.UTC(2017, 0, 1),
    });
    expect(watchIssuer(certificate)).toBeNull();
  });
});

describe('with the chain', () => {
  const entrust = root({ O: 'Entrust, Inc.', CN: 'Entrust Root Certification Authority - G2' });
  const other = root({ O: 'SSL Corporation', CN: 'SSL.com TLS RSA Root CA 2022' });

  it('the root decides, whatever the name of the issuer is', () => {
    const certificate = issuedBy('Some Reseller', '2025-01-01', ['2025-01-01']);
    expect(watchIssuer(certificate, [entrust])).toMatchObject({
      evidence: 'root',
      matched: 'Entrust Root Certification Authority - G2',
      distrusted: true,
    });
    expect(watchIssuer(certificate, [other])).toBeNull();
  });

  it('a listed issuer under another root is not distrusted', () => {
    const certificate = issuedBy('Entrust, Inc.', '2025-01-01', ['2025-01-01']);
    expect(watchIssuer(certificate, [other])).toMatchObject({ evidence: 'other-root', distrusted: false });
  });

  it('that does not reach a root, only the name counts', () => {
    const certificate = issuedBy('Entrust, Inc.', '2025-01-01', ['2025-01-01']);
    const intermediate = certificateOf({
      ...AS_CA,
      subject: nameOf({ O: 'Entrust, Inc.', CN: 'Entrust CA' }),
      issuer: nameOf({ O: 'X', CN: 'Y' }),
    });
    expect(watchIssuer(certificate, [intermediate])).toMatchObject({
      evidence: 'issuer-name',
      distrusted: true,
    });
  });

  it('a root may be named by its unit', () => {
    const epki = root({ C: 'TW', O: 'Chunghwa Telecom Co., Ltd.', OU: 'ePKI Root Certification Authority' });
    expect(watchIssuer(issuedBy('X', '2025-09-01', ['2025-09-01']), [epki])).toMatchObject({
      family: 'chunghwa',
      evidence: 'root',
    });
  });
});

it('states for each act whether it applies, or that this is unknown', () => {
  expect(answersOf(issuedBy('Symantec Corporation', '2016-05-31'))).toEqual([true, true]);
  expect(answersOf(issuedBy('Symantec Corporation', '2016-06-01'))).toEqual([false, true]);
  expect(answersOf(issuedBy('Entrust, Inc.', '2025-01-01'))).toEqual([null, true]);
});

describe('the data', () => {
  it('has a date, and for every act a release, a day and a source', () => {
    expect(ISSUER_WATCH_AS_OF).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const { acts, organizations, roots } of ISSUER_WATCH) {
      expect(acts.length * organizations.length * roots.length).toBeGreaterThan(0);
      for (const { since, source, release } of acts) {
        expect(since <= ISSUER_WATCH_AS_OF && !Number.isNaN(Date.parse(since))).toBe(true);
        expect(source).toMatch(/^https:\/\//);
        expect(release).toMatch(/^\d/);
      }
    }
  });

  it('names no organisation or root twice', () => {
    for (const key of ['organizations', 'roots'] as const) {
      const all = ISSUER_WATCH.flatMap((family) => family[key]);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});
