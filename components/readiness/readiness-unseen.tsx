// The rules that no browser can check, with other ways to check them: shown once, not for every host.
import type { ReactNode } from 'react';
import type { HostResult } from '../../lib/readiness/check.ts';
import { RULES } from '../../lib/readiness/platform-rules.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { Prose } from '../ui/prose.tsx';
import { useWords } from '../ui/words-context.tsx';
import { CodeList } from '../ui/code-list.tsx';
import css from './readiness.module.css';

interface ReadinessUnseenProps {
  readonly hosts: readonly HostResult[];
}

/** The rules that can be `unseen`, ordered by number. */
const UNSEEN_RULES = ['registered', 'filing', 'certificate'] as const;

export function ReadinessUnseen({ hosts }: ReadinessUnseenProps): ReactNode {
  const words = useWords();
  const unseen = new Set(hosts.flatMap(({ apis }) => apis.flatMap((api) => api.unseen)));
  const rules = UNSEEN_RULES.filter((rule) => unseen.has(rule));
  if (rules.length === 0) return null;
  const commands = hosts.flatMap((host) => host.commands);
  return (
    <div className={css.part}>
      <h5 className={css.strong}>{words.text('readiness_unseen_heading')}</h5>
      {rules.map((rule) => (
        <div key={rule}>
          <p>
            {words.text('readiness_rule', RULES[rule].number, words.text(keyFor('readiness_title', rule)))}
          </p>
          <p className={css.soft}>
            <Prose text={words.text(keyFor('readiness_check', rule))} />
          </p>
        </div>
      ))}
      {commands.length > 0 && (
        <CodeList
          label={words.text('readiness_commands')}
          lines={commands}
          copy={words.text('readiness_copy_commands')}
        />
      )}
    </div>
  );
}
