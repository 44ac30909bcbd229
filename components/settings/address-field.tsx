// A setting that is an https address. A valid address is saved; an invalid one stays in its field with the error.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { DraftName } from '../../lib/settings/drafts.ts';
import { Button } from '../ui/button.tsx';
import { useDraft } from '../ui/drafts-context.tsx';
import { Prose } from '../ui/prose.tsx';
import css from './address-field.module.css';

interface AddressFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  /** The current value. Pass it as `key` too, so that a change from elsewhere (another window, the policy) is shown at once. */
  readonly value: string;
  readonly draft: DraftName;
  /** The organisation's policy sets it. */
  readonly isManaged: boolean;
  /** The default value, with the button that restores it. */
  readonly usual?: { readonly value: string; readonly name: string };
  /** The error of an address as a sentence; null: it is valid. */
  readonly findFault: (address: string) => string | null;
  readonly onSave: (address: string) => void;
}

export function AddressField(props: AddressFieldProps): ReactNode {
  const { label, help, placeholder, value, draft, isManaged, usual, findFault, onSave } = props;
  const id = useId();
  const [text, setText] = useDraft(draft, value);
  // A restored draft may be invalid.
  const [isChecked, setChecked] = useState(text !== value);
  const fault = isChecked && !isManaged ? findFault(text.trim()) : null;
  const save = (address: string): void => {
    setChecked(true);
    if (findFault(address) !== null) return;
    setText(address);
    if (address !== value) onSave(address);
  };
  const described = [fault === null ? [] : `${id}-fault`, help === undefined ? [] : `${id}-help`].flat();
  return (
    <form
      className={css.server}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save(text.trim());
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="url"
        className={css.input}
        spellCheck={false}
        placeholder={placeholder}
        disabled={isManaged}
        value={isManaged ? value : text}
        aria-invalid={fault !== null}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        onChange={(event) => {
          // The error is shown on submit, not while the user types.
          setChecked(false);
          setText(event.currentTarget.value);
        }}
        onBlur={() => save(text.trim())}
      />
      <p id={`${id}-fault`} role="alert" className={css.error}>
        {fault !== null && <Prose text={fault} />}
      </p>
      {help !== undefined && (
        <p id={`${id}-help`} className={css.soft}>
          <Prose text={help} />
        </p>
      )}
      {usual !== undefined && !isManaged && text !== usual.value && (
        <div>
          <Button onClick={() => save(usual.value)}>{usual.name}</Button>
        </div>
      )}
    </form>
  );
}
