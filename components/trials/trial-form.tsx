// The form that notes a trial: a site and the trial's first day. The typed text stays until the trial is noted.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { parseTypedHost } from '../../lib/address/host.ts';
import { addMonths, isDay } from '../../lib/text/day.ts';
import type { Day } from '../../lib/text/day.ts';
import { Button } from '../ui/button.tsx';
import { HostInput } from '../ui/host-input.tsx';
import { useDraft } from '../ui/drafts-context.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './trials.module.css';

interface TrialFormProps {
  readonly today: Day;
  /** Resolves to whether it was noted. */
  readonly onAdd: (site: string, startedOn: Day) => Promise<boolean>;
}

export function TrialForm({ today, onAdd }: TrialFormProps): ReactNode {
  const words = useWords();
  const id = useId();
  const [site, setSite] = useDraft('trial-site', '');
  const [startedOn, setStartedOn] = useDraft('trial-day', today);
  const [fault, setFault] = useState<'trials_bad_site' | 'trials_bad_day' | null>(null);
  const add = async (): Promise<void> => {
    const host = readSite(site);
    if (host === null) return setFault('trials_bad_site');
    if (!isDay(startedOn)) return setFault('trials_bad_day');
    setFault(null);
    if (!(await onAdd(host, startedOn))) return;
    setSite('');
    setStartedOn(today);
  };
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label htmlFor={`${id}-site`} className={css.wide}>
        {words.text('trials_site')}
        <HostInput
          id={`${id}-site`}
          className={css.input}
          text={site}
          onText={setSite}
          isWrong={fault === 'trials_bad_site'}
          describedBy={fault === null ? undefined : `${id}-fault`}
        />
      </label>
      <label htmlFor={`${id}-day`}>
        {words.text('trials_started')}
        <input
          id={`${id}-day`}
          type="date"
          className={css.input}
          // The day must be within the last two years or the next month.
          min={addMonths(today, -24)}
          max={addMonths(today, 1)}
          value={startedOn}
          aria-invalid={fault === 'trials_bad_day'}
          aria-describedby={fault === null ? undefined : `${id}-fault`}
          onChange={(event) => setStartedOn(event.currentTarget.value)}
        />
      </label>
      <Button type="submit">{words.text('trials_add')}</Button>
      <p id={`${id}-fault`} role="alert" className={css.error}>
        {fault !== null && words.text(fault)}
      </p>
    </form>
  );
}

/** The DNS name that a user typed, alone or in an address; null: the text has none. */
function readSite(text: string): string | null {
  const host = parseTypedHost(text);
  return host?.kind === 'dns' && host.name.length <= 253 ? host.name : null;
}
