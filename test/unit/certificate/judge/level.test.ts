import { describe, expect, it } from 'vitest';
import type { LevelJudgement } from '../../../../lib/certificate/judge/level.ts';
import { RESERVED_POLICIES } from '../../../../lib/certificate/judge/level-policies.ts';
import { LEGACY_POLICIES, POLICY_TABLES } from '../../../../lib/certificate/judge/level-policies.ts';
import { RULES } from '../../../../lib/certificate/judge/rules.ts';
import { AS_CA, certificateOf, judgementOf, nameOf, namesOf, reportOf } from '../make.ts';

const DV = '2.23.140.1.2.1';
const OV = '2.23.140.1.2.2';
const IV = '2.23.140.1.2.3';
const EV = '2.23.140.1.1';
const DIGICERT_EV = '2.16.840.1.114412.2.1';
const DIGICERT_OV = '2.16.840.1.114412.1.1';
const ORGANIZATION = nameOf({ C: 'DE', L: 'Berlin', O: 'Example Ltd' });
const NAMELESS = nameOf({ CN: 'www.example.com' });

function judged(oids: readonly string[], subject = ORGANIZATION): readonly [string, string] {
  const { level, basis } = judgementOf(certificateOf({ policies: oids, subject })).level;
  return [level, basis];
}

const ca = (...oids: string[]): LevelJudgement =>
  judgementOf(certificateOf({ ...AS_CA, names: null, subject: ORGANIZATION, policies: oids })).level;

describe('the level', () => {
  it.each([
    [[DV], NAMELESS, 'DV', 'reserved-policy'],
    [[OV], ORGANIZATION, 'OV', 'reserved-policy'],
    [[IV], nameOf({ GN: 'Jane', SN: 'Doe', C: 'DE' }), 'IV', 'reserved-policy'],
    [[EV], ORGANIZATION, 'EV', 'reserved-policy'],
    // All policies are read, not the first.
    [['1.3.6.1.4.1.44947.1.1.1', '1.2.3.4', DV], NAMELESS, 'DV', 'reserved-policy'],
    [['2.5.29.32.0', '0.4.0.194112.1.4', EV, '1.2.3'], ORGANIZATION, 'EV', 'reserved-policy'],
    // The same one twice is one.
    [[OV, OV], ORGANIZATION, 'OV', 'reserved-policy'],
    // A reserved identifier decides; what an issuer's own says then does not matter.
    [[DIGICERT_EV, OV], ORGANIZATION, 'OV', 'reserved-policy'],
    [[IV, DIGICERT_OV], ORGANIZATION, 'IV', 'reserved-policy'],
    [[DIGICERT_EV], ORGANIZATION, 'EV', 'issuer-policy'],
    [[DIGICERT_OV], ORGANIZATION, 'OV', 'issuer-policy'],
    [['1.3.6.1.4.1.4146.1.10.10'], NAMELESS, 'DV', 'issuer-policy'],
    // Never the higher one of two.
    [[DV, OV], NAMELESS, 'contradictory', 'several-levels'],
    [[OV, EV], ORGANIZATION, 'contradictory', 'several-levels'],
    [[DIGICERT_OV, DIGICERT_EV], ORGANIZATION, 'contradictory', 'several-levels'],
    [[DV], ORGANIZATION, 'contradictory', 'organization-without-check'],
    [['1.3.6.1.4.1.44947.1.1.1'], ORGANIZATION, 'contradictory', 'organization-without-check'],
    // Absence is never DV.
    [[], NAMELESS, 'unknown', 'nothing-stated'],
    [[], [], 'unknown', 'nothing-stated'],
    [[], ORGANIZATION, 'unknown', 'organization-named'],
    [['2.5.29.32.0', '1.2.3'], ORGANIZATION, 'unknown', 'organization-named'],
    // Near misses: S/MIME, code signing, and a digit off.
    [
      ['2.23.140.1.5.2.2', '2.23.140.1.4.1', '2.23.141.1.2.1', '2.23.140.1.2'],
      NAMELESS,
      'unknown',
      'nothing-stated',
    ],
  ])('of %j is judged', (oids, subject, level, basis) => {
    expect(judged(oids, subject)).toEqual([level, basis]);
  });

  it('of a CA certificate is the level that it may issue: its own subject is no contradiction', () => {
    expect(ca(DV)).toMatchObject({ level: 'DV', remarks: [] });
    expect(ca(DV, OV).level).toBe('contradictory');
  });

  it('comes with its evidence, reserved identifiers first', () => {
    const judgement = judgementOf(
      certificateOf({ policies: [DIGICERT_EV, '1.2.3', EV], subject: ORGANIZATION }),
    ).level;
    expect(judgement.organization).toBe('Example Ltd');
    expect(judgement.evidence.map(({ oid, level, legacy }) => [oid, level, legacy?.issuer])).toEqual([
      [EV, 'EV', undefined],
      [DIGICERT_EV, 'EV', 'DigiCert'],
    ]);
    expect(RULES[judgement.rule].url).toMatch(/^https:/);
  });

  it.each([
    [EV, null, 'certificate-only'],
    [EV, true, 'browser'],
    [EV, false, 'browser-denies'],
    [OV, true, null],
  ])('%s with the browser reporting %j about EV: %s', (oid, browser, answer) => {
    const certificate = certificateOf({ policies: [oid], subject: ORGANIZATION });
    const connection = reportOf({ extendedValidation: browser });
    expect(judgementOf(certificate, { connection }).level.extendedValidation).toBe(answer);
  });
});

