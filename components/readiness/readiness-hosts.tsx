// The hosts of a check: those with faults in detail, the others with one line each.
import type { ReactNode } from 'react';
import type { ApiResult, HostResult, UseState } from '../../lib/readiness/check.ts';
import { RULES } from '../../lib/readiness/platform-rules.ts';
import type { RuleId } from '../../lib/readiness/platform-rules.ts';
import type { State } from '../../lib/verdict/verdict.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { CodeText, Sentence } from '../ui/code-text.tsx';
import { Prose } from '../ui/prose.tsx';
import { Shape } from '../ui/shape.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './readiness.module.css';

/** Hosts that are shown; a copy contains all of them. */
const MAX_HOSTS = 100;

/** The shapes of the extension's states, with the same meaning: needs attention, worth knowing, nothing found. */
const SHAPES: Readonly<Record<UseState, State>> = {
  'not-allowed': 'warning',
  unseen: 'notice',
  ok: 'nothing-found',
};

export function ReadinessHosts({ hosts }: { readonly hosts: readonly HostResult[] }): ReactNode {
  const words = useWords();
  const hidden = hosts.length - MAX_HOSTS;
  return (
    <ul className={css.hosts}>
      {hosts.slice(0, MAX_HOSTS).map((host) => (
        <li key={host.host} className={css.host}>
          <Host result={host} />
        </li>
      ))}
      {hidden > 0 && <li>{words.count('popup_evidence_more', hidden)}</li>}
    </ul>
  );
}

function Host({ result }: { readonly result: HostResult }): ReactNode {
  const words = useWords();
  const libraries = [...new Set(result.apis.map(({ baseLibrary }) => baseLibrary))].filter(
    (version) => version !== null,
  );
  return (
    <>
      <p className={css.name}>
        <Shape state={SHAPES[result.state]} size="small" />
        <CodeText text={result.host} max={255} />
        <span className={css.state}>{words.text(keyFor('readiness_state', result.state))}</span>
      </p>
      {groupByRule(result.apis).map(({ rule, address, apis }) => (
        <Broken key={rule} rule={rule} address={address} apis={apis} />
      ))}
      {libraries.map((version) => (
        <p key={version} className={css.soft}>
          {words.text('readiness_base_library', version)}
        </p>
      ))}
    </>
  );
}

interface BrokenProps {
  readonly rule: RuleId;
  readonly address: string;
  readonly apis: readonly string[];
}

function Broken({ rule, address, apis }: BrokenProps): ReactNode {
  const words = useWords();
  // An exempted host has no faults.
  if (rule === 'cloud-hosting') return null;
  return (
    <div className={css.broken}>
      <p className={css.strong}>
        {words.text('readiness_rule', RULES[rule].number, words.text(keyFor('readiness_title', rule)))}
      </p>
      <p>{words.text(keyFor('readiness_why', rule))}</p>
      <p>
        <Prose text={words.text(keyFor('readiness_do', rule))} />
      </p>
      <p className={css.soft}>
        <Sentence parts={words.parts('readiness_address', address)} />
        {' · '}
        <Sentence parts={words.parts('readiness_for', words.list(apis))} />
      </p>
    </div>
  );
}

/** A fault that applies to several APIs is shown once. */
function groupByRule(results: readonly ApiResult[]): readonly BrokenProps[] {
  const groups = new Map<RuleId, BrokenProps>();
  for (const { api, broken } of results) {
    for (const { rule, address } of broken) {
      const known = groups.get(rule);
      groups.set(rule, { rule, address: known?.address ?? address, apis: [...(known?.apis ?? []), api] });
    }
  }
  return [...groups.values()];
}
