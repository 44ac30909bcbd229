// "Your site": the chosen site, its hosts, and every reason as a sentence with a switch.
import type { ReactNode } from 'react';
import { addHost, removeHost, switchReason } from '../../lib/plans/answers.ts';
import type { Answers } from '../../lib/plans/answers.ts';
import type { Catalogue } from '../../lib/plans/catalogue.ts';
import type { Need, WeighedReason } from '../../lib/plans/need.ts';
import type { SiteFacts } from '../../lib/plans/site-facts.ts';
import type { Words } from '../../lib/words/words.ts';
import { Button } from '../ui/button.tsx';
import { CodeText } from '../ui/code-text.tsx';
import { useWords } from '../ui/words-context.tsx';
import { HostField } from './host-field.tsx';
import { ReasonSwitch } from './reason-switch.tsx';
import css from './site.module.css';

export interface SiteSectionProps {
  /** null: no site is chosen. */
  readonly facts: SiteFacts | null;
  /** Hosts of the session's other sites, the last visited first. */
  readonly others: readonly string[];
  readonly need: Need;
  readonly answers: Answers;
  readonly catalogue: Catalogue;
  readonly isPrivate: boolean;
  /** Chooses a site by one of its hosts; false when the text is not a host. */
  readonly onSite: (text: string) => boolean;
  readonly onAnswers: (answers: Answers) => void;
  /** Deletes the answers about the site. */
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
          // Another site resets the text in the field.
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
        <p className={css.soft}>{facts === null ? words.text('site_none') : describeOrigin(words, facts)}</p>
      </div>
      {facts !== null && <Reasons {...props} facts={facts} />}
    </div>
  );
}

function describeOrigin(words: Words, { pages }: SiteFacts): string {
  return pages === 0 ? words.text('site_unseen') : words.count('site_pages', pages);
}

type ReasonsProps = SiteSectionProps & { readonly facts: SiteFacts };

function Reasons(props: ReasonsProps): ReactNode {
  const { need, answers, catalogue, isPrivate, onAnswers, onForget } = props;
  const words = useWords();
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
      <Hosts {...props} item={item} />
      {found.length > 0 && <Group title={words.text('site_seen')}>{found.map(item)}</Group>}
      <Group title={words.text('site_owner')}>{others.filter(isOwners).map(item)}</Group>
      <Group title={words.text('site_kind')} note={words.text('site_kind_note')}>
        {kinds.map(item)}
      </Group>
      <Group title={words.text('site_services')}>{services.map(item)}</Group>
      <p className={css.soft}>
        {words.text(isPrivate ? 'site_private' : 'site_kept')}{' '}
        <Button look="link" onClick={onForget}>
          {words.text('site_forget')}
        </Button>
      </p>
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}

function Group({ title, note, children }: GroupProps): ReactNode {
  return (
    <fieldset className={css.card}>
      <legend className={css.legend}>{title}</legend>
      {note !== undefined && <p className={css.soft}>{note}</p>}
      <div>{children}</div>
    </fieldset>
  );
}

/** The hosts that the certificate must cover; hosts that the owner typed can be removed. */
function Hosts({
  facts,
  need,
  answers,
  onAnswers,
  item,
}: ReasonsProps & { readonly item: (reason: WeighedReason) => ReactNode }): ReactNode {
  const words = useWords();
  return (
    <fieldset className={css.card}>
      <legend className={css.legend}>{words.text('site_hosts')}</legend>
      <div>
        {need.reasons
          .filter(({ kind }) => kind === 'host')
          .map((reason) => (
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
  );
}

/** The questions about a site that only its owner can answer. */
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
