// Access to web pages, where the browser has not given it by itself. Once it was missing its place stays, so that what came of the question is seen.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { useRequest } from '../ui/use-request.ts';
import { useWords } from '../ui/words-context.tsx';
import css from './welcome-view.module.css';

interface AccessCardProps {
  readonly hasAccess: boolean;
  /** Resolves to whether access was given. */
  readonly onAllow: () => Promise<boolean>;
}

export function AccessCard({ hasAccess, onAllow }: AccessCardProps): ReactNode {
  const words = useWords();
  const [wasMissing, setMissing] = useState(!hasAccess);
  const { isDenied, ask } = useRequest(onAllow);
  // It can be taken away again while the page is open.
  if (!hasAccess && !wasMissing) setMissing(true);
  if (!wasMissing && hasAccess) return null;
  return (
    <section aria-labelledby="access" className={css.access} data-missing={!hasAccess}>
      <h2 id="access" className={css.heading}>
        {words.text('welcome_access')}
      </h2>
      {!hasAccess && <p>{words.text('welcome_access_missing')}</p>}
      <div className={css.row}>
        {/* It keeps its place, so that the focus is not lost with it. */}
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
