// Describes the level of a certificate in sentences: its name, what was checked for it, and the evidence.
import type { LevelJudgement } from '../certificate/judge/level.ts';
import { POLICY_TABLES } from '../certificate/judge/level-policies.ts';
import { RULES } from '../certificate/judge/rules.ts';
import { showHostile } from '../text/hostile-text.ts';
import { keyFor } from './word-keys.ts';
import type { WordPart, Words } from './words.ts';

/** The most characters that are shown of one attribute of a name. */
export const MAX_ATTRIBUTE = 120;

/** The name of a level, what was checked for it, and what it does not mean. */
export interface LevelWords {
  /** "OV" */
  readonly short: string;
  readonly title: string;
  readonly checked: string;
  readonly unchecked: string;
}

/** The keys of the levels that a certificate can state. */
const STATED_LEVELS = {
  DV: { title: 'level_dv_title', checked: 'level_dv_checked', unchecked: 'level_dv_unchecked' },
  OV: { title: 'level_ov_title', checked: 'level_ov_checked', unchecked: 'level_ov_unchecked' },
  IV: { title: 'level_iv_title', checked: 'level_iv_checked', unchecked: 'level_iv_unchecked' },
  EV: { title: 'level_ev_title', checked: 'level_ev_checked', unchecked: 'level_ev_unchecked' },
} as const;

export function describeLevel(
  words: Words,
  { level, basis, qualifier }: Pick<LevelJudgement, 'level' | 'basis' | 'qualifier'>,
): LevelWords {
  const short = words.text(keyFor('level_short', level.toLowerCase() as Lowercase<typeof level>));
  if (qualifier !== null)
    return {
      short,
      title: words.text(keyFor('level_claim_title', qualifier), short),
      checked: words.text(keyFor('level_claim_checked', qualifier)),
      unchecked: words.text(
        qualifier === 'organization-root' ? 'level_claim_unchecked_organization' : 'level_claim_unchecked',
      ),
    };
  switch (level) {
    case 'DV':
    case 'OV':
    case 'IV':
    case 'EV': {
      const { title, checked, unchecked } = STATED_LEVELS[level];
      return {
        short,
        title: words.text(title),
        checked: words.text(checked),
        unchecked: words.text(unchecked),
      };
    }
    case 'unknown':
      return { short, title: words.text('level_unknown_title'), ...basisWords(words, basis) };
    case 'contradictory':
      return { short, title: words.text('level_contradictory_title'), ...basisWords(words, basis) };
  }
}

function basisWords(words: Words, basis: LevelJudgement['basis']): Pick<LevelWords, 'checked' | 'unchecked'> {
  switch (basis) {
    case 'organization-named':
    case 'organization-without-check':
    case 'several-levels':
      return {
        checked: words.text(keyFor('level_basis_checked', basis)),
        unchecked: words.text(keyFor('level_basis_unchecked', basis)),
      };
    case 'nothing-stated':
    // Not a basis of these two levels.
    case 'reserved-policy':
    case 'issuer-policy':
      return {
        checked: words.text(keyFor('level_basis_checked', 'nothing-stated')),
        unchecked: words.text(keyFor('level_basis_unchecked', 'nothing-stated')),
      };
  }
}

/** The evidence for a level, each piece in parts. `browser`: its name. */
export function levelEvidence(
  words: Words,
  judged: LevelJudgement,
  browser: string,
): readonly (readonly WordPart[])[] {
  const { evidence, organization, extendedValidation, remarks, rule } = judged;
  return [
    ...(evidence.length === 0 ? [words.parts('level_how_no_policy')] : []),
    ...evidence.map(({ oid, level, legacy }) =>
      legacy === null
        ? words.parts('level_how_policy', oid, level)
        : words.parts('level_how_issuer_policy', oid, level, POLICY_TABLES[legacy.table].title),
    ),
    organization === null
      ? words.parts('level_how_no_organization')
      : words.parts('level_how_organization', showHostile(organization, MAX_ATTRIBUTE)),
    ...(extendedValidation === null
      ? []
      : [words.parts(keyFor('level_how_ev', extendedValidation), browser)]),
    ...remarks.map((remark) => words.parts(keyFor('level_remark', remark))),
    words.parts('level_how_rule', RULES[rule].title),
  ];
}
