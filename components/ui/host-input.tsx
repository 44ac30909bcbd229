// A field for a host name: without autocorrection, and with a phone's keyboard for addresses.
import type { ReactNode } from 'react';

interface HostInputProps {
  readonly id: string;
  readonly className: string | undefined;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The initial text is empty. */
  readonly placeholder?: string;
  readonly isWrong?: boolean;
  /** Ids of the elements that describe it. */
  readonly describedBy?: string | undefined;
}

/** Maximum length of the text: a user may paste an address with a path. */
const MAX_INPUT = 300;

export function HostInput(props: HostInputProps): ReactNode {
  const { id, className, text, onText, placeholder, isWrong = false, describedBy } = props;
  return (
    <input
      id={id}
      type="text"
      className={className}
      inputMode="url"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={MAX_INPUT}
      placeholder={placeholder}
      value={text}
      aria-invalid={isWrong}
      aria-describedby={describedBy}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}
