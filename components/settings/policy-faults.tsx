// The invalid values of the organisation's policy, listed so that an administrator can correct them.
import type { ReactNode } from 'react';
import type { PolicyFault } from '../../lib/settings/policy.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { Sentence } from '../ui/code-text.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './policy-faults.module.css';

export function PolicyFaults({ faults }: { readonly faults: readonly PolicyFault[] }): ReactNode {
  const words = useWords();
  if (faults.length === 0) return null;
  return (
    <div className={css.faults}>
      <p>{words.text('policy_faults')}</p>
      <ul>
        {faults.map(({ key, reason, detail }) => (
          <li key={`${key} ${reason}`}>
            <Sentence parts={words.parts(keyFor('policy_fault', reason), key)} />
            {detail !== '' && (
              <>
                {' '}
                <Sentence parts={words.parts('policy_detail', detail)} />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
