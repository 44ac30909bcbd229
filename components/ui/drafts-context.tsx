// Drafts: texts of fields that survive a reload, for every component below the provider.
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { DraftName, Drafts } from '../../lib/settings/drafts.ts';
import { useSaving } from './saving-context.tsx';

interface DraftsInView extends Pick<Drafts, 'read'> {
  readonly write: (name: DraftName, text: string | null) => void;
}

const DraftsContext = createContext<DraftsInView | null>(null);

interface DraftsProviderProps {
  readonly drafts: Drafts;
  readonly children: ReactNode;
}

export function DraftsProvider({ drafts, children }: DraftsProviderProps): ReactNode {
  const save = useSaving();
  const inView = useMemo<DraftsInView>(
    () => ({ read: drafts.read, write: (name, text) => save(drafts.write(name, text)) }),
    [drafts, save],
  );
  return <DraftsContext value={inView}>{children}</DraftsContext>;
}

/** Like useState() for the text of a field. `initial`: the text without a draft. */
export function useDraft(
  name: DraftName,
  initial: string,
): readonly [text: string, setText: (text: string) => void] {
  const drafts = useContext(DraftsContext);
  if (drafts === null) throw new Error('useDraft() needs a <DraftsProvider> above it');
  const [text, setText] = useState(() => drafts.read(name) ?? initial);
  useEffect(() => {
    // The field's value equals its draft: the draft was submitted.
    if (drafts.read(name) === initial) drafts.write(name, null);
  }, [drafts, name, initial]);
  return [
    text,
    (next) => {
      setText(next);
      drafts.write(name, next === initial ? null : next);
    },
  ];
}
