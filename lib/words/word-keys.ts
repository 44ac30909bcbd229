// The keys of all words, known to the compiler: a key that no source has does not build. Code names a key as a literal, or makes it from a family
// and an id here and nowhere else. Ids have dashes, keys have underscores.
import type { CampaignEvent } from '../campaigns/counts.ts';
import type { Channel } from '../campaigns/channels.ts';
import type { IssuerWatch } from '../certificate/judge/issuer-watch.ts';
import type { Level, LevelBasis, LevelJudgement, LevelQualifier } from '../certificate/judge/level.ts';
import type { LoggingJudgement } from '../certificate/judge/logging.ts';
import type { Purpose } from '../certificate/judge/purpose.ts';
import type { WeaknessCode } from '../certificate/judge/strength.ts';
import type { SubjectRemark } from '../certificate/judge/subject-check.ts';
import type { EntryFix } from '../fix/entry-fix.ts';
import type { FIX_LIMITS, Server } from '../fix/server-fixes.ts';
import type { LookUpFailure } from '../look-up/look-up.ts';
import type { LoadKind, MIXED_EVIDENCE, MixedClass, MixedOutcome } from '../mixed-content/mixed-content.ts';
import type { OutlineFind } from '../outline/outline-state.ts';
import type { Claim, Coverage, ServiceExtent } from '../plans/catalogue.ts';
import type { CatalogueFault } from '../plans/read-catalogue.ts';
import type { Category, Reason, ReasonSource } from '../plans/reason.ts';
import type { TrialLinkFault } from '../plans/trial-template.ts';
import type { ProbeAnswer } from '../probe/probe.ts';
import type { HSTS_FAULTS } from '../record/navigation-record.ts';
import type { Decision, Stage } from '../trials/trial.ts';
import type { FindingId } from '../verdict/finding-list.ts';
import type { EvidenceSource, Subject } from '../verdict/terms.ts';
import type { CertificateSource } from '../record/certificate-record.ts';
import type { ConnectionKind } from '../verdict/verdict-rows.ts';
import type { GapKind, NotApplicableReason, State } from '../verdict/verdict.ts';
import type { WordSources } from './word-sources.ts';

/** Every key that the sources have. */
export type SourceKey = keyof WordSources;

/** Keys whose text depends on a number, for `words.count()`: their English text is an object of plural forms. */
export type CountKey = {
  [Key in SourceKey]: WordSources[Key]['en'] extends string ? never : Key;
}[SourceKey];

/** Keys of a single text. `x_other` is the form of a counted `x` that every language has. */
export type WordKey = Exclude<SourceKey, CountKey> | `${CountKey}_other`;

/**
 * Ids that are repeated here, because the modules that define them need the public suffix list, which the background must not reach even by a type.
 * A test compares them with those modules.
 */
export interface RepeatedIds {
  coverageReason:
    | 'exact'
    | 'address'
    | 'wildcard'
    | 'public-suffix-wildcard'
    | 'partial-wildcard'
    | 'address-as-name'
    | 'apex'
    | 'deeper-level'
    | 'common-name-only'
    | 'no-names'
    | 'names-broken'
    | 'not-listed'
    | 'address-not-listed'
    | 'other-domain'
    | 'not-a-host';
  coverageRole: 'page' | 'seen' | 'usual';
  readinessState: 'ok' | 'not-allowed' | 'unseen';
  readinessRule:
    | 'registered'
    | 'encrypted'
    | 'no-address'
    | 'port'
    | 'filing'
    | 'weixin-api'
    | 'own-entry'
    | 'sockets'
    | 'cloud-hosting'
    | 'certificate'
    | 'name';
}

