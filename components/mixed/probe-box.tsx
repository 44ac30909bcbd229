// "Does https work there?": the text beside the button names the hosts and the number of requests; then the progress, and the result by host.
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { hasKnownSuffix } from '../../lib/address/public-suffix.ts';
import type { PageRecord } from '../../lib/record/record.ts';
import { planProbe } from '../../lib/probe/plan.ts';
import { isOfHost, isUnderWay, PROBE_STOPPED } from '../../lib/probe/probe.ts';
import type { ProbeAnswer, ProbeState } from '../../lib/probe/probe.ts';
import { maxRequests } from '../../lib/probe/run-probe.ts';
import { hostOf } from '../../lib/probe/read-answer.ts';
import { describeAnswer, stateOfAnswer } from '../../lib/words/probe-words.ts';
import { Button } from '../ui/button.tsx';
import { CodeText } from '../ui/code-text.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Shape } from '../ui/shape.tsx';
import { useRequest } from '../ui/use-request.ts';
import { useWords } from '../ui/words-context.tsx';
import css from './mixed.module.css';
import fix from './mixed-fix.module.css';
import type { MixedTools } from './mixed-tools.ts';

interface ProbeBoxProps {
  readonly record: PageRecord;
  readonly tools: MixedTools;
  /** ms since epoch. */
  readonly now: number;
}

export function ProbeBox({ record, tools, now }: ProbeBoxProps): ReactNode {
  const words = useWords();
  const plan = useMemo(() => planProbe(record.mixed, record.url, hasKnownSuffix), [record.mixed, record.url]);
  const probe = tools.probe?.documentId === record.documentId ? tools.probe : null;
  const [stopped, setStopped] = useState<ProbeState | null>(null);
  const isAsking = isUnderWay(probe, now) && stopped !== probe;
  // No event reports that the background was stopped.
  useEffect(() => {
    if (!isAsking) return;
    const timer = setTimeout(() => setStopped(probe), PROBE_STOPPED);
    return () => clearTimeout(timer);
  }, [isAsking, probe]);
  const { hosts, addresses, leftOut, leftOutPrivate } = plan;
  const { isDenied, ask } = useRequest(() => {
    setStopped(null);
    return tools.onProbe(hosts);
  });
  return (
    <div className={css.section}>
      {hosts.length > 0 && !isAsking && (
        <>
          <p className={css.soft}>
            {words.count('probe_sends_hosts', hosts.length)}{' '}
            {words.count('probe_sends_requests', addresses.length, words.number(maxRequests(plan)))}
          </p>
          <ul
            className={fix.hosts}
            aria-label={words.text('probe_hosts')}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
            tabIndex={hosts.length > 6 ? 0 : undefined}
          >
            {hosts.map((host) => (
              <li key={host}>
                <CodeText text={host} max={120} />
              </li>
            ))}
          </ul>
          {leftOut > 0 && <p className={css.soft}>{words.count('probe_left_out', leftOut)}</p>}
        </>
      )}
      {leftOutPrivate > 0 && (
        <p className={css.soft}>{words.count('probe_left_out_private', leftOutPrivate)}</p>
      )}
      <div className={css.line}>
        {isAsking && probe !== null ? (
          <Button onClick={tools.onCancelProbe}>{words.text('probe_cancel')}</Button>
        ) : (
          hosts.length > 0 && (
            <Button onClick={ask}>{words.text(probe === null ? 'probe_button' : 'probe_again')}</Button>
          )
        )}
        <output className={css.soft}>
          {isDenied
            ? words.text('probe_denied')
            : probe !== null && <Progress probe={probe} isAsking={isAsking} />}
        </output>
      </div>
      {probe !== null && <Answers answers={probe.answers} />}
    </div>
  );
}

function Progress({
  probe: { phase, answers, total, at },
  isAsking,
}: {
  readonly probe: ProbeState;
  readonly isAsking: boolean;
}): ReactNode {
  const words = useWords();
  const done = Object.keys(answers).length;
  if (isAsking) return words.text('probe_progress', done, total);
  return phase === 'done'
    ? words.text('probe_done', words.time(at))
    : words.text('probe_cancelled', done, total);
}

/** The results by host; a host without https has one result for all its addresses. */
function Answers({ answers }: { readonly answers: ProbeState['answers'] }): ReactNode {
  const hosts = useMemo(() => groupByHost(answers), [answers]);
  return (
    <ul className={fix.answers}>
      {hosts.map(({ host, tally, addresses }) => (
        <li key={host} className={fix.answerHost}>
          <p className={css.strong}>
            <CodeText text={host} max={120} />
          </p>
          {tally.map(({ answer, count }) => (
            <Tally key={JSON.stringify(answer)} answer={answer} count={count} />
          ))}
          {addresses.length > 1 && tally.length > 1 && <Addresses addresses={addresses} host={host} />}
        </li>
      ))}
    </ul>
  );
}

function Tally({ answer, count }: { readonly answer: ProbeAnswer; readonly count: number }): ReactNode {
  const words = useWords();
  return (
    <div className={css.answer}>
      <Shape state={stateOfAnswer(answer)} size="small" />
      <span className={css.grow}>
        {describeAnswer(words, answer)}
        {'code' in answer && (
          <span className={css.soft}>
            {' '}
            <CodeText text={answer.code} max={120} />
          </span>
        )}
      </span>
      {count > 1 && !isOfHost(answer) && (
        <span className={css.soft}>{words.count('mixed_times', count)}</span>
      )}
    </div>
  );
}

function Addresses({
  addresses,
  host,
}: {
  readonly addresses: readonly (readonly [string, ProbeAnswer])[];
  readonly host: string;
}): ReactNode {
  const words = useWords();
  return (
    <Disclosure look="inline" summary={words.text('probe_addresses')} about={host}>
      {() => (
        <ul className={fix.addresses}>
          {addresses.map(([address, answer]) => (
            <li key={address}>
              <CodeText text={address} max={160} />
              <span className={css.answer}>
                <Shape state={stateOfAnswer(answer)} size="small" />
                {describeAnswer(words, answer)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}

interface HostAnswers {
  readonly host: string;
  readonly addresses: (readonly [string, ProbeAnswer])[];
  readonly tally: { readonly answer: ProbeAnswer; count: number }[];
}

function groupByHost(answers: ProbeState['answers']): readonly HostAnswers[] {
  const hosts = new Map<string, HostAnswers>();
  for (const [address, answer] of Object.entries(answers)) {
    const host = hostOf(address);
    const group = hosts.get(host) ?? { host, addresses: [], tally: [] };
    hosts.set(host, group);
    group.addresses.push([address, answer]);
    const same = group.tally.find((each) => JSON.stringify(each.answer) === JSON.stringify(answer));
    if (same === undefined) group.tally.push({ answer, count: 1 });
    else same.count += 1;
  }
  return [...hosts.values()];
}
