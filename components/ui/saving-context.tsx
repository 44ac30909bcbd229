// Whether the browser saved the user's changes: one state for a whole page, shown in one place.
import { createContext, useCallback, useContext, useState } from 'react';
import type { ReactNode } from 'react';

/** Follows a save of a view. `saving`: rejects when the browser did not save the change. */
export type Save = (saving: Promise<void>) => void;

const SavingContext = createContext<Save | null>(null);

interface SavingProviderProps {
  readonly save: Save;
  readonly children: ReactNode;
}

export function SavingProvider({ save, children }: SavingProviderProps): ReactNode {
  return <SavingContext value={save}>{children}</SavingContext>;
}

/** The saving of the nearest provider. Throws when there is none: the page was not composed correctly. */
export function useSaving(): Save {
  const save = useContext(SavingContext);
  if (save === null) throw new Error('useSaving() needs a <SavingProvider> above it');
  return save;
}

export interface SavingState {
  /** The last change was not saved. */
  readonly isUnsaved: boolean;
  readonly save: Save;
}

/** The state of a page's saving, for its provider and its alert. */
export function useSavingState(): SavingState {
  const [isUnsaved, setUnsaved] = useState(false);
  const save = useCallback<Save>((saving) => {
    saving.then(
      () => setUnsaved(false),
      () => setUnsaved(true),
    );
  }, []);
  return { isUnsaved, save };
}
