// "Trial reminder": the trials that the owner noted, with the remaining time and the possible decisions of each.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { writeTrialsJson } from '../../lib/trials/trial-files.ts';
import type { Day } from '../../lib/text/day.ts';
import { endOf, isSame, MAX_TRIALS, noteTrial, TRIAL_MONTHS } from '../../lib/trials/trial.ts';
import type { Trial } from '../../lib/trials/trial.ts';
import { useActions } from '../ui/actions-context.tsx';
import { Button } from '../ui/button.tsx';
import type { PageSection } from '../page/page-sections.tsx';
import { useStore } from '../ui/use-store.ts';
import { useWords } from '../ui/words-context.tsx';
import { TrialForm } from './trial-form.tsx';
import { TrialNotices } from './trial-notices.tsx';
import { TrialCard } from './trial-card.tsx';
import type { TrialsPort } from './trials-port.ts';
import css from './trials.module.css';

/** null: the seller's offers are hidden and no trial is noted; a noted trial is always shown. */
export function useTrialsSection(port: TrialsPort): PageSection | null {
  const words = useWords();
  const { hideOffers } = useStore(port.settings);
  const trials = useStore(port.trials);
  if (hideOffers && trials.length === 0) return null;
  return { id: 'trials', name: words.text('trials_section'), content: <Trials port={port} /> };
}

type Trouble = 'options_not_saved' | 'trials_full';

interface TrialChanges {
  /** Why the last change failed; null: it succeeded. */
  readonly trouble: Trouble | null;
  /** Resolves to whether it was saved. */
  readonly change: (work: (known: readonly Trial[]) => readonly Trial[]) => Promise<boolean>;
  /** Resolves to whether it was noted. */
  readonly add: (site: string, startedOn: Day) => Promise<boolean>;
}

function useChanges(port: TrialsPort): TrialChanges {
  const trials = useStore(port.trials);
  const { catalogue } = useStore(port.catalogue);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const change: TrialChanges['change'] = async (work) => {
    try {
      await port.change(work);
      setTrouble(null);
      return true;
    } catch {
      // The alert reports the failure; the typed text stays.
      setTrouble('options_not_saved');
      return false;
    }
  };
  const add: TrialChanges['add'] = async (site, startedOn) => {
    const months = catalogue.trial?.months ?? TRIAL_MONTHS;
    const trial: Trial = { site, startedOn, months, told: 'running', decision: null };
    if (noteTrial(trials, trial) === null) {
      setTrouble('trials_full');
      return false;
    }
    return change((known) => noteTrial(known, trial) ?? known);
  };
  return { trouble, change, add };
}

function Trials({ port }: { readonly port: TrialsPort }): ReactNode {
  const words = useWords();
  const { save } = useActions();
  const trials = useStore(port.trials);
  const mayNotify = useStore(port.mayNotify);
  const { trouble, change, add } = useChanges(port);
  const today = port.today();
  const replace = (trial: Trial, next: Trial | null): void =>
    void change((known) => known.flatMap((one) => (isSame(one, trial) ? (next ?? []) : [one])));
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
                  onChange={(next) => replace(trial, next)}
                  now={port.now}
                />
              </li>
            ))}
        </ul>
      )}
      <TrialNotices mayNotify={mayNotify} onAsk={port.askToNotify} onStop={port.stopNotifying} />
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

/** Undecided trials first, ordered by their end. */
function sortKey(trial: Trial): string {
  return `${trial.decision === null ? 0 : 1} ${endOf(trial)} ${trial.site}`;
}

/** Deletion needs a confirmation, because it cannot be undone. */
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
