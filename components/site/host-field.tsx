// A field for a host with its button; a text that is no host stays in it, with what is wrong.
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
