// All plans in one table, with a column for each level of each plan. A word and a background mark the plan that fits.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { SERVICE_IDS } from '../../lib/plans/catalogue.ts';
import type { Catalogue } from '../../lib/plans/catalogue.ts';
import type { Match } from '../../lib/plans/match.ts';
import { keyOf } from '../../lib/plans/offering.ts';
import type { Offering } from '../../lib/plans/offering.ts';
import { offersInForce, priceTerm } from '../../lib/plans/price.ts';
import { showHostile } from '../../lib/text/hostile-text.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { describeLacks, localText, planName, serviceName } from '../../lib/words/plan-words.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './plan-table.module.css';

interface PlanTableProps {
  readonly catalogue: Catalogue;
  readonly match: Match;
  readonly hasSite: boolean;
  readonly fit: Offering | null;
  readonly chosen: Offering;
  readonly years: number;
  readonly now: number;
  readonly onChoose: (offering: Offering) => void;
}

/** A scrolling region is focusable; otherwise a keyboard could not reach what is beyond its edge (WCAG 2.1.1). */
const SCROLLABLE = { tabIndex: 0 } as const;

export function PlanTable(props: PlanTableProps): ReactNode {
  const { match, fit } = props;
  const words = useWords();
  return (
    <section {...SCROLLABLE} className={css.scroll} aria-label={words.text('plan_table')}>
      <table className={css.table}>
        <caption>
          <VisuallyHidden>{words.text('plan_table')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="row">{words.text('plan_row_plan')}</th>
            {match.offerings.map((offering) => (
              <th key={keyOf(offering)} scope="col" data-fit={offering === fit}>
                {localText(words, offering.plan.name)} {offering.variant.level}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Rows {...props} />
        </tbody>
      </table>
    </section>
  );
}

function Rows(props: PlanTableProps): ReactNode {
  const { catalogue, match, hasSite, fit, years, now } = props;
  const words = useWords();
  const group = useId();
  const offers = offersInForce(catalogue.offers, now);
  const row = (name: string, cell: (offering: Offering) => ReactNode): ReactNode => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {match.offerings.map((offering) => (
        <td key={keyOf(offering)} data-fit={offering === fit}>
          {cell(offering)}
        </td>
      ))}
    </tr>
  );
  return (
    <>
      {hasSite && row(words.text('plan_row_fit'), (offering) => <ForSite {...props} offering={offering} />)}
      {row(words.text('plan_row_meant_for'), ({ plan }) => localText(words, plan.meantFor))}
      {row(words.text('plan_row_coverage'), ({ plan }) => words.text(keyFor('plan_coverage', plan.coverage)))}
      {row(words.text('plan_row_level'), ({ variant }) => variant.level)}
      {row(words.text('plan_row_brand'), ({ plan }) => showHostile(plan.brand))}
      {SERVICE_IDS.map((service) =>
        row(serviceName(words, catalogue, service), ({ plan }) =>
          words.text(keyFor('plan_extent', plan.services[service])),
        ),
      )}
      {row(words.text('plan_row_advantages'), ({ plan }) =>
        plan.advantages.length === 0
          ? words.text('plan_nothing')
          : words.list(plan.advantages.map((text) => localText(words, text))),
      )}
      {row(words.text('plan_row_price'), ({ variant }) => words.money(variant.price))}
      {row(words.count('plan_row_term', years), ({ variant }) =>
        words.money(priceTerm(years, variant.price, offers).total),
      )}
      {row(words.text('plan_show'), (offering) => (
        <Choice {...props} offering={offering} group={group} />
      ))}
    </>
  );
}

interface ChoiceProps extends PlanTableProps {
  readonly offering: Offering;
  /** Name of the group of radio buttons. */
  readonly group: string;
}

function Choice({ offering, group, chosen, onChoose }: ChoiceProps): ReactNode {
  const words = useWords();
  return (
    <label className={css.choice}>
      <input
        type="radio"
        name={group}
        checked={keyOf(offering) === keyOf(chosen)}
        onChange={() => onChoose(offering)}
      />
      <VisuallyHidden>
        {words.text('plan_show_of', planName(words, offering.plan, offering.variant.level))}
      </VisuallyHidden>
    </label>
  );
}

function ForSite({
  catalogue,
  match,
  fit,
  offering,
}: PlanTableProps & { readonly offering: Offering }): ReactNode {
  const words = useWords();
  const lacks = describeLacks(words, offering.lacks, catalogue);
  if (lacks.length > 0) return words.list(lacks);
  // Without a need, no plan lacks anything.
  if (match.fit === null) return words.text('plan_nothing');
  return <span className={offering === fit ? css.fits : undefined}>{words.text('plan_fits')}</span>;
}
