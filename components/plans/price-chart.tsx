// The price of every term as bars, each within the outline of its list price; also as a sentence and a table. Widths are percentages, so that
// the text keeps its size.
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { TermPrice } from '../../lib/plans/price.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './price-chart.module.css';
import numbers from './term-price-card.module.css';

interface PriceChartProps {
  readonly name: string;
  /** Ordered by term, one year first. */
  readonly prices: readonly TermPrice[];
  /** The marked term. */
  readonly years: number;
}

/** CSS pixels from the top to the axis, and the space above the highest bar. */
const AXIS = 130;
const TOP = 14;

export function PriceChart({ name, prices, years }: PriceChartProps): ReactNode {
  const words = useWords();
  const titleId = useId();
  const first = prices[0];
  const last = prices.at(-1);
  if (first === undefined || last === undefined) return null;
  const text = words.text(
    'price_chart_text',
    words.money(first.total),
    words.money(last.total),
    last.years,
    words.money(last.list),
  );
  return (
    <figure className={css.figure} aria-labelledby={titleId}>
      <figcaption id={titleId}>
        {words.text('price_chart', name)}
        <p className={css.text}>{text}</p>
      </figcaption>
      <Bars prices={prices} years={years} />
      <Key />
      <div>
        <Disclosure look="inline" summary={words.text('price_table')}>
          {() => <Table prices={prices} />}
        </Disclosure>
      </div>
    </figure>
  );
}

function Bars({ prices, years }: Pick<PriceChartProps, 'prices' | 'years'>): ReactNode {
  const words = useWords();
  const highest = Math.max(...prices.map(({ list }) => list));
  const height = (fen: number): number => ((AXIS - TOP) * fen) / highest;
  const step = 100 / prices.length;
  return (
    <svg className={css.chart} aria-hidden="true">
      {prices.map((price, index) => {
        const at = index * step;
        const isChosen = price.years === years;
        return (
          <g key={price.years}>
            <rect
              className={css.list}
              x={`${at + step * 0.18}%`}
              width={`${step * 0.64}%`}
              y={AXIS - height(price.list)}
              height={height(price.list)}
            />
            <rect
              className={css.price}
              data-chosen={isChosen}
              x={`${at + step * 0.18}%`}
              width={`${step * 0.64}%`}
              y={AXIS - height(price.total)}
              height={height(price.total)}
            />
            <text x={`${at + step / 2}%`} y={AXIS + 15} data-chosen={isChosen}>
              {words.number(price.years)}
            </text>
          </g>
        );
      })}
      <line className={css.axis} x1="0" x2="100%" y1={AXIS} y2={AXIS} />
    </svg>
  );
}

/** The legend. */
function Key(): ReactNode {
  const words = useWords();
  return (
    <p className={css.key}>
      <span>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <rect className={css.price} data-chosen="true" width="12" height="12" />
        </svg>
        {words.text('price_chart_key_price')}
      </span>
      <span>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <rect className={css.list} x="0.5" y="0.5" width="11" height="11" />
        </svg>
        {words.text('price_chart_key_list')}
      </span>
    </p>
  );
}

function Table({ prices }: Pick<PriceChartProps, 'prices'>): ReactNode {
  const words = useWords();
  return (
    <table className={numbers.numbers}>
      <thead>
        <tr>
          <th scope="col">{words.text('price_term')}</th>
          <th scope="col">{words.text('price_chart_key_price')}</th>
          <th scope="col">{words.text('price_chart_key_list')}</th>
        </tr>
      </thead>
      <tbody>
        {prices.map(({ years, total, list }) => (
          <tr key={years}>
            <th scope="row">{words.count('price_years', years)}</th>
            <td>{words.money(total)}</td>
            <td>{words.money(list)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
