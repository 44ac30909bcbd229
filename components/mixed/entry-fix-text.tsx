// The fix for one entry: the address to write, where to write it, and whether that is enough.
import type { ReactNode } from 'react';
import { fixEntry } from '../../lib/fix/entry-fix.ts';
import type { ProbeAnswer } from '../../lib/probe/probe.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { CodeText } from '../ui/code-text.tsx';
import { Facts } from '../ui/facts.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './mixed-row.module.css';
import type { MixedEntry } from '../../lib/mixed-content/mixed-entry.ts';

interface EntryFixTextProps {
  readonly entry: MixedEntry;
  readonly answer: ProbeAnswer | null;
}

export function EntryFixText({ entry, answer }: EntryFixTextProps): ReactNode {
  const words = useWords();
  const { to, where, advice } = fixEntry(entry, answer);
  return (
    <div className={css.known}>
      <p>{words.text(keyFor('fix_advice', advice))}</p>
      <Facts
        items={[
          { label: words.text('fix_write'), value: <CodeText text={to} max={400} /> },
          where === null
            ? { label: words.text('fix_where'), value: words.text('fix_where_unknown') }
            : { label: words.text('fix_where'), value: <CodeText text={where} max={400} /> },
        ]}
      />
    </div>
  );
}
