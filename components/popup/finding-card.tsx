// One finding: what it is, what it means for the reader, and a disclosure with the evidence.
import type { ReactNode } from 'react';
import type { FoundFinding } from '../../lib/verdict/verdict.ts';
import { evidenceParts, hiddenEvidence } from '../../lib/words/evidence-words.ts';
import { findingKey } from '../../lib/words/word-keys.ts';
import { severityWord } from '../../lib/words/verdict-words.ts';
import { useActions } from '../ui/actions-context.tsx';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/code-text.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Prose } from '../ui/prose.tsx';
import { Shape, shapeOf } from '../ui/shape.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './finding-card.module.css';

interface FindingCardProps {
  readonly finding: FoundFinding;
  readonly voice: 'visitor' | 'owner';
}

export function FindingCard({ finding, voice }: FindingCardProps): ReactNode {
  const words = useWords();
  const { explain } = useActions();
  const { id, severity, count } = finding;
  const title = words.text(findingKey(id, 'title'));
  return (
    <article className={`${css.card} ${css[severity]}`}>
      <p className={css.severity}>
        <Shape state={shapeOf(severity)} size="small" />
        <span>{severityWord(words, severity)}</span>
        {count > 1 && <span className={css.count}>{words.count('popup_found', count)}</span>}
      </p>
      <h2 className={css.title}>{title}</h2>
      <p>
        <Prose text={words.text(findingKey(id, voice))} />
      </p>
      <div className={css.actions}>
        <Disclosure look="inline" summary={words.text('popup_evidence')}>
          {() => <EvidenceList finding={finding} />}
        </Disclosure>
        <div className={css.more}>
          <Button look="link" label={words.text('popup_more_about', title)} onClick={() => explain(id)}>
            {words.text('popup_more')}
          </Button>
        </div>
      </div>
    </article>
  );
}

function EvidenceList({ finding }: { readonly finding: FoundFinding }): ReactNode {
  const words = useWords();
  const hidden = hiddenEvidence(finding);
  return (
    <ul className={css.evidence}>
      {finding.evidence.map((evidence, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two pieces of evidence can have the same text, and none has state
        <li key={index}>
          <Sentence parts={evidenceParts(words, evidence)} />
        </li>
      ))}
      {hidden > 0 && <li>{words.count('popup_evidence_more', hidden)}</li>}
    </ul>
  );
}
