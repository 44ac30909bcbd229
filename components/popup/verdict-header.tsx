// The first thing that a user reads: the page, its state, and the verdict in one sentence.
import type { ReactNode } from 'react';
import type { Headline } from '../../lib/words/verdict-words.ts';
import { HostName } from '../ui/host-name.tsx';
import { Shape } from '../ui/shape.tsx';
import css from './verdict-header.module.css';

interface VerdictHeaderProps {
  readonly headline: Headline;
  readonly url: string | null;
  /** Nothing is known yet: the layout is kept, and the text appears after a delay so that it does not flash. */
  readonly isLoading: boolean;
  readonly controls: ReactNode;
}

export function VerdictHeader({ headline, url, isLoading, controls }: VerdictHeaderProps): ReactNode {
  return (
    <header className={`${css.header} ${css[headline.state]} ${isLoading ? css.loading : ''}`}>
      <Shape state={headline.state} size="large" />
      <div className={css.controls}>{controls}</div>
      <div className={css.title}>
        <div className={css.host}>{url !== null && <HostName url={url} />}</div>
        <h1 className={css.word}>{headline.word}</h1>
      </div>
      <p className={css.sentence} aria-live="polite">
        {headline.sentence}
      </p>
    </header>
  );
}
