// "Matching plan": the plan that fits, the reasons for and against it, all plans in one table, and the price of a term.
import type { ReactNode } from 'react';
import type { Catalogue } from '../../lib/plans/catalogue.ts';
import type { Match } from '../../lib/plans/match.ts';
import type { Need } from '../../lib/plans/need.ts';
import type { Offering } from '../../lib/plans/offering.ts';
import { middleOfDay } from '../../lib/plans/period.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { describeReason, describeRefusal } from '../../lib/words/need-words.ts';
import { describeCombination, describeFit, localText, planName } from '../../lib/words/plan-words.ts';
import { Sentence } from '../ui/code-text.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useWords } from '../ui/words-context.tsx';
import { PlanTable } from './plan-table.tsx';
import css from './plan-section.module.css';
import plans from './plans.module.css';
import { TermPriceCard } from './term-price-card.tsx';

export interface PlanSectionProps {
  readonly catalogue: Catalogue;
  readonly need: Need;
  readonly match: Match;
  /** Whether a site is chosen; otherwise the plans are only listed. */
  readonly hasSite: boolean;
  /** The plan whose price is shown. */
  readonly chosen: Offering;
  readonly years: number;
  /** ms since epoch. */
  readonly now: number;
  readonly onChoose: (offering: Offering) => void;
  readonly onYears: (years: number) => void;
}

export function PlanSection(props: PlanSectionProps): ReactNode {
  const { catalogue, match, hasSite, chosen, years, now, onYears } = props;
  const words = useWords();
  return (
    <div className={plans.stack}>
      <FitCard {...props} />
      <Notes {...props} />
      <PlanTable {...props} fit={hasSite ? match.fit : null} />
      <TermPriceCard offering={chosen} offers={catalogue.offers} years={years} now={now} onYears={onYears} />
      <div>
        {catalogue.claims.length > 0 && (
          <Disclosure look="inline" summary={words.text('plan_claims')}>
            {() => <Claims catalogue={catalogue} />}
          </Disclosure>
        )}
        <p className={css.checked}>
          {words.text('plan_checked', words.date(middleOfDay(catalogue.checked) ?? now))}
        </p>
      </div>
    </div>
  );
}

function FitCard({ catalogue, need, match, hasSite }: PlanSectionProps): ReactNode {
  const words = useWords();
  const { fit, combination } = match;
  if (!hasSite || fit === null) {
    return (
      <div className={css.fit} data-fit="false">
        <p className={css.name}>{words.text(hasSite ? 'plan_none' : 'plan_unknown')}</p>
        {hasSite && combination !== null && <Several match={match} />}
      </div>
    );
  }
  const level = need.reasons.filter(({ on, effect }) => on && effect.kind === 'level');
  const facts = { hosts: need.hosts.length, level: need.level, services: need.services, catalogue };
  const wildcards = need.reasons.filter(({ on, effect }) => on && effect.kind === 'wildcard');
  return (
    <div className={css.fit} data-fit="true">
      <p className={css.label}>{words.text('plan_fits_label')}</p>
      <p className={css.name}>{planName(words, fit.plan, fit.variant.level)}</p>
      <p>{words.count('plan_covers', need.hosts.length, fit.names.join(' '))}</p>
      <h3 className={plans.heading}>{words.text('plan_why')}</h3>
      <ul className={plans.points}>
        {[...wildcards, ...level].map((reason) => (
          <li key={reason.id}>
            <Sentence
              parts={describeReason(words, reason, catalogue)}
              look={reason.kind === 'present-level' ? 'plain' : 'code'}
            />
            {reason.kind === 'name-class' && (
              <span className={plans.remark}>{localText(words, reason.params.eligibility.text)}</span>
            )}
          </li>
        ))}
        {describeFit(words, fit, facts).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {combination !== null && <Several match={match} />}
    </div>
  );
}

function Several({ match: { fit, combination } }: Pick<PlanSectionProps, 'match'>): ReactNode {
  const words = useWords();
  if (combination === null) return null;
  return (
    <>
      <p>{words.text(fit === null ? 'plan_several' : 'plan_several_cheaper')}</p>
      <ul className={plans.points}>
        {describeCombination(words, combination).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>{words.text('plan_several_total', words.money(combination.yearly))}</p>
    </>
  );
}

function Notes({ match, hasSite, catalogue }: PlanSectionProps): ReactNode {
  const words = useWords();
  const refusals = match.refusals.filter(({ id }) => hasSite || id === 'free-certificate');
  return (
    <div className={css.notes}>
      <h3 className={plans.heading}>{words.text('plan_notes')}</h3>
      {refusals.map((refusal) => (
        <p key={JSON.stringify(refusal)} className={css.note}>
          <Sentence parts={describeRefusal(words, refusal, catalogue)} />
        </p>
      ))}
    </div>
  );
}

function Claims({ catalogue }: { readonly catalogue: Catalogue }): ReactNode {
  const words = useWords();
  return (
    <ul>
      {catalogue.claims.map(({ id, standing, text, remark }) => (
        <li key={id} className={css.claim}>
          <span>
            <b>{words.text(keyFor('plan_claim', standing))}</b> <q>{localText(words, text)}</q>
          </span>
          {remark !== null && <span className={plans.soft}>{localText(words, remark)}</span>}
        </li>
      ))}
    </ul>
  );
}
