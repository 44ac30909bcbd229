// "Your site": which site is meant, its hosts, and every reason as a sentence with a switch.
import type { ReactNode } from 'react';
import { addHost, removeHost, switchReason } from '../../lib/plans/answers.ts';
import type { Answers } from '../../lib/plans/answers.ts';
import type { Catalogue } from '../../lib/plans/catalogue.ts';
import type { Need, WeighedReason } from '../../lib/plans/need.ts';
import type { SiteFacts } from '../../lib/plans/site-facts.ts';
import { describeReason, describeReasonRemark, localText } from '../../lib/words/plan-words.ts';
import { Button } from '../ui/button.tsx';
import { CodeText, Sentence } from '../ui/code-text.tsx';
import { useWords } from '../ui/words-context.tsx';
import { HostField } from './host-field.tsx';
import css from './plans.module.css';

export interface SiteSectionProps {
  /** null: no site is chosen. */
  readonly facts: SiteFacts | null;
  /** Hosts of other sites of the session, the last looked at first. */
  readonly others: readonly string[];
  readonly need: Need;
  readonly answers: Answers;
  readonly catalogue: Catalogue;
  readonly isPrivate: boolean;
  /** Chooses a site by one of its hosts; false when the text is no host. */
  readonly onSite: (text: string) => boolean;
  readonly onAnswers: (answers: Answers) => void;
  /** Forgets what was said of the site. */
  readonly onForget: () => void;
}

export function SiteSection(props: SiteSectionProps): ReactNode {
  const { facts, others, onSite } = props;
  const words = useWords();
  return (
    <div className={css.stack}>
      <p>{words.text('site_intro')}</p>
      <div className={css.card}>
        <HostField
          // Another site, another text in the field.
          key={facts?.own.host ?? ''}
          label={words.text('site_field')}
          action={words.text('site_use')}
          draft="site"
          initial={facts?.own.host ?? ''}
          onHost={onSite}
        />
        {others.length > 0 && (
          <div className={css.field}>
            <p className={css.soft}>{words.text('site_session')}</p>
            <ul className={css.others}>
              {others.map((host) => (
                <li key={host}>
                  <Button look="link" onClick={() => void onSite(host)}>
                    <CodeText text={host} max={80} />
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        )}
        <p className={css.soft}>{facts === null ? words.text('site_none') : describeOrigin(facts)}</p>
      </div>
      {facts !== null && <Reasons {...props} facts={facts} />}
    </div>
  );

  function describeOrigin({ pages }: SiteFacts): string {
    return pages === 0 ? words.text('site_unseen') : words.count('site_pages', pages);
  }
}

function Reasons({
  facts,
  need,
  answers,
  catalogue,
  isPrivate,
  onAnswers,
  onForget,
}: SiteSectionProps & { readonly facts: SiteFacts }): ReactNode {
  const words = useWords();
  const hosts = need.reasons.filter(({ kind }) => kind === 'host');
  const services = need.reasons.filter(({ kind }) => kind === 'service');
  const kinds = need.reasons.filter(({ kind }) => kind === 'category');
  const others = need.reasons.filter(({ kind }) => !['host', 'service', 'category'].includes(kind));
  const found = others.filter((reason) => !isOwners(reason));
  const item = (reason: WeighedReason): ReactNode => (
    <ReasonSwitch
      key={reason.id}
      reason={reason}
      catalogue={catalogue}
      onSwitch={(on) => onAnswers(switchReason(answers, reason.id, on))}
    />
  );
  return (
    <>
      <fieldset className={css.card}>
        <legend className={css.legend}>{words.text('site_hosts')}</legend>
        <div>
          {hosts.map((reason) => (
            <div key={reason.id} className={css.row}>
              {item(reason)}
              {reason.kind === 'host' && isTyped(reason.params.host, facts, answers) && (
                <Button
                  look="link"
                  label={words.text('site_remove_host', reason.params.host)}
                  onClick={() => onAnswers(removeHost(answers, reason.params.host))}
                >
                  {words.text('site_remove')}
                </Button>
              )}
            </div>
          ))}
        </div>
        {facts.hostsDropped > 0 && (
          <p className={css.soft}>{words.count('site_hosts_dropped', facts.hostsDropped)}</p>
        )}
        <HostField
          label={words.text('site_add_host')}
          action={words.text('site_add')}
          draft="host"
          onHost={(text) => {
            const added = addHost(answers, text);
            if (added !== null) onAnswers(added);
            return added !== null;
          }}
        />
      </fieldset>
      {found.length > 0 && (
        <fieldset className={css.card}>
          <legend className={css.legend}>{words.text('site_seen')}</legend>
          <div>{found.map(item)}</div>
        </fieldset>
      )}
      <fieldset className={css.card}>
        <legend className={css.legend}>{words.text('site_owner')}</legend>
        <div>{others.filter(isOwners).map(item)}</div>
      </fieldset>
      <fieldset className={css.card}>
        <legend className={css.legend}>{words.text('site_kind')}</legend>
        <p className={css.soft}>{words.text('site_kind_note')}</p>
        <div>{kinds.map(item)}</div>
      </fieldset>
      <fieldset className={css.card}>
        <legend className={css.legend}>{words.text('site_services')}</legend>
        <div>{services.map(item)}</div>
      </fieldset>
      <p className={css.soft}>
        {words.text(isPrivate ? 'site_private' : 'site_kept')}{' '}
        <Button look="link" onClick={onForget}>
          {words.text('site_forget')}
        </Button>
      </p>
    </>
  );
}

/** What nothing but its owner can tell of a site. */
const OWNERS_KINDS: ReadonlySet<WeighedReason['kind']> = new Set([
  'more-hosts',
  'organization',
  'extended-validation',
  'mini-program',
]);

function isOwners({ kind }: WeighedReason): boolean {
  return OWNERS_KINDS.has(kind);
}

function isTyped(host: string, { hosts }: SiteFacts, { hosts: typed }: Answers): boolean {
  return typed.includes(host) && !hosts.some((seen) => seen.host === host);
}

interface ReasonSwitchProps {
  readonly reason: WeighedReason;
  readonly catalogue: Catalogue;
  readonly onSwitch: (on: boolean) => void;
}

function ReasonSwitch({ reason, catalogue, onSwitch }: ReasonSwitchProps): ReactNode {
  const words = useWords();
  return (
    <label className={css.check}>
      <input
        type="checkbox"
        checked={reason.on}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <span>
        <Sentence
          parts={describeReason(words, reason, catalogue)}
          // An organisation's name is no code.
          look={reason.kind === 'present-level' ? 'plain' : 'code'}
        />
        <span className={css.remark}>{remarkOf()}</span>
        {reason.kind === 'name-class' && (
          <span className={css.remark}>{localText(words, reason.params.eligibility.text)}</span>
        )}
      </span>
    </label>
  );

  function remarkOf(): string | null {
    switch (reason.kind) {
      case 'host':
        if (reason.source === 'seen') return words.count('site_host_seen', reason.params.pages);
        return words.text(reason.source === 'usual' ? 'site_host_usual' : 'site_host_owner');
      case 'category':
      case 'service':
        // Their group says it for all of them.
        return null;
      case 'extended-validation':
      case 'mini-program':
      case 'mixed-content':
      case 'more-hosts':
      case 'name-class':
      case 'organization':
      case 'plain-http':
      case 'present-level':
      case 'present-wildcard':
      case 'sensitive-fields':
        return describeReasonRemark(words, reason, catalogue);
    }
  }
}
