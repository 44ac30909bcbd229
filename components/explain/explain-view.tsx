// "Risks explained": the general topics, then every finding of the catalogue at its own anchor (`#<finding id>`).
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Finding } from '../../lib/verdict/finding.ts';
import { SUBJECTS } from '../../lib/verdict/verdict.ts';
import type { Subject } from '../../lib/verdict/verdict.ts';
import { findingKey, keyFor } from '../../lib/words/word-keys.ts';
import type { Language } from '../../lib/text/language.ts';
import type { Words } from '../../lib/words/words.ts';
import { PageLayout } from '../page/page-layout.tsx';
import type { IndexEntry } from '../page/page-layout.tsx';
import { useStore } from '../ui/use-store.ts';
import type { Store } from '../ui/use-store.ts';
import { useWords } from '../ui/words-context.tsx';
import { AddressBarDrawing } from './address-bar-drawing.tsx';
import css from './explain-view.module.css';
import { FindingText } from './finding-text.tsx';

/** The general topics before the findings: their ids are anchors of the page. */
const TOPICS = ['address-bar', 'not-secure', 'chrome-154', 'plain-text', 'search-ranking', 'kept'] as const;

export interface ExplainViewProps {
  readonly findings: readonly Finding[];
  /** The anchor to go to: the words come after the page, so the browser alone would miss it. */
  readonly target: Store<string | null>;
  readonly onLanguage: (language: Language) => void;
}

export function ExplainView({ findings, target: store, onLanguage }: ExplainViewProps): ReactNode {
  const words = useWords();
  const target = useStore(store);
  const content = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (target === null) return;
    const element = content.current?.querySelector<HTMLElement>(`#${CSS.escape(target)}`);
    // Focus goes along, so that reading with a screen reader begins here too.
    element?.focus({ preventScroll: true });
    element?.scrollIntoView();
  }, [target]);

  return (
    <PageLayout title={words.text('explain_title')} index={indexOf(words, findings)} onLanguage={onLanguage}>
      <div ref={content} className={css.content}>
        <p className={css.intro}>{words.text('explain_intro')}</p>
        <section aria-labelledby="general">
          <h2 id="general" tabIndex={-1} className={css.group}>
            {words.text('explain_general')}
          </h2>
          {TOPICS.map((topic) => (
            <section key={topic} aria-labelledby={topic} className={css.topic}>
              <h3
                id={topic}
                tabIndex={-1}
                className={css.heading}
                data-target={topic === target || undefined}
              >
                {words.text(keyFor('explain', topic))}
              </h3>
              <p>{words.text(`${keyFor('explain', topic)}_text`)}</p>
              {topic === 'address-bar' && <AddressBarDrawing />}
            </section>
          ))}
        </section>
        {SUBJECTS.map((subject) => (
          <section key={subject} aria-labelledby={subject}>
            <h2 id={subject} tabIndex={-1} className={css.group}>
              {words.text(keyFor('row', subject))}
            </h2>
            {findings
              .filter((finding) => finding.subject === subject)
              .map((finding) => (
                <FindingText key={finding.id} finding={finding} isTarget={finding.id === target} />
              ))}
          </section>
        ))}
      </div>
    </PageLayout>
  );
}

function indexOf(words: Words, findings: readonly Finding[]): readonly IndexEntry[] {
  const general: IndexEntry = { id: 'general', name: words.text('explain_general'), level: 1 };
  const topics = TOPICS.map((topic): IndexEntry => ({
    id: topic,
    name: words.text(keyFor('explain', topic)),
    level: 2,
  }));
  return [general, ...topics, ...SUBJECTS.flatMap((subject) => indexOfSubject(words, findings, subject))];
}

function indexOfSubject(words: Words, findings: readonly Finding[], subject: Subject): readonly IndexEntry[] {
  const section: IndexEntry = { id: subject, name: words.text(keyFor('row', subject)), level: 1 };
  const parts = findings
    .filter((finding) => finding.subject === subject)
    .map(({ id }): IndexEntry => ({ id, name: words.text(findingKey(id, 'title')), level: 2 }));
  return [section, ...parts];
}
