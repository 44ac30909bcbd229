// The browser actions that every view can use. Components take them from the nearest provider, so that no component passes them on.
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';

/** A file for the user's downloads. */
export interface SavedFile {
  readonly name: string;
  readonly text: string;
  /** Media type. */
  readonly type: string;
}

export interface Actions {
  /** Copies a text. Rejects when the browser does not allow access to the clipboard. */
  readonly copy: (text: string) => Promise<void>;
  readonly save: (file: SavedFile) => void;
  /** Opens "Risks explained" at a finding; null: at the top. */
  readonly explain: (findingId: string | null) => void;
}

const ActionsContext = createContext<Actions | null>(null);

interface ActionsProviderProps {
  readonly actions: Actions;
  readonly children: ReactNode;
}

export function ActionsProvider({ actions, children }: ActionsProviderProps): ReactNode {
  return <ActionsContext value={actions}>{children}</ActionsContext>;
}

/** The actions of the nearest provider. Throws when there is none: the page was not composed correctly. */
export function useActions(): Actions {
  const actions = useContext(ActionsContext);
  if (actions === null) throw new Error('useActions() needs an <ActionsProvider> above it');
  return actions;
}
