// The outcome of copying and saving: one state and one line of text for every view that offers them.
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { WordKey } from '../../lib/words/word-keys.ts';
import { useActions } from './actions-context.tsx';
import type { SavedFile } from './actions-context.tsx';
import { useWords } from './words-context.tsx';

/** `text`: after a failed copy, the text that the user can copy by hand. */
export type Outcome =
  | { readonly kind: 'copied' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly text: string };

export interface OutcomeControls {
  /** The outcome of the last action; null: there was none yet. */
  readonly outcome: Outcome | null;
  readonly copy: (text: string) => void;
  readonly save: (file: SavedFile) => void;
}

export function useOutcome(): OutcomeControls {
  const actions = useActions();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return {
    outcome,
    copy: (text) => {
      actions.copy(text).then(
        () => setOutcome({ kind: 'copied' }),
        () => setOutcome({ kind: 'failed', text }),
      );
    },
    save: (file) => {
      actions.save(file);
      setOutcome({ kind: 'saved' });
    },
  };
}

interface OutcomeTextProps {
  readonly outcome: Outcome | null;
  readonly className?: string | undefined;
  /** Replaces the default sentence for a failed copy. */
  readonly failed?: WordKey;
}

/** The outcome as a sentence, announced to screen readers; empty before the first action. */
export function OutcomeText({ outcome, className, failed = 'copy_failed' }: OutcomeTextProps): ReactNode {
  const words = useWords();
  return <output className={className}>{outcome !== null && words.text(keyOf(outcome, failed))}</output>;
}

function keyOf({ kind }: Outcome, failed: WordKey): WordKey {
  switch (kind) {
    case 'copied':
      return 'copy_done';
    case 'saved':
      return 'certificate_saved';
    case 'failed':
      return failed;
  }
}