/** Families of keys: how they begin, and every id that may follow. Each must have its words, and no other key may begin like that. */
interface KeyFamilies {
  campaigns_channel: Channel;
  campaigns_event: CampaignEvent;
  catalogue_fault: CatalogueFault;
  certificate_source: CertificateSource;
  coverage_reason: RepeatedIds['coverageReason'];
  coverage_role: RepeatedIds['coverageRole'];
  evidence: EvidenceSource;
  fix_advice: EntryFix['advice'];
  fix_into: Server;
  fix_limit: (typeof FIX_LIMITS)[number];
  fix_server: Server;
  gap: GapKind;
  header_fault: (typeof HSTS_FAULTS)[number];
  level_basis_checked: Exclude<LevelBasis, 'reserved-policy' | 'issuer-policy'>;
  level_basis_unchecked: Exclude<LevelBasis, 'reserved-policy' | 'issuer-policy'>;
  level_claim_checked: LevelQualifier;
  level_claim_title: LevelQualifier;
  level_how_ev: NonNullable<LevelJudgement['extendedValidation']>;
  level_qualifier: LevelQualifier;
  level_remark: SubjectRemark;
  level_short: Lowercase<Level>;
  logging: Exclude<LoggingJudgement['state'], 'not-applicable'>;
  look_up_failed: LookUpFailure;
  mixed_class: MixedClass;
  mixed_evidence: (typeof MIXED_EVIDENCE)[number];
  mixed_kind: LoadKind;
  mixed_outcome: MixedOutcome;
  mixed_short: MixedOutcome;
  outline_find: OutlineFind;
  plan_claim: Claim['standing'];
  plan_coverage: Coverage;
  plan_extent: ServiceExtent;
  policy_fault: 'unknown' | 'bad-value';
  popup_voice: 'visitor' | 'owner';
  probe_unasked: Extract<ProbeAnswer, { readonly kind: 'unasked' }>['reason'];
  purpose: Purpose;
  readiness_check: Extract<RepeatedIds['readinessRule'], 'registered' | 'filing' | 'certificate'>;
  readiness_do: Exclude<RepeatedIds['readinessRule'], 'cloud-hosting'>;
  readiness_state: RepeatedIds['readinessState'];
  readiness_title: RepeatedIds['readinessRule'];
  readiness_why: RepeatedIds['readinessRule'];
  reason_category: Category;
  reason_field: Extract<Reason, { readonly kind: 'sensitive-fields' }>['params']['fields'][number];
  reason_sentence: NotApplicableReason;
  reason_source: Exclude<ReasonSource, 'owner'>;
  reason_word: NotApplicableReason;
  row_connection: ConnectionKind;
  state: State;
  subject: Subject;
  trial_fault: TrialLinkFault;
  trials_decide: Decision;
  trials_decided: Decision;
  trials_tell: Exclude<Stage, 'running'>;
  watch_evidence: IssuerWatch['evidence'];
  watch_act: IssuerWatch['acts'][number]['act']['trusts']['what'];
  weakness: WeaknessCode;
  welcome_state: State;
  welcome_voice: 'visitor' | 'owner';
  welcome_where: 'chromium' | 'firefox' | 'phone';
}
export type KeyFamily = keyof KeyFamilies;

/** The parts of a finding's words; `summary` is counted. */
export type FindingPart = 'title' | 'visitor' | 'owner' | 'more';

type Snake<Id extends string> = Id extends `${infer Head}-${infer Tail}` ? `${Head}_${Snake<Tail>}` : Id;

/** Every key that is made here. */
export type ComposedKey =
  | { [Name in KeyFamily]: `${Name}_${Snake<KeyFamilies[Name]>}` }[KeyFamily]
  | `finding_${Snake<FindingId>}_${FindingPart | 'summary'}`;

/** `keyFor('mixed_kind', 'event-source')` is `mixed_kind_event_source`, and the compiler knows it. */
export function keyFor<Name extends KeyFamily, Id extends KeyFamilies[Name]>(
  family: Name,
  id: Id,
): `${Name}_${Snake<Id>}` {
  // The type repeats what snake does; the compiler cannot see that.
  return `${family}_${snake(id)}` as `${Name}_${Snake<Id>}`;
}

/** The key of a finding's text. */
export function findingKey<Id extends FindingId, Part extends FindingPart>(
  id: Id,
  part: Part,
): `finding_${Snake<Id>}_${Part}` {
  // As in keyFor.
  return `finding_${snake(id)}_${part}` as `finding_${Snake<Id>}_${Part}`;
}

/** The key of a finding's sentence in the headline, for `words.count()`. */
export function findingSummaryKey<Id extends FindingId>(id: Id): `finding_${Snake<Id>}_summary` {
  // As in keyFor.
  return `finding_${snake(id)}_summary` as `finding_${Snake<Id>}_summary`;
}

function snake(id: string): string {
  return id.replaceAll('-', '_');
}
