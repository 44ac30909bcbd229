// Puts a view into its page, with the language that its words are in.
import { StrictMode } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Words } from '../../lib/words/words.ts';
import './tokens.css';
import { WordsProvider } from './words-context.tsx';

export interface MountedView {
  /** Shows the view, or shows it anew. */
  readonly render: (words: Words, title: string, view: ReactNode) => void;
}

/** Takes over the element `#root`. */
export function mount(document: Document): MountedView {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no #root');
  const root = createRoot(element);
  return {
    render: (words, title, view) => {
      document.documentElement.lang = words.locale;
      document.title = title;
      root.render(
        <StrictMode>
          <WordsProvider words={words}>{view}</WordsProvider>
        </StrictMode>,
      );
    },
  };
}
