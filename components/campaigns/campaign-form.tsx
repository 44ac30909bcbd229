// The form for the parameters of a campaign's links: name and content, channel, language and term.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { CHANNEL_FIELDS, CHANNELS } from '../../lib/campaigns/channels.ts';
import type { Channel } from '../../lib/campaigns/channels.ts';
import { MAX_CAMPAIGN_VALUE } from '../../lib/plans/trial-link.ts';
import { LANGUAGES } from '../../lib/text/language.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { useDraft } from '../ui/drafts-context.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './campaign.module.css';

/** Years of a term that a link may name. */
const MAX_TERM = 10;

export interface CampaignForm {
  readonly name: string;
  readonly content: string;
  readonly channel: Channel;
  readonly language: (typeof LANGUAGES)[number];
  /** Years. */
  readonly term: number;
  readonly fields: ReactNode;
}

/** The chosen values and their fields. A stored value that this version does not know falls back to one that it knows. */
export function useCampaignForm(): CampaignForm {
  const words = useWords();
  const [name, setName] = useDraft('campaign-name', '');
  const [content, setContent] = useDraft('campaign-content', '');
  const [termText, setTerm] = useDraft('campaign-term', '1');
  const [languageText, setLanguage] = useDraft('campaign-language', words.language.id);
  const [channelText, setChannel] = useDraft('campaign-channel', 'email');
  const term = Math.min(Math.max(Math.trunc(Number(termText)) || 1, 1), MAX_TERM);
  const language = LANGUAGES.find(({ id }) => id === languageText) ?? LANGUAGES[0];
  const channel = CHANNELS.find((one) => one === channelText) ?? 'email';
  const { utm_source: source, utm_medium: medium } = CHANNEL_FIELDS[channel];
  const fields = (
    <div className={css.form}>
      <TextField label={words.text('campaigns_name')} name="utm_campaign" value={name} onChange={setName} />
      <TextField
        label={words.text('campaigns_content')}
        name="utm_content"
        value={content}
        onChange={setContent}
      />
      <Choice
        label={words.text('campaigns_channel')}
        name={`${source} / ${medium}`}
        value={channel}
        onChange={setChannel}
        options={CHANNELS.map((one) => [one, words.text(keyFor('campaigns_channel', one))])}
      />
      <Choice
        label={words.text('campaigns_language')}
        name="lang"
        value={language.id}
        onChange={setLanguage}
        options={LANGUAGES.map((row) => [row.id, row.name])}
      />
      <Choice
        label={words.text('campaigns_term')}
        name="term"
        value={String(term)}
        onChange={setTerm}
        options={Array.from({ length: MAX_TERM }, (_, index) => [String(index + 1), words.number(index + 1)])}
      />
    </div>
  );
  return { name, content, channel, language, term, fields };
}

interface FieldProps {
  readonly label: string;
  /** The name of the value in the link. */
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TextField({ value, onChange, ...field }: FieldProps): ReactNode {
  return (
    <Field {...field}>
      {(id) => (
        <input
          id={id}
          className={css.input}
          maxLength={MAX_CAMPAIGN_VALUE}
          value={value}
          spellCheck={false}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface ChoiceProps extends FieldProps {
  /** Values with their labels. */
  readonly options: readonly (readonly [value: string, shown: string])[];
}

function Choice({ value, onChange, options, ...field }: ChoiceProps): ReactNode {
  return (
    <Field {...field}>
      {(id) => (
        <select
          id={id}
          className={css.input}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map(([each, shown]) => (
            <option key={each} value={each}>
              {shown}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Field({
  label,
  name,
  children,
}: Pick<FieldProps, 'label' | 'name'> & { readonly children: (id: string) => ReactNode }): ReactNode {
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
