// Offers the deep check. States what it does before it runs, and afterwards how complete its list is.
import type { ReactNode } from 'react';
import type { PageRecord } from '../../lib/record/record.ts';
import { describeDeepCheck } from '../../lib/words/mixed-words.ts';
import { Button } from '../ui/button.tsx';
import { useRequest } from '../ui/use-request.ts';
import { useWords } from '../ui/words-context.tsx';
import css from './mixed.module.css';

interface DeepCheckBoxProps {
  readonly record: PageRecord;
  readonly onDeepCheck: () => Promise<boolean>;
}

export function DeepCheckBox({ record, onDeepCheck }: DeepCheckBoxProps): ReactNode {
  const words = useWords();
  const { isDenied, ask } = useRequest(onDeepCheck);
  const done = describeDeepCheck(words, record);
  return (
    <div className={css.box}>
      {done !== null && <p>{done}</p>}
      <p className={css.soft}>{words.text('deep_check_does')}</p>
      <div className={css.line}>
        <Button onClick={ask}>
          {words.text(record.deepChecked ? 'deep_check_again' : 'deep_check_button')}
        </Button>
        <output className={css.soft}>{isDenied && words.text('deep_check_denied')}</output>
      </div>
    </div>
  );
}
