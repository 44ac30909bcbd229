// "Risks explained": the general topics, then every finding of the catalogue at its own anchor (`#<finding id>`).
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { ListedFinding } from '../../lib/verdict/finding-list.ts';
import { SUBJECTS } from '../../lib/verdict/terms.ts';
import type { Subject } from '../../lib/verdict/terms.ts';
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
const TOPICS = [
  { id: 'address-bar', name: 'explain_address_bar', text: 'explain_address_bar_text' },
  { id: 'not-secure', name: 'explain_not_secure', text: 'explain_not_secure_text' },
  { id: 'chrome-154', name: 'explain_chrome_154', text: 'explain_chrome_154_text' },
  { id: 'plain-text', name: 'explain_plain_text', text: 'explain_plain_text_text' },
  { id: 'search-ranking', name: 'explain_search_ranking', text: 'explain_search_ranking_text' },
  { id: 'kept', name: 'explain_kept', text: 'explain_kept_text' },
] as const;

export interface ExplainViewProps {
  readonly findings: readonly ListedFinding[];
  /** The anchor to scroll to. The browser cannot do it, because the text is rendered after the page has loaded. */
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
    // The focus moves too, so that a screen reader starts reading here.
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
          {TOPICS.map(({ id, name, text }) => (
            <section key={id} aria-labelledby={id} className={css.topic}>
              <h3 id={id} tabIndex={-1} className={css.heading} data-target={id === target || undefined}>
                {words.text(name)}
              </h3>
              <p>{words.text(text)}</p>
              {id === 'address-bar' && <AddressBarDrawing />}
            </section>
          ))}
        </section>
        {SUBJECTS.map((subject) => (
          <section key={subject} aria-labelledby={subject}>
            <h2 id={subject} tabIndex={-1} className={css.group}>
              {words.text(keyFor('subject', subject))}
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

function indexOf(words: Words, findings: readonly ListedFinding[]): readonly IndexEntry[] {
  const general: IndexEntry = { id: 'general', name: words.text('explain_general'), level: 1 };
  const topics = TOPICS.map(({ id, name }): IndexEntry => ({
    id,
    name: words.text(name),
    level: 2,
  }));
  return [general, ...topics, ...SUBJECTS.flatMap((subject) => indexOfSubject(words, findings, subject))];
}

function indexOfSubject(
  words: Words,
  findings: readonly ListedFinding[],
  subject: Subject,
): readonly IndexEntry[] {
  const section: IndexEntry = { id: subject, name: words.text(keyFor('subject', subject)), level: 1 };
  const parts = findings
    .filter((finding) => finding.subject === subject)
    .map(({ id }): IndexEntry => ({ id, name: words.text(findingKey(id, 'title')), level: 2 }));
  return [section, ...parts];
}
