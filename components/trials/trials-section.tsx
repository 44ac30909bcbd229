// "Trial reminder": the trials that the owner noted, how long each still runs, and what can be done about its end.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { writeTrialsJson } from '../../lib/trials/trial-files.ts';
import type { Day } from '../../lib/text/day.ts';
import { endOf, isSame, MAX_TRIALS, noteTrial } from '../../lib/trials/trial.ts';
import type { Trial } from '../../lib/trials/trial.ts';
import { useActions } from '../ui/actions-context.tsx';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words-context.tsx';
import { TrialForm } from './trial-form.tsx';
import { TrialNotices } from './trial-notices.tsx';
import { TrialCard } from './trial-card.tsx';
import css from './trials.module.css';

/** What the section needs of the browser. */
export interface TrialsPort {
  readonly trials: readonly Trial[];
  readonly today: Day;
  /** Calendar months that the seller's trial runs. */
  readonly months: number;
  readonly mayNotify: boolean;
  /** Rejects when the browser did not save. */
  readonly onChange: (change: (trials: readonly Trial[]) => readonly Trial[]) => Promise<void>;
  /** Resolves to whether notifications were allowed. */
  readonly onAskToNotify: () => Promise<boolean>;
  readonly onStopNotifying: () => Promise<void>;
  /** ms since epoch. */
  readonly now: () => number;
}

export function TrialsSection(port: TrialsPort): ReactNode {
  const words = useWords();
  const { save } = useActions();
  const { trials, today, months } = port;
  const [trouble, setTrouble] = useState<'options_not_saved' | 'trials_full' | null>(null);
  const change = async (work: (known: readonly Trial[]) => readonly Trial[]): Promise<boolean> => {
    try {
      await port.onChange(work);
      setTrouble(null);
      return true;
    } catch {
      // Told in words; what was typed stays where it is.
      setTrouble('options_not_saved');
      return false;
    }
  };
  const add = async (site: string, startedOn: Day): Promise<boolean> => {
    const trial: Trial = { site, startedOn, months, told: 'running', decision: null };
    if (noteTrial(trials, trial) === null) {
      setTrouble('trials_full');
      return false;
    }
    return change((known) => noteTrial(known, trial) ?? known);
  };
  return (
    <div className={css.card}>
      <p className={css.soft}>{words.text('trials_intro')}</p>
      <TrialForm today={today} onAdd={add} />
      <p role="alert" className={css.error}>
        {trouble !== null && words.text(trouble, MAX_TRIALS)}
      </p>
      {trials.length === 0 ? (
        <p className={css.soft}>{words.text('trials_none')}</p>
      ) : (
        <ul className={css.trials}>
          {trials
            .toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
            .map((trial) => (
              <li key={`${trial.site} ${trial.startedOn}`} className={css.trial}>
                <TrialCard
                  trial={trial}
                  today={today}
                  onChange={(next) =>
                    void change((known) =>
                      known.flatMap((one) => (isSame(one, trial) ? (next ?? []) : [one])),
                    )
                  }
                  now={port.now}
                />
              </li>
            ))}
        </ul>
      )}
      <TrialNotices mayNotify={port.mayNotify} onAsk={port.onAskToNotify} onStop={port.onStopNotifying} />
      {trials.length > 0 && (
        <Everything
          onExport={() =>
            save({ name: 'trials.json', text: writeTrialsJson(trials), type: 'application/json' })
          }
          onDelete={() => void change(() => [])}
        />
      )}
    </div>
  );
}

/** What still waits first, the next end before the others. */
function sortKey(trial: Trial): string {
  return `${trial.decision === null ? 0 : 1} ${endOf(trial)} ${trial.site}`;
}

/** Deleting is asked for twice: nothing brings the notes back. */
function Everything({
  onExport,
  onDelete,
}: {
  readonly onExport: () => void;
  readonly onDelete: () => void;
}): ReactNode {
  const words = useWords();
  const [isAsking, setAsking] = useState(false);
  return (
    <div className={css.row}>
      {isAsking ? (
        <>
          <span role="alert">{words.text('trials_delete_sure')}</span>
          <Button onClick={onDelete}>{words.text('trials_delete_yes')}</Button>
          <Button onClick={() => setAsking(false)}>{words.text('trials_delete_no')}</Button>
        </>
      ) : (
        <>
          <Button onClick={onExport}>{words.text('trials_export')}</Button>
          <Button onClick={() => setAsking(true)}>{words.text('trials_delete')}</Button>
        </>
      )}
    </div>
  );
}
