// The counts of this device in the last 30 days: a small chart for each event and a table, with buttons that export CSV and clear the counts.
import type { ReactNode } from 'react';
import { EVENTS, sumByDay, writeCountsCsv } from '../../lib/campaigns/counts.ts';
import type { CampaignEvent, DayCount } from '../../lib/campaigns/counts.ts';
import { daysBefore } from '../../lib/text/day.ts';
import type { Day } from '../../lib/text/day.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { useActions } from '../ui/actions-context.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './campaign.module.css';

interface CampaignCountsProps {
  readonly counts: readonly DayCount[];
  readonly today: Day;
  readonly onClear: () => Promise<void>;
}

/** Days that the charts show. */
const DAYS = 30;
/** Rows of the table: the newest ones. The CSV contains all of them. */
const MAX_ROWS = 60;
/** Units of the drawing. */
const HEIGHT = 24;

export function CampaignCounts({ counts, today, onClear }: CampaignCountsProps): ReactNode {
  const words = useWords();
  const { save } = useActions();
  const days = daysBefore(today, DAYS);
  const highest = Math.max(1, ...EVENTS.flatMap((event) => sumByDay(counts, event, days)));
  return (
    <>
      <p className={css.soft}>{words.text('campaigns_counts_help')}</p>
      {EVENTS.map((event) => (
        <Chart
          key={event}
          event={event}
          days={days}
          values={sumByDay(counts, event, days)}
          highest={highest}
        />
      ))}
      {counts.length > 0 && (
        <>
          <Disclosure look="inline" summary={words.text('campaigns_table')}>
            {() => <Table counts={counts} />}
          </Disclosure>
          <div className={css.row}>
            <Button
              onClick={() => save({ name: 'campaigns.csv', text: writeCountsCsv(counts), type: 'text/csv' })}
            >
              {words.text('campaigns_export')}
            </Button>
            <Button onClick={() => void onClear()}>{words.text('campaigns_clear')}</Button>
          </div>
        </>
      )}
    </>
  );
}

interface ChartProps {
  readonly event: CampaignEvent;
  readonly days: readonly Day[];
  readonly values: readonly number[];
  /** The maximum of all charts: one scale, so that they can be compared. */
  readonly highest: number;
}

function Chart({ event, days, values, highest }: ChartProps): ReactNode {
  const words = useWords();
  const sum = values.reduce((total, value) => total + value, 0);
  const top = Math.max(...values);
  const topDay = days[values.indexOf(top)];
  const text =
    sum === 0 || topDay === undefined
      ? words.text('campaigns_chart_none')
      : words.text('campaigns_chart_text', words.number(top), words.day(topDay));
  return (
    <figure className={css.figure}>
      <figcaption className={css.caption}>
        <span className={css.strong}>{words.text(keyFor('campaigns_event', event))}</span>
        <span className={css.sum}>{words.number(sum)}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${days.length * 4} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className={css.chart}
      >
        {values.map((value, index) => {
          // A single event must stay visible.
          const height = value === 0 ? 0.5 : Math.max(2, (HEIGHT * value) / highest);
          return (
            <rect
              key={days[index]}
              className={value === 0 ? css.none : css.bar}
              x={index * 4}
              y={HEIGHT - height}
              width={3}
              height={height}
            />
          );
        })}
      </svg>
      <p className={css.soft}>{text}</p>
    </figure>
  );
}

function Table({ counts }: { readonly counts: readonly DayCount[] }): ReactNode {
  const words = useWords();
  return (
    <ul className={css.rows}>
      {counts
        .slice(-MAX_ROWS)
        .toReversed()
        .map(({ day, campaign, counts: own }) => (
          <li key={`${day} ${campaign}`}>
            <p className={css.strong}>
              {words.day(day)}
              {' · '}
              <bdi>
                {campaign === '' ? words.text('campaigns_no_name') : words.text('campaigns_named', campaign)}
              </bdi>
            </p>
            <p className={css.soft}>
              {words.list(
                EVENTS.map((event) =>
                  words.text('campaigns_cell', words.text(keyFor('campaigns_event', event)), own[event]),
                ),
              )}
            </p>
          </li>
        ))}
    </ul>
  );
}
