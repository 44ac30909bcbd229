// The layout of every whole page (options, risks explained): title, language, the sections, and an index where there is more than one section
// and enough width.
import type { ReactNode } from 'react';
import type { Language } from '../../lib/text/language.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './page-layout.module.css';

export interface IndexEntry {
  /** The `id` of the element that it links to. */
  readonly id: string;
  readonly name: string;
  /** 1: a section; 2: a part of the section before it. */
  readonly level: 1 | 2;
}

interface PageLayoutProps {
  readonly title: string;
  readonly index: readonly IndexEntry[];
  readonly onLanguage: (language: Language) => void;
  readonly children: ReactNode;
}

export function PageLayout({ title, index, onLanguage, children }: PageLayoutProps): ReactNode {
  const words = useWords();
  return (
    <div className={css.page}>
      <header className={css.header}>
        <div>
          <p className={css.product}>{words.text('extension_name')}</p>
          <h1 className={css.title}>{title}</h1>
        </div>
        <LanguageSwitch onChange={onLanguage} />
      </header>
      {index.length > 1 && (
        <nav className={css.index} aria-label={words.text('page_index')}>
          <ul>
            {index.map(({ id, name, level }) => (
              <li key={id} className={level === 1 ? css.section : undefined}>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <main className={css.content}>{children}</main>
    </div>
  );
}
