// A field for a host with its button; a text that is no host stays in it, with what is wrong.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { DraftName } from '../../lib/settings/drafts.ts';
import { useDraft } from '../drafts-context.tsx';
import { Prose } from '../prose.tsx';
import { useWords } from '../words-context.tsx';
import buttons from '../button.module.css';
import css from './plans.module.css';

/** Longest text that is taken. */
const MAX_INPUT = 300;

interface HostFieldProps {
  readonly label: string;
  readonly action: string;
  /** What the text is kept as until it is used. */
  readonly draft: DraftName;
  /** What stands in it at first. */
  readonly initial?: string;
  /** False when the text is no host. */
  readonly onHost: (text: string) => boolean;
}

export function HostField({ label, action, draft, initial = '', onHost }: HostFieldProps): ReactNode {
  const words = useWords();
  const id = useId();
  const errorId = useId();
  const [text, setText] = useDraft(draft, initial);
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      className={css.field}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const isHost = onHost(text);
        setWrong(!isHost);
        if (isHost) setText(initial);
      }}
    >
      <label htmlFor={id}>{label}</label>
      <div className={css.line}>
        <input
          id={id}
          type="text"
          className={css.input}
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={MAX_INPUT}
          placeholder="www.example.com"
          value={text}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? errorId : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" className={`${buttons.button} ${buttons.plain}`}>
          {action}
        </button>
      </div>
      <p id={errorId} role="alert" className={css.error}>
        {isWrong && <Prose text={words.text('site_wrong')} />}
      </p>
    </form>
  );
}
