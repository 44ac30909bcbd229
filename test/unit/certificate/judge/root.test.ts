// Levels that no public rule stands behind, in every view: what decides is the root, as far as a browser, the policy or the certificate shows it.
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../../lib/certificate/certificate.ts';
import { AS_CA, certificateOf, judgementOf, nameOf, reportOf } from '../make.ts';

const EV = '2.23.140.1.1';
const SUBJECT = nameOf({ C: 'US', O: 'Example Bank', serialNumber: '123', jurisdictionC: 'US' });
const SCTS = [{ logId: 'aa', time: 1 }];
const ev = (parts: Partial<Certificate> = {}): Certificate =>
  certificateOf({ policies: [EV], subject: SUBJECT, ...parts });

describe('the qualifier of a stated level', () => {
  it.each([
    ['a root that came with the browser', {}, { rootIsBuiltIn: true }, 'built-in', null],
    ['a root that was added', {}, { rootIsBuiltIn: false }, 'private', 'private-root'],
    [
      'a root that was added, timestamps copied',
      { scts: SCTS },
      { rootIsBuiltIn: false },
      'private',
      'private-root',
    ],
    ['no word of the root, timestamps', { scts: SCTS }, {}, 'logged', null],
    ['no word of the root, no timestamps', {}, {}, 'possibly-private', 'possibly-private-root'],
    [
      'a root of the organisation',
      {},
      { rootIsBuiltIn: false, isOrganizationRoot: true },
      'organization',
      'organization-root',
    ],
    [
      'a built-in root in the policy',
      {},
      { rootIsBuiltIn: true, isOrganizationRoot: true },
      'built-in',
      null,
    ],
    ['no issuer', { selfIssued: true }, {}, 'self-issued', 'self-issued'],
    // "Cannot be judged here", never a private root.
    ['a signature that is not known', { signature: { oid: '1.2.3', parameters: null } }, {}, 'unknown', null],
  ] as const)('%s', (_, parts, report, standing, qualifier) => {
    const judged = judgementOf(ev(parts), { connection: reportOf(report), source: 'page' });
    expect(judged.root.standing).toBe(standing);
    expect(judged.level).toMatchObject({ level: 'EV', qualifier });
  });

  it('is null for a logged certificate, and for levels that are not stated', () => {
    expect(judgementOf(ev(), { source: 'log' }).level.qualifier).toBeNull();
    expect(judgementOf(certificateOf()).level).toMatchObject({ level: 'unknown', qualifier: null });
  });

  it('is dropped when the browser confirms EV', () => {
    const connection = reportOf({ extendedValidation: true });
    expect(judgementOf(ev(), { connection }).level.qualifier).toBeNull();
  });

  it('is null for a CA certificate, and for one with another purpose', () => {
    expect(judgementOf(ev({ ...AS_CA, names: null })).level.qualifier).toBeNull();
    expect(judgementOf(ev({ extendedKeyUsage: ['1.3.6.1.5.5.7.3.3'] })).level.qualifier).toBeNull();
  });
});

describe('an interceptor is named by its issuer', () => {
  it.each([
    [{ O: 'Avast Web/Mail Shield', CN: 'Avast Web/Mail Shield Root' }, 'Avast'],
    [{ O: 'Zscaler Inc.', OU: 'Zscaler Inc.', CN: 'Zscaler Intermediate Root CA' }, 'Zscaler'],
    [{ O: 'AO Kaspersky Lab', CN: 'Kaspersky Anti-Virus Personal Root Certificate' }, 'Kaspersky'],
    [{ O: 'ESET, spol. s r. o.', CN: 'ESET SSL Filter CA' }, 'ESET'],
    [{ O: 'mitmproxy', CN: 'mitmproxy' }, 'mitmproxy'],
    [{ O: 'Fortinet', CN: 'FortiGate CA' }, 'Fortinet'],
    [{ O: "Let's Encrypt", CN: 'R11' }, null],
    [{ O: 'DigiCert Inc', CN: 'DigiCert Global G2' }, null],
    [{ O: 'Cisco Systems', CN: 'HydrantID Server CA O1' }, null],
  ])('%j: %j', (issuer, name) => {
    const certificate = ev({ issuer: nameOf(issuer), scts: name === null ? [] : SCTS });
    expect(judgementOf(certificate).root).toEqual({ standing: 'possibly-private', interceptor: name });
    // A public root outweighs any name.
    const connection = reportOf({ rootIsBuiltIn: true });
    expect(judgementOf(certificate, { connection }).root.interceptor).toBeNull();
  });
});

describe('a server’s own certificate that is marked as a CA', () => {
  const leaf = certificateOf({
    ...AS_CA,
    policies: ['2.23.140.1.2.1'],
    subject: nameOf({ O: 'Example Ltd' }),
  });
  it('is judged as a server’s', () => {
    expect(judgementOf(leaf)).toMatchObject({
      level: { level: 'contradictory', basis: 'organization-without-check' },
      purpose: { isServer: true, isIssuer: false },
    });
  });
});

describe('subject values without meaning count as absent:', () => {
  it.each(['-', '.', ' ', '--', 'N/A', 'n/a', '无'])('%s', (value) => {
    const subject = nameOf({ C: 'CN', O: value, L: value });
    const dv = judgementOf(certificateOf({ policies: ['2.23.140.1.2.1'], subject })).level;
    expect(dv).toMatchObject({ level: 'DV', organization: null, remarks: [] });
    const ov = judgementOf(certificateOf({ policies: ['2.23.140.1.2.2'], subject })).level;
    expect(ov.remarks).toEqual(['organization-missing', 'place-missing']);
  });
});
