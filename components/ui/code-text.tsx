// Text from the page or its server, distinct from the extension's own: in another typeface, isolated from the text direction around it, and
// shortened so that it cannot displace other content.
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { showHostile } from '../../lib/text/hostile-text.ts';
import type { WordPart } from '../../lib/words/words.ts';
import css from './code-text.module.css';

/** Shows a possibly hostile text. `max`: the number of characters shown. */
export function CodeText({ text, max }: { readonly text: string; readonly max?: number }): ReactNode {
  return (
    <bdi dir="ltr" className={css.code}>
      {showHostile(text, max)}
    </bdi>
  );
}

interface SentenceProps {
  readonly parts: readonly WordPart[];
  /** `plain`: for names of people and organisations, which are not code; they keep the direction of their own script. */
  readonly look?: 'code' | 'plain';
}

/** A sentence whose parameters are text from the page; `parts` come from `words.parts()`, which has made them safe to show. */
export function Sentence({ parts, look = 'code' }: SentenceProps): ReactNode {
  return parts.map(({ text, isParam }, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the order of a sentence's pieces never changes
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
