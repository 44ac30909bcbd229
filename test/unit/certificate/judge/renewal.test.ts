import { describe, expect, it } from 'vitest';
import { ISSUER_CALENDARS, SERVERS_ALONE_SOURCE } from '../../../../lib/certificate/judge/renewal.ts';
import type { RenewalJudgement } from '../../../../lib/certificate/judge/renewal.ts';
import { AS_CA, certificateOf, judgementOf, nameOf, reportOf } from '../make.ts';

const DAY = 86_400_000;

/** The judgement on the day of issue of a certificate under a root that came with the browser. */
function judge(issuer: string, from: string, days: number, parts = {}, builtIn = true): RenewalJudgement {
  const notBefore = Date.parse(from);
  const certificate = certificateOf({
    issuer: nameOf({ O: issuer, CN: 'CA' }),
    notBefore,
    notAfter: notBefore + days * DAY - 1000,
    ...parts,
  });
  return judgementOf(certificate, { now: notBefore, connection: reportOf({ rootIsBuiltIn: builtIn }) })
    .renewal;
}

describe('the next certificate has a shorter lifetime', () => {
  it.each([
    // Due on 2027-02-13: the classic profile has 64 days then.
    ["Let's Encrypt", '2026-12-15', 90, 64, "Let's Encrypt"],
    // Due on 2027-02-09.
    ["Let's Encrypt", '2026-12-11', 90, null, null],
    // The short profiles are shorter already.
    ["Let's Encrypt", '2027-02-01', 45, null, null],
    ["Let's Encrypt", '2027-02-01', 160 / 24, null, null],
    ["Let's Encrypt", '2028-01-10', 64, 45, "Let's Encrypt"],
    ['DigiCert Inc', '2026-10-01', 200, 100, null],
    ['DigiCert Inc', '2026-09-01', 200, null, null],
    ['DigiCert Inc', '2029-01-15', 100, 47, null],
    ['DigiCert Inc', '2026-12-15', 90, null, null],
  ])('%s, from %s, %d days: %j', (issuer, from, days, next, by) => {
    const { shorter } = judge(issuer, from, days);
    expect(shorter && [shorter.days, shorter.issuer]).toEqual(next === null ? null : [next, by]);
  });

  it('only where the root is known to be public, and for servers', () => {
    expect(judge('DigiCert Inc', '2026-10-01', 200, {}, false).shorter).toBeNull();
    expect(judge('DigiCert Inc', '2026-10-01', 200, { ...AS_CA, names: null }).shorter).toBeNull();
    expect(judge('X', '2026-10-01', 200, { extendedKeyUsage: ['1.3.6.1.5.5.7.3.3'] }).shorter).toBeNull();
  });
});

describe('the purpose of clients', () => {
  const both = { extendedKeyUsage: ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'] };
  it.each([
    ['2026-10-01', both, true],
    // Due before new ones are for servers alone.
    ['2026-09-01', both, false],
    ['2026-10-01', { extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'] }, false],
    ['2026-10-01', {}, false],
  ])('from %s, %j: lost %j', (from, parts, lost) => {
    expect(judge('DigiCert Inc', from, 200, parts).losesClientPurpose).toBe(lost);
  });
});

it('the calendars are in order, oldest first, each step with its source', () => {
  expect(SERVERS_ALONE_SOURCE).toMatch(/^https:/);
  for (const steps of Object.values(ISSUER_CALENDARS)) {
    expect(steps.map(({ from }) => from)).toEqual(steps.map(({ from }) => from).toSorted((a, b) => a - b));
    for (const { source } of steps) expect(source).toMatch(/^https:/);
  }
});
