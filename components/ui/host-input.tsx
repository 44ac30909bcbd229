// A field for the name of a host: no keyboard corrects it, and a phone offers the keys of addresses.
import type { ReactNode } from 'react';

interface HostInputProps {
  readonly id: string;
  readonly className: string | undefined;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Nothing stands in it yet. */
  readonly placeholder?: string;
  readonly isWrong?: boolean;
  /** Ids of what describes it. */
  readonly describedBy?: string | undefined;
}

/** Longest text that is taken: an address with a path may be pasted. */
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
