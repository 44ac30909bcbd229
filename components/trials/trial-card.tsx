// One noted trial: its dates, the remaining time, and the three possible decisions.
import type { ReactNode } from 'react';
import { daysBetween } from '../../lib/text/day.ts';
import type { Day } from '../../lib/text/day.ts';
import { DECISIONS, endOf, stageOn } from '../../lib/trials/trial.ts';
import type { Stage, Trial } from '../../lib/trials/trial.ts';
import { writeTrialCalendar } from '../../lib/trials/trial-files.ts';
import type { State } from '../../lib/verdict/verdict.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { useActions } from '../ui/actions-context.tsx';
import { Button } from '../ui/button.tsx';
import { CodeText } from '../ui/code-text.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Shape } from '../ui/shape.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './trials.module.css';

interface TrialCardProps {
  readonly trial: Trial;
  readonly today: Day;
  /** null: the trial is to be deleted. */
  readonly onChange: (trial: Trial | null) => void;
  /** ms since epoch. */
  readonly now: () => number;
}

const SHAPES: Readonly<Record<Stage, State>> = {
  running: 'nothing-found',
  'two-weeks': 'notice',
  'three-days': 'warning',
  ended: 'warning',
};

export function TrialCard({ trial, today, onChange, now }: TrialCardProps): ReactNode {
  const words = useWords();
  const { save } = useActions();
  const { site, startedOn, decision } = trial;
  const end = endOf(trial);
  const left = daysBetween(today, end);
  const saveCalendar = (): void =>
    save({
      name: `trial-${site}.ics`,
      text: writeTrialCalendar(trial, words.text('trials_calendar_summary', site), now()),
      type: 'text/calendar',
    });
  return (
    <>
      <p className={css.name}>
        <Shape state={decision === null ? SHAPES[stageOn(trial, today)] : 'nothing-found'} size="small" />
        <CodeText text={site} max={255} />
        <span className={css.left}>
          {left > 0 ? words.count('trials_left', left) : words.text('trials_ended')}
        </span>
      </p>
      <p className={css.soft}>{words.text('trials_dates', words.day(startedOn), words.day(end))}</p>
      {decision === null ? (
        <Disclosure look="inline" summary={words.text('trials_choices')}>
          {() => <Choices onDecide={(made) => onChange({ ...trial, decision: made })} />}
        </Disclosure>
      ) : (
        <p className={css.row}>
          {words.text(keyFor('trials_decided', decision))}
          <Button look="link" onClick={() => onChange({ ...trial, decision: null })}>
            {words.text('trials_undo')}
          </Button>
        </p>
      )}
      <div className={css.row}>
        <Button look="link" label={words.text('trials_calendar_site', site)} onClick={saveCalendar}>
          {words.text('trials_calendar')}
        </Button>
        <Button look="link" label={words.text('trials_remove_site', site)} onClick={() => onChange(null)}>
          {words.text('trials_remove')}
        </Button>
      </div>
    </>
  );
}

const TEXTS = { renewed: 'trials_renew', bought: 'trials_buy', replaced: 'trials_replace' } as const;

function Choices({
  onDecide,
}: {
  readonly onDecide: (decision: NonNullable<Trial['decision']>) => void;
}): ReactNode {
  const words = useWords();
  return (
    <ul className={css.choices}>
      {DECISIONS.map((decision) => (
        <li key={decision} className={css.choice}>
          <p>{words.text(TEXTS[decision])}</p>
          <Button onClick={() => onDecide(decision)}>{words.text(keyFor('trials_decide', decision))}</Button>
        </li>
      ))}
    </ul>
  );
}
