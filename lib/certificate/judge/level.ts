// Judges which validation level a certificate states, and on what basis (BR 7.1.6.1; EV Guidelines). The level states what the issuer checked about
// the applicant; it says nothing about encryption or honesty.
import type { Certificate } from '../certificate.ts';
import { LEGACY_POLICIES, RESERVED_POLICIES, type LegacyPolicy, type StatedLevel } from './level-policies.ts';
import { ATTRIBUTE, statedValues } from '../describe/name-text.ts';
import type { RootJudgement } from './root.ts';
import type { RuleId } from './rules.ts';
import { checkSubject, type SubjectRemark } from './subject-check.ts';

export type Level = StatedLevel | 'unknown' | 'contradictory';

export type LevelBasis =
  /** A policy identifier that the CA/Browser Forum reserved. */
  | 'reserved-policy'
  /** An identifier of one issuer, from a public table. */
  | 'issuer-policy'
  /** Identifiers of more than one level. */
  | 'several-levels'
  /** The identifier states that no organisation was checked, but the subject names one. */
  | 'organization-without-check'
  /** No identifier of a level, but the subject names an organisation: whether anyone checked it is not stated. */
  | 'organization-named'
  /** Neither an identifier nor an organisation. That is not a sign of DV. */
  | 'nothing-stated';

/** A policy identifier of the certificate that stands for a level. */
export interface LevelPolicy {
  readonly oid: string;
  readonly level: StatedLevel;
  /** Null: the CA/Browser Forum reserved the identifier; else its row in the table. */
  readonly legacy: LegacyPolicy | null;
}

/**
 * Why no public rules apply to a stated level: the root is private, possibly private, the organisation's own, or missing. The level itself stays the
 * one that the certificate states.
 */
export type LevelQualifier = 'private-root' | 'possibly-private-root' | 'organization-root' | 'self-issued';

export interface LevelJudgement {
  readonly level: Level;
  /** Null: nothing qualifies the level, or none is stated. Every view shows it beside the level. */
  readonly qualifier: LevelQualifier | null;
  readonly basis: LevelBasis;
  readonly rule: RuleId;
  /** All policy identifiers that stand for a level, in the order of the certificate. */
  readonly evidence: readonly LevelPolicy[];
  /** The organisation that the subject names, checked or not. */
  readonly organization: string | null;
  /** The source of EV: Firefox also checks the root (`browser`, `browser-denies`); a certificate alone only states it. Null: not EV. */
  readonly extendedValidation: 'browser' | 'browser-denies' | 'certificate-only' | null;
  /** Where the subject does not match the level. Remarks never change the level. */
  readonly remarks: readonly SubjectRemark[];
}

const QUALIFIERS: Readonly<Record<RootJudgement['standing'], LevelQualifier | null>> = {
  'built-in': null,
  logged: null,
  unknown: null,
  organization: 'organization-root',
  private: 'private-root',
  'possibly-private': 'possibly-private-root',
  'self-issued': 'self-issued',
};

/** What is known besides the certificate. */
export interface LevelContext {
  /** What the browser reports about EV; null: it reports nothing. */
  readonly extendedValidation: boolean | null;
  readonly standing: RootJudgement['standing'];
  /** The policies of a CA certificate are those that it may issue under, so its own subject is not compared with them. */
  readonly isIssuer: boolean;
}

/** Judges the level of a certificate. */
export function judgeLevel(
  certificate: Certificate,
  { extendedValidation, standing, isIssuer }: LevelContext,
): LevelJudgement {
  const reserved = collect(certificate, (oid) =>
    RESERVED_POLICIES[oid] === undefined ? null : [RESERVED_POLICIES[oid], null],
  );
  const legacy = collect(certificate, (oid) =>
    LEGACY_POLICIES[oid] === undefined ? null : [LEGACY_POLICIES[oid].level, LEGACY_POLICIES[oid]],
  );
  const deciding = reserved.length > 0 ? reserved : legacy;
  const levels = new Set(deciding.map((policy) => policy.level));
  const [level] = levels;
  const organization = statedValues(certificate.subject, ATTRIBUTE.organization)[0] ?? null;
  const evidence = [...reserved, ...legacy];
  const judged = { evidence, organization, extendedValidation: null, qualifier: null, remarks: [] };
  if (level === undefined) {
    const basis = organization === null ? 'nothing-stated' : 'organization-named';
    return { ...judged, level: 'unknown', basis, rule: 'br-reserved-policies' };
  }
  if (levels.size > 1)
    return { ...judged, level: 'contradictory', basis: 'several-levels', rule: 'br-one-policy' };
  if (level === 'DV' && organization !== null && !isIssuer) {
    return { ...judged, level: 'contradictory', basis: 'organization-without-check', rule: 'br-subject' };
  }
  return {
    ...judged,
    level,
    qualifier: extendedValidation === true && level === 'EV' ? null : QUALIFIERS[standing],
    basis: reserved.length > 0 ? 'reserved-policy' : 'issuer-policy',
    rule: 'br-reserved-policies',
    extendedValidation: level === 'EV' ? confirmation(extendedValidation) : null,
    remarks: isIssuer ? [] : checkSubject(certificate, level),
  };
}

function confirmation(browser: boolean | null): NonNullable<LevelJudgement['extendedValidation']> {
  if (browser === null) return 'certificate-only';
  return browser ? 'browser' : 'browser-denies';
}

function collect(
  certificate: Certificate,
  look: (oid: string) => readonly [StatedLevel, LegacyPolicy | null] | null,
): LevelPolicy[] {
  return certificate.policies.flatMap((oid) => {
    const found = look(oid);
    return found === null ? [] : [{ oid, level: found[0], legacy: found[1] }];
  });
}
