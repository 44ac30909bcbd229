// Renders a view into its page, with providers of words and actions, and sets the page's language and title.
import { StrictMode, useLayoutEffect } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Words } from '../../lib/words/words.ts';
import { ActionsProvider } from './actions-context.tsx';
import type { Actions } from './actions-context.tsx';
import './tokens.css';
import { useStore } from './use-store.ts';
import type { Store } from './use-store.ts';
import { WordsProvider } from './words-context.tsx';

export interface PageFrame {
  readonly words: Store<Words>;
  readonly actions: Actions;
  readonly title: (words: Words) => string;
}

/** Creates a React root in the element `#root`; returns a function that renders a view in it, first and again. */
export function mount(document: Document): (frame: PageFrame, view: ReactNode) => void {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no #root');
  const root = createRoot(element);
  return (frame, view) =>
    root.render(
      <StrictMode>
        <Page {...frame}>{view}</Page>
      </StrictMode>,
    );
}

function Page({
  words: store,
  actions,
  title,
  children,
}: PageFrame & { readonly children: ReactNode }): ReactNode {
  const words = useStore(store);
  useLayoutEffect(() => {
    document.documentElement.lang = words.locale;
    document.title = title(words);
  }, [words, title]);
  return (
    <WordsProvider words={words}>
      <ActionsProvider actions={actions}>{children}</ActionsProvider>
    </WordsProvider>
  );
}
