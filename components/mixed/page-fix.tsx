// The fix for the whole page: one header, in the syntax of each server, and the requests that it does not fix.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { FIX_LIMITS, SERVER_FIXES, SERVERS } from '../../lib/fix/server-fixes.ts';
import type { Server } from '../../lib/fix/server-fixes.ts';
import type { PageRecord } from '../../lib/record/record.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Prose } from '../ui/prose.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './mixed.module.css';
import fix from './mixed-fix.module.css';

interface PageFixProps {
  readonly record: PageRecord;
}

export function PageFix({ record }: PageFixProps): ReactNode {
  const words = useWords();
  const [server, setServer] = useState<Server>('nginx');
  const id = useId();
  const isThere =
    record.upgradesByMetaSince !== null || record.navigation?.headers?.upgradesInsecureRequests === true;
  const name = words.text(keyFor('fix_server', server));
  return (
    <div className={css.section}>
      <p>
        <Prose text={words.text(isThere ? 'fix_page_there' : 'fix_page_text')} />
      </p>
      {isLate(record) && (
        <p>
          <Prose text={words.text('fix_page_late')} />
        </p>
      )}
      <div className={css.line}>
        <label htmlFor={id}>{words.text('fix_server')}</label>
        <select
          id={id}
          className={fix.select}
          value={server}
          onChange={(event) => setServer(SERVERS.find((each) => each === event.target.value) ?? 'nginx')}
        >
          {SERVERS.map((each) => (
            <option key={each} value={each}>
              {words.text(keyFor('fix_server', each))}
            </option>
          ))}
        </select>
      </div>
      <p className={css.soft}>
        <Prose text={words.text(keyFor('fix_into', server))} />
      </p>
      <CodeBlock key={server} text={SERVER_FIXES[server]} label={name} />
      <Disclosure look="inline" summary={words.text('fix_limits')}>
        {() => (
          <ul className={fix.limits}>
            {FIX_LIMITS.map((limit) => (
              <li key={limit}>
                <Prose text={words.text(keyFor('fix_limit', limit))} />
              </li>
            ))}
          </ul>
        )}
      </Disclosure>
    </div>
  );
}

/** Whether requests precede the policy in the page's markup: the policy is not retroactive. */
function isLate({ upgradesByMetaSince, mixed }: PageRecord): boolean {
  return (
    upgradesByMetaSince !== null &&
    mixed.some(({ frameId, outcome }) => frameId === 0 && outcome === 'blocked')
  );
}
