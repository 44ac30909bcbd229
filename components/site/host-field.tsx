// A field for a host with its button. A text that is not a host stays in the field, with the error.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { DraftName } from '../../lib/settings/drafts.ts';
import { Button } from '../ui/button.tsx';
import { useDraft } from '../ui/drafts-context.tsx';
import { HostInput } from '../ui/host-input.tsx';
import { Prose } from '../ui/prose.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './site.module.css';

interface HostFieldProps {
  readonly label: string;
  readonly action: string;
  /** Key of the draft in which the text is kept until it is submitted. */
  readonly draft: DraftName;
  /** The initial text. */
  readonly initial?: string;
  /** Returns false when the text is not a host. */
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
        <HostInput
          id={id}
          className={css.input}
          text={text}
          onText={setText}
          placeholder="www.example.com"
          isWrong={isWrong}
          describedBy={isWrong ? errorId : undefined}
        />
        <Button type="submit">{action}</Button>
      </div>
      <p id={errorId} role="alert" className={css.error}>
        {isWrong && <Prose text={words.text('site_wrong')} />}
      </p>
    </form>
  );
}
