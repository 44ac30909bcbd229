// All rules of the check, for those who want to know them before they have a result.
import type { ReactNode } from 'react';
import { RULE_IDS, RULES } from '../../lib/readiness/platform-rules.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './readiness.module.css';

export function ReadinessRules(): ReactNode {
  const words = useWords();
  return (
    <Disclosure look="inline" summary={words.text('readiness_rules')}>
      {() => (
        <ol className={css.rules}>
          {RULE_IDS.map((id) => (
            <li key={id}>
              <p className={css.strong}>
                {words.text('readiness_rule', RULES[id].number, words.text(keyFor('readiness_title', id)))}
              </p>
              <p className={css.soft}>{words.text(keyFor('readiness_why', id))}</p>
            </li>
          ))}
        </ol>
      )}
    </Disclosure>
  );
}
