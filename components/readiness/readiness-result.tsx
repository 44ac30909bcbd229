// The result of the check: counts, the faults of each host, what must be checked elsewhere and how, and the lists for the console.
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { ConsoleList, Readiness, UseState } from '../../lib/readiness/check.ts';
import type { IcpNumber } from '../../lib/readiness/icp.ts';
import type { UnreadLine } from '../../lib/readiness/list.ts';
import { writeReadinessCsv, writeReadinessJson } from '../../lib/readiness/readiness-report.ts';
import { Sentence } from '../ui/code-text.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { useWords } from '../ui/words-context.tsx';
import { CodeList } from '../ui/code-list.tsx';
import { ReadinessHosts } from './readiness-hosts.tsx';
import { ReadinessUnseen } from './readiness-unseen.tsx';
import css from './readiness.module.css';

export interface ShownReadiness {
  readonly readiness: Readiness;
  /** The filing numbers that the page shows; null: no page was read. */
  readonly filing: { readonly numbers: readonly IcpNumber[]; readonly linksMinistry: boolean } | null;
  readonly unread: readonly UnreadLine[];
  readonly leftOut: number;
}

interface ReadinessResultProps {
  readonly shown: ShownReadiness;
  /** ms since epoch. */
  readonly now: () => number;
}

const STATES = [
  ['not-allowed', 'readiness_sum_not_allowed'],
  ['unseen', 'readiness_sum_unseen'],
  ['ok', 'readiness_sum_ok'],
] as const satisfies readonly (readonly [UseState, string])[];

export function ReadinessResult({ shown, now }: ReadinessResultProps): ReactNode {
  const words = useWords();
  const headingId = useId();
  const { readiness, filing, unread, leftOut } = shown;
  const counts = STATES.map(
    ([state, key]) => [key, readiness.hosts.filter((host) => host.state === state).length] as const,
  ).filter(([, count]) => count > 0);
  return (
    <section className={css.result} aria-labelledby={headingId}>
      <h4 id={headingId} className={css.heading}>
        {words.text('readiness_result')}
      </h4>
      <output className={css.sum}>
        {counts.map(([key, count]) => (
          <span key={key}>{words.count(key, count)}</span>
        ))}
      </output>
      {filing !== null && <Filing filing={filing} />}
      <Unread unread={unread} leftOut={leftOut} />
      <ReadinessHosts hosts={readiness.hosts} />
      <ReadinessUnseen hosts={readiness.hosts} />
      <Lists readiness={readiness} />
      <div className={css.row}>
        <CopyButton text={() => writeReadinessJson(readiness, now())}>
          {words.text('readiness_copy_json')}
        </CopyButton>
        <CopyButton text={() => writeReadinessCsv(readiness)}>{words.text('readiness_copy_csv')}</CopyButton>
      </div>
    </section>
  );
}

function Filing({ filing }: { readonly filing: NonNullable<ShownReadiness['filing']> }): ReactNode {
  const words = useWords();
  const { numbers, linksMinistry } = filing;
  return (
    <div className={css.part}>
      {numbers.length === 0 ? (
        <p>{words.text('readiness_icp_none')}</p>
      ) : (
        <p>
          <Sentence parts={words.parts('readiness_icp_found', words.list(numbers.map(({ text }) => text)))} />
        </p>
      )}
      {numbers.length > 0 && numbers.every(({ names }) => names === 'operator') && (
        <p className={css.soft}>{words.text('readiness_icp_operator')}</p>
      )}
      {linksMinistry && <p className={css.soft}>{words.text('readiness_icp_link')}</p>}
    </div>
  );
}

function Unread({ unread, leftOut }: Pick<ShownReadiness, 'unread' | 'leftOut'>): ReactNode {
  const words = useWords();
  if (unread.length + leftOut === 0) return null;
  return (
    <div className={css.part}>
      {unread.length > 0 && <p>{words.count('readiness_unread', unread.length)}</p>}
      {unread.length > 0 && (
        <ul className={css.dashes}>
          {unread.map(({ line, text }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- every check creates a new list
            <li key={index}>
              <Sentence parts={words.parts('readiness_unread_line', line, text)} />
            </li>
          ))}
        </ul>
      )}
      {leftOut > 0 && <p>{words.count('readiness_left_out', leftOut)}</p>}
    </div>
  );
}

function Lists({ readiness }: Pick<ShownReadiness, 'readiness'>): ReactNode {
  const words = useWords();
  return (
    <div className={css.part}>
      <h5 className={css.strong}>{words.text('readiness_lists')}</h5>
      {readiness.lists.length === 0 && <p className={css.soft}>{words.text('readiness_lists_none')}</p>}
      {joinEqual(readiness.lists).map(({ apis, entries }) => (
        <CodeList
          key={apis.join()}
          label={words.list(apis)}
          lines={entries}
          copy={words.text('readiness_copy_list', words.list(apis))}
        />
      ))}
    </div>
  );
}

/** A list that several APIs share is shown once. */
function joinEqual(
  lists: readonly ConsoleList[],
): readonly { readonly apis: readonly string[]; readonly entries: readonly string[] }[] {
  const joined = new Map<string, { readonly apis: string[]; readonly entries: readonly string[] }>();
  for (const { api, entries } of lists) {
    const key = entries.join('\n');
    const known = joined.get(key);
    if (known === undefined) joined.set(key, { apis: [api], entries });
    else known.apis.push(api);
  }
  return [...joined.values()];
}
