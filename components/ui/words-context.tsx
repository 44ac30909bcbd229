// The words of the chosen language for every component below.
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Words } from '../../lib/words/words.ts';

const WordsContext = createContext<Words | null>(null);

export function WordsProvider({
  words,
  children,
}: {
  readonly words: Words;
  readonly children: ReactNode;
}): ReactNode {
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** The words of the nearest provider. Throws when there is none: the page was not composed correctly. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('useWords() needs a <WordsProvider> above it');
  return words;
}
