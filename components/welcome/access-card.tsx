// Requests access to web pages where the browser has not granted it. Once shown, the card stays, so that the user sees the result of the request.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { useRequest } from '../ui/use-request.ts';
import { useWords } from '../ui/words-context.tsx';
import css from './welcome-view.module.css';

interface AccessCardProps {
  readonly hasAccess: boolean;
  /** Resolves to whether access was granted. */
  readonly onAllow: () => Promise<boolean>;
}

export function AccessCard({ hasAccess, onAllow }: AccessCardProps): ReactNode {
  const words = useWords();
  const [wasMissing, setMissing] = useState(!hasAccess);
  const { isDenied, ask } = useRequest(onAllow);
  // Access can be revoked while the page is open.
  if (!hasAccess && !wasMissing) setMissing(true);
  if (!wasMissing && hasAccess) return null;
  return (
    <section aria-labelledby="access" className={css.access} data-missing={!hasAccess}>
      <h2 id="access" className={css.heading}>
        {words.text('welcome_access')}
      </h2>
      {!hasAccess && <p>{words.text('welcome_access_missing')}</p>}
      <div className={css.row}>
        {/* The button stays, so that the focus is not lost. */}
        <Button look="primary" isOff={hasAccess} onClick={ask}>
          {words.text('popup_allow')}
        </Button>
        <output>
          {hasAccess ? words.text('welcome_access_given') : isDenied && words.text('popup_not_allowed')}
        </output>
      </div>
    </section>
  );
}
