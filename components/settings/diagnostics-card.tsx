// The errors of the extension since the browser was started, for a report to its developers.
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Diagnostic } from '../../lib/diagnostics/diagnostics.ts';
import { writeDiagnostics } from '../../lib/diagnostics/diagnostics-text.ts';
import type { DiagnosticsOrigin } from '../../lib/diagnostics/diagnostics-text.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './settings-section.module.css';

export interface DiagnosticsCardProps {
  readonly diagnostics: readonly Diagnostic[];
  readonly origin: DiagnosticsOrigin;
  /** Rejects when the background did not carry it out. */
  readonly onClear: () => Promise<void>;
}

export function DiagnosticsCard({ diagnostics, origin, onClear }: DiagnosticsCardProps): ReactNode {
  const words = useWords();
  const [isKept, setKept] = useState(false);
  const total = diagnostics.reduce((sum, { count }) => sum + count, 0);
  const clear = (): void =>
    void onClear().then(
      () => setKept(false),
      () => setKept(true),
    );
  return (
    <fieldset className={css.card}>
      <legend className={css.legend}>{words.text('options_diagnostics')}</legend>
      <p className={css.kept}>{words.text('options_diagnostics_help')}</p>
      <p>
        {total === 0
          ? words.text('options_diagnostics_none')
          : words.count('options_diagnostics_count', total)}
      </p>
      <div className={css.line}>
        <CopyButton text={() => writeDiagnostics(diagnostics, origin)}>
          {words.text('options_diagnostics_copy')}
        </CopyButton>
        {total > 0 && <Button onClick={clear}>{words.text('options_diagnostics_clear')}</Button>}
      </div>
      <output className={css.kept}>{isKept && words.text('options_diagnostics_kept')}</output>
    </fieldset>
  );
}
