// Whether ends of trials are shown as notifications: one click requests the permission, another removes it.
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { useRequest } from '../ui/use-request.ts';
import { useWords } from '../ui/words-context.tsx';
import css from './trials.module.css';

interface TrialNoticesProps {
  readonly mayNotify: boolean;
  /** Resolves to whether the permission was granted. */
  readonly onAsk: () => Promise<boolean>;
  readonly onStop: () => Promise<void>;
}

export function TrialNotices({ mayNotify, onAsk, onStop }: TrialNoticesProps): ReactNode {
  const words = useWords();
  const { isDenied, ask } = useRequest(onAsk);
  return (
    <div className={css.notify}>
      <p className={css.soft}>{words.text('trials_notify')}</p>
      <div className={css.row}>
        {mayNotify ? (
          <>
            <span>{words.text('trials_notify_on')}</span>
            <Button onClick={() => void onStop()}>{words.text('trials_notify_stop')}</Button>
          </>
        ) : (
          <>
            <Button onClick={ask}>{words.text('trials_notify_ask')}</Button>
            <span className={css.soft}>{words.text('trials_notify_off')}</span>
          </>
        )}
      </div>
      <p role="alert" className={css.error}>
        {isDenied && !mayNotify && words.text('trials_notify_denied')}
      </p>
    </div>
  );
}
