// The price of a term of one plan: the slider, the price with its purchases, the number of certificates, and the chart of all terms.
import { useId, useMemo } from 'react';
import type { ReactNode } from 'react';
import { lifetimeLimit } from '../../lib/certificate/judge/lifetime.ts';
import { MAX_YEARS } from '../../lib/plans/answers.ts';
import type { Offer } from '../../lib/plans/catalogue.ts';
import type { Offering } from '../../lib/plans/offering.ts';
import { offersInForce, priceTerm } from '../../lib/plans/price.ts';
import type { TermPrice } from '../../lib/plans/price.ts';
import { reissues, reissueSpans } from '../../lib/plans/reissues.ts';
import { describeLine, describeSpan, planName } from '../../lib/words/plan-words.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Facts } from '../ui/facts.tsx';
import { useWords } from '../ui/words-context.tsx';
import plans from './plans.module.css';
import { PriceChart } from './price-chart.tsx';
import css from './term-price-card.module.css';

interface TermPriceCardProps {
  readonly offering: Offering;
  readonly offers: readonly Offer[];
  readonly years: number;
  /** ms since epoch. */
  readonly now: number;
  readonly onYears: (years: number) => void;
}

export function TermPriceCard({ offering, offers, years, now, onYears }: TermPriceCardProps): ReactNode {
  const words = useWords();
  const sliderId = useId();
  const { plan, variant } = offering;
  const prices = useMemo(() => {
    const inForce = offersInForce(offers, now);
    return Array.from({ length: MAX_YEARS }, (_, index) => priceTerm(index + 1, variant.price, inForce));
  }, [offers, now, variant.price]);
  const price = prices[years - 1];
  const name = planName(words, plan, variant.level);
  return (
    <div className={plans.card}>
      <h3 className={plans.heading}>{words.text('price_title', name)}</h3>
      <div className={css.term}>
        <label htmlFor={sliderId}>
          <span>{words.text('price_term')}</span>
          <span className={css.years}>{words.count('price_years', years)}</span>
        </label>
        <input
          id={sliderId}
          type="range"
          className={css.slider}
          min={1}
          max={MAX_YEARS}
          step={1}
          value={years}
          aria-valuetext={words.count('price_years', years)}
          onChange={(event) => onYears(event.currentTarget.valueAsNumber)}
        />
      </div>
      {price !== undefined && <Price price={price} />}
      <Certificates years={years} now={now} />
      <PriceChart name={name} prices={prices} years={years} />
    </div>
  );
}

function Price({ price }: { readonly price: TermPrice }): ReactNode {
  const words = useWords();
  const { years, covered, lines, total, list, saving, perYear } = price;
  const saved =
    saving === 0
      ? words.text('price_saving_none')
      : words.text('price_saving_value', words.money(saving), words.money(list));
  return (
    <>
      <Facts
        items={[
          {
            label: words.text('price_total'),
            value: <output className={css.total}>{words.money(total)}</output>,
          },
          { label: words.text('price_saving'), value: saved },
          { label: words.text('price_per_year'), value: words.money(perYear) },
          {
            label: words.text('price_purchases'),
            value: (
              <ul>
                {lines.map((line) => (
                  <li key={line.offer?.id ?? ''}>{describeLine(words, line)}</li>
                ))}
                {covered > years && <li>{words.count('price_covered', covered)}</li>}
              </ul>
            ),
          },
        ]}
      />
      <p className={plans.soft}>{words.text('price_assumes')}</p>
    </>
  );
}

function Certificates({ years, now }: Pick<TermPriceCardProps, 'years' | 'now'>): ReactNode {
  const words = useWords();
  const all = useMemo(() => reissues(now, years), [now, years]);
  const limit = lifetimeLimit(now);
  return (
    <div className={css.certificates}>
      <Facts
        items={[
          {
            label: words.text('price_certificates'),
            value: (
              <>
                {words.count('price_certificates_value', all.length)}
                <ul>
                  {reissueSpans(all).map((span) => (
                    <li key={span.first}>{describeSpan(words, span)}</li>
                  ))}
                </ul>
              </>
            ),
          },
        ]}
      />
      {limit !== null && <p className={plans.soft}>{words.count('price_certificates_why', limit.days)}</p>}
      <div>
        <Disclosure look="inline" summary={words.text('price_dates')}>
          {() => <p className={plans.soft}>{words.list(all.map(({ at }) => words.date(at)))}</p>}
        </Disclosure>
      </div>
    </div>
  );
}
