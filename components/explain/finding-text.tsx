// The full text of a finding: what it is, its severity, and what visitors and owners can do.
import type { ReactNode } from 'react';
import type { ListedFinding } from '../../lib/verdict/finding-list.ts';
import { findingKey } from '../../lib/words/word-keys.ts';
import { severityWord } from '../../lib/words/verdict-words.ts';
import { Prose } from '../ui/prose.tsx';
import { Shape, shapeOf } from '../ui/shape.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './finding-text.module.css';

interface FindingTextProps {
  readonly finding: ListedFinding;
  /** The page was opened for this finding. */
  readonly isTarget: boolean;
}

export function FindingText({ finding: { id, severity }, isTarget }: FindingTextProps): ReactNode {
  const words = useWords();
  return (
    <article
      aria-labelledby={id}
      className={`${css.finding} ${css[severity]}`}
      data-target={isTarget || undefined}
    >
      <p className={css.severity}>
        <Shape state={shapeOf(severity)} size="small" />
        {severityWord(words, severity)}
      </p>
      <h3 id={id} tabIndex={-1} className={css.heading}>
        {words.text(findingKey(id, 'title'))}
      </h3>
      <p>
        <Prose text={words.text(findingKey(id, 'more'))} />
      </p>
      <dl className={css.voices}>
        {severity !== 'advice' && (
          <div>
            <dt className={css.voice}>{words.text('explain_visitor')}</dt>
            <dd>
              <Prose text={words.text(findingKey(id, 'visitor'))} />
            </dd>
          </div>
        )}
        <div>
          <dt className={css.voice}>{words.text('explain_owner')}</dt>
          <dd>
            <Prose text={words.text(findingKey(id, 'owner'))} />
          </dd>
        </div>
      </dl>
    </article>
  );
}