describe('remarks on the subject never change the level:', () => {
  const full = {
    C: 'DE',
    L: 'Berlin',
    O: 'Example Ltd',
    businessCategory: 'Private Organization',
    serialNumber: 'HRB 1',
    jurisdictionC: 'DE',
  };
  it.each([
    [DV, { CN: 'www.example.com', C: 'DE' }, []],
    [DV, { CN: 'www.example.com', L: 'Berlin' }, ['more-than-dv-allows']],
    [DV, { OU: 'Domain Control Validated' }, ['more-than-dv-allows']],
    [OV, full, []],
    [OV, { C: 'DE', O: 'Example Ltd', ST: 'Berlin' }, []],
    [OV, {}, ['organization-missing', 'country-missing', 'place-missing']],
    [IV, { C: 'DE', GN: 'Jane', SN: 'Doe' }, []],
    [IV, { GN: 'Jane' }, ['surname-missing', 'country-missing']],
    [EV, full, []],
    [
      EV,
      { C: 'DE', O: 'Example Ltd' },
      ['business-category-missing', 'registration-number-missing', 'jurisdiction-missing'],
    ],
  ])('%s with %j', (oid, subject, remarks) => {
    const judgement = judgementOf(certificateOf({ policies: [oid], subject: nameOf(subject) })).level;
    expect(judgement.remarks).toEqual(remarks);
    expect(judgement.level).toBe(RESERVED_POLICIES[oid]);
  });

  const remarks = (...names: string[]): readonly string[] =>
    judgementOf(certificateOf({ policies: [EV], subject: nameOf(full), names: namesOf(...names) })).level
      .remarks;

  it('EV may have no wildcard, except for onion names', () => {
    expect(remarks('www.example.com', '*.example.com')).toEqual(['wildcard-in-ev']);
    expect(remarks('*.expyuzz4wqqyqhjn.onion')).toEqual([]);
  });
});

describe('the table of issuers’ policies', () => {
  it('has well-formed rows, each with a source that exists', () => {
    for (const [oid, { issuer, table }] of Object.entries(LEGACY_POLICIES)) {
      expect(oid).toMatch(/^[0-2](\.(0|[1-9]\d*))+$/);
      expect(issuer).not.toBe('');
      expect(POLICY_TABLES[table].url).toMatch(/^https:/);
    }
  });

  it('does not repeat the reserved ones', () => {
    expect(Object.keys(LEGACY_POLICIES).filter((oid) => oid in RESERVED_POLICIES)).toEqual([]);
  });

  it('uses every source that it names', () => {
    expect(new Set(Object.values(LEGACY_POLICIES).map(({ table }) => table))).toEqual(
      new Set(Object.keys(POLICY_TABLES)),
    );
  });
});
