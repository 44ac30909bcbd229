// The look-up in public certificate logs: whether it is offered, whom it asks, and what is sent when.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { DEFAULT_LOOK_UP_SERVER, isServerAddress } from '../../lib/look-up/query.ts';
import type { ManagedSetting, Settings } from '../../lib/settings/settings.ts';
import { Button } from '../button.tsx';
import { useWords } from '../words-context.tsx';
import css from './look-up-card.module.css';
import section from './settings-section.module.css';

interface LookUpCardProps {
  readonly settings: Settings;
  /** Settings that the organisation decided. */
  readonly managed: readonly ManagedSetting[];
  readonly onChange: (patch: Partial<Settings>) => void;
}

export function LookUpCard({ settings, managed, onChange }: LookUpCardProps): ReactNode {
  const words = useWords();
  const helpId = useId();
  return (
    <fieldset className={section.card}>
      <legend className={section.legend}>{words.text('options_look_up')}</legend>
      <label className={section.check}>
        <input
          type="checkbox"
          checked={settings.lookUp}
          disabled={managed.includes('lookUp')}
          aria-describedby={helpId}
          onChange={(event) => onChange({ lookUp: event.currentTarget.checked })}
        />
        <span>{words.text('options_look_up_offer')}</span>
      </label>
      <p id={helpId} className={section.help}>
        {words.text('options_look_up_help')}
      </p>
      <ServerField
        // A change from elsewhere (another window, the policy) shows at once.
        key={settings.lookUpServer}
        server={settings.lookUpServer}
        isManaged={managed.includes('lookUpServer')}
        onChange={(lookUpServer) => onChange({ lookUpServer })}
      />
      {managed.length > 0 && <p className={section.help}>{words.text('options_managed')}</p>}
    </fieldset>
  );
}

interface ServerFieldProps {
  readonly server: string;
  readonly isManaged: boolean;
  readonly onChange: (server: string) => void;
}

function ServerField({ server, isManaged, onChange }: ServerFieldProps): ReactNode {
  const words = useWords();
  const id = useId();
  const errorId = useId();
  const [text, setText] = useState(server);
  const [isWrong, setWrong] = useState(false);
  const save = (): void => {
    const address = text.trim();
    setWrong(!isServerAddress(address));
    if (isServerAddress(address) && address !== server) onChange(address);
  };
  return (
    <form
      className={css.server}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label htmlFor={id}>{words.text('options_look_up_server')}</label>
      <input
        id={id}
        type="url"
        className={css.input}
        spellCheck={false}
        disabled={isManaged}
        value={text}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? errorId : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={save}
      />
      <p id={errorId} role="alert" className={css.error}>
        {isWrong && words.text('options_look_up_server_wrong')}
      </p>
      {!isManaged && text !== DEFAULT_LOOK_UP_SERVER && (
        <div>
          <Button
            onClick={() => {
              setText(DEFAULT_LOOK_UP_SERVER);
              setWrong(false);
              if (server !== DEFAULT_LOOK_UP_SERVER) onChange(DEFAULT_LOOK_UP_SERVER);
            }}
          >
            {words.text('options_look_up_default')}
          </Button>
        </div>
      )}
    </form>
  );
}
