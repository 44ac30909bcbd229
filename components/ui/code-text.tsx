// Text that the page or its server chose, set apart from ours: in another type, isolated from the direction of its neighbours, and never
// long enough to bury them.
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { showHostile } from '../../lib/text/hostile-text.ts';
import type { WordPart } from '../../lib/words/words.ts';
import css from './code-text.module.css';

/** A hostile text as text. `max`: characters of it that are shown. */
export function CodeText({ text, max }: { readonly text: string; readonly max?: number }): ReactNode {
  return (
    <bdi dir="ltr" className={css.code}>
      {showHostile(text, max)}
    </bdi>
  );
}

interface SentenceProps {
  readonly parts: readonly WordPart[];
  /** `plain`: names of people and organisations, which are no code; they keep the direction of their own script. */
  readonly look?: 'code' | 'plain';
}

/** A sentence whose parameters are the page's own text; `parts` come from `words.parts()`, which has made them fit to be shown. */
export function Sentence({ parts, look = 'code' }: SentenceProps): ReactNode {
  return parts.map(({ text, isParam }, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the pieces of one sentence never change places
    <Fragment key={index}>
      {isParam ? (
        <bdi dir={look === 'code' ? 'ltr' : 'auto'} className={css[look]}>
          {text}
        </bdi>
      ) : (
        text
      )}
    </Fragment>
  ));
}
