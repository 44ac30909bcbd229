// The certificate warnings stored on this device, and a button that deletes them.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './settings-section.module.css';

interface WarningsCardProps {
  /** Rejects when the browser did not save the change. */
  readonly onForget: () => Promise<void>;
}

export function WarningsCard({ onForget }: WarningsCardProps): ReactNode {
  const words = useWords();
  const [result, setResult] = useState<'options_warnings_forgotten' | 'options_not_saved' | null>(null);
  return (
    <fieldset className={css.card}>
      <legend className={css.legend}>{words.text('options_warnings')}</legend>
      <p className={css.kept}>{words.text('options_warnings_help')}</p>
      <div>
        <Button
          onClick={() =>
            void onForget().then(
              () => setResult('options_warnings_forgotten'),
              () => setResult('options_not_saved'),
            )
          }
        >
          {words.text('options_warnings_forget')}
        </Button>
      </div>
      <output className={css.kept}>{result !== null && words.text(result)}</output>
    </fieldset>
  );
}
