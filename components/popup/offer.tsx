// What a user can do when there is no page to judge: allow access, or reload.
import type { ReactNode } from 'react';
import type { PageState } from '../../lib/record/page-state.ts';
import type { Verdict } from '../../lib/verdict/verdict.ts';
import { isCheckedByReload } from '../../lib/words/verdict-words.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/code-text.tsx';
import { useRequest } from '../ui/use-request.ts';
import { useWords } from '../ui/words-context.tsx';
import css from './offer.module.css';

interface OfferProps {
  readonly page: PageState;
  readonly verdict: Verdict | null;
  /** Resolves to whether access was granted. */
  readonly onAllow: () => Promise<boolean>;
  readonly onReload: () => void;
}

export function Offer({ page, verdict, onAllow, onReload }: OfferProps): ReactNode {
  const words = useWords();
  const { isDenied, ask } = useRequest(onAllow);

  if (page.kind === 'no-access') {
    return (
      <div className={css.offer}>
        <Button look="primary" onClick={ask}>
          {words.text('popup_allow')}
        </Button>
        <output>{isDenied && words.text('popup_not_allowed')}</output>
      </div>
    );
  }
  const isUnseen =
    page.kind === 'not-observed' ? isCheckedByReload(page) : verdict?.reason === 'not-observed';
  if (isUnseen) {
    return (
      <div className={css.offer}>
        <Button look="primary" onClick={onReload}>
          {words.text('popup_reload')}
        </Button>
      </div>
    );
  }
  if (page.kind === 'record' && page.record.absence !== null) {
    return (
      <p className={css.offer}>
        <span>
          <Sentence parts={words.parts('popup_code', page.record.absence.code)} />
        </span>
      </p>
    );
  }
  return null;
}
