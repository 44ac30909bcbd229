// Builds the links of a campaign. Every link can be copied, opened to try it, and shown as a code.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { CHANNEL_FIELDS, CHANNELS } from '../../lib/campaigns/channels.ts';
import { campaignLinks, writeLinksCsv } from '../../lib/campaigns/links.ts';
import type { CampaignInput, CampaignLink } from '../../lib/campaigns/links.ts';
import { MAX_CAMPAIGN_VALUE } from '../../lib/plans/trial-link.ts';
import { TrialLinkError } from '../../lib/plans/trial-template.ts';
import { LANGUAGES } from '../../lib/text/language.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { describeTrialFault, planName } from '../../lib/words/plan-words.ts';
import { CodeText } from '../ui/code-text.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useDraft } from '../ui/drafts-context.tsx';
import { Prose } from '../ui/prose.tsx';
import { useWords } from '../ui/words-context.tsx';
import { CampaignQr } from './campaign-qr.tsx';
import css from './campaign.module.css';

interface CampaignLinksProps extends Pick<CampaignInput, 'catalogue'> {
  readonly address: string | null;
}

/** Years of a term that a link may name. */
const MAX_TERM = 10;

export function CampaignLinks({ catalogue, address }: CampaignLinksProps): ReactNode {
  const words = useWords();
  const [name, setName] = useDraft('campaign-name', '');
  const [content, setContent] = useDraft('campaign-content', '');
  const [term, setTerm] = useDraft('campaign-term', '1');
  const [languageText, setLanguage] = useDraft('campaign-language', words.language.id);
  const [channelText, setChannel] = useDraft('campaign-channel', 'email');
  // What storage held may be of another version.
  const years = Math.min(Math.max(Math.trunc(Number(term)) || 1, 1), MAX_TERM);
  const language = LANGUAGES.find(({ id }) => id === languageText) ?? LANGUAGES[0];
  const channel = CHANNELS.find((one) => one === channelText) ?? 'email';
  const made = linksOf({ template: address ?? '', catalogue, language, term: years, name, content });
  return (
    <>
      <p className={css.soft}>{words.text('campaigns_links_help')}</p>
      <div className={css.form}>
        <Field label={words.text('campaigns_name')} name="utm_campaign">
          {(id) => (
            <input
              id={id}
              className={css.input}
              maxLength={MAX_CAMPAIGN_VALUE}
              value={name}
              spellCheck={false}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={words.text('campaigns_content')} name="utm_content">
          {(id) => (
            <input
              id={id}
              className={css.input}
              maxLength={MAX_CAMPAIGN_VALUE}
              value={content}
              spellCheck={false}
              onChange={(event) => setContent(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field
          label={words.text('campaigns_channel')}
          name={`${CHANNEL_FIELDS[channel].utm_source} / ${CHANNEL_FIELDS[channel].utm_medium}`}
        >
          {(id) => (
            <select
              id={id}
              className={css.input}
              value={channel}
              onChange={(event) => setChannel(event.currentTarget.value)}
            >
              {CHANNELS.map((one) => (
                <option key={one} value={one}>
                  {words.text(keyFor('campaigns_channel', one))}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.text('campaigns_language')} name="lang">
          {(id) => (
            <select
              id={id}
              className={css.input}
              value={language.id}
              onChange={(event) => setLanguage(event.currentTarget.value)}
            >
              {LANGUAGES.map(({ id: value, name: ownName }) => (
                <option key={value} value={value}>
                  {ownName}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.text('campaigns_term')} name="term">
          {(id) => (
            <select
              id={id}
              className={css.input}
              value={String(years)}
              onChange={(event) => setTerm(event.currentTarget.value)}
            >
              {Array.from({ length: MAX_TERM }, (_, index) => (
                <option key={index} value={String(index + 1)}>
                  {words.number(index + 1)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {made instanceof TrialLinkError ? (
        <p role="alert" className={css.error}>
          <Prose
            text={
              made.code === 'unset'
                ? words.text('campaigns_unset')
                : words.text('trial_wrong', describeTrialFault(words, made))
            }
          />
        </p>
      ) : (
        <>
          <ul className={css.links}>
            {made
              .filter((link) => link.channel === channel)
              .map((link) => (
                <li key={`${link.plan.id} ${link.level}`} className={css.link}>
                  <Link link={link} />
                </li>
              ))}
          </ul>
          <CopyButton text={() => writeLinksCsv(made)}>{words.text('campaigns_copy_all')}</CopyButton>
        </>
      )}
    </>
  );
}

function linksOf(input: CampaignInput): readonly CampaignLink[] | TrialLinkError {
  try {
    return campaignLinks(input);
  } catch (error) {
    if (error instanceof TrialLinkError) return error;
    throw error;
  }
}

function Link({ link }: { readonly link: CampaignLink }): ReactNode {
  const words = useWords();
  const plan = planName(words, link.plan, link.level);
  return (
    <>
      <p className={css.strong}>{plan}</p>
      <p>
        <CodeText text={link.url} max={600} />
      </p>
      <div className={css.row}>
        <CopyButton text={() => link.url} label={words.text('campaigns_copy_for', plan)}>
          {words.text('campaigns_copy')}
        </CopyButton>
        <a
          href={link.url}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={words.text('campaigns_try_for', plan)}
        >
          {words.text('campaigns_try')}
        </a>
      </div>
      <Disclosure look="inline" summary={words.text('campaigns_qr')}>
        {() => (
          <CampaignQr
            url={link.url}
            name={words.text('campaigns_qr_for', plan)}
            file={`${link.channel}-${link.plan.id}-${link.level}.svg`}
          />
        )}
      </Disclosure>
    </>
  );
}

interface FieldProps {
  readonly label: string;
  /** What the value is called in the link. */
  readonly name: string;
  readonly children: (id: string) => ReactNode;
}

function Field({ label, name, children }: FieldProps): ReactNode {
  const id = useId();
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      <p className={css.name}>
        <code>{name}</code>
      </p>
    </div>
  );
}
