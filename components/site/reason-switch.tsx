// One reason as a sentence with a switch, and its source.
import type { ReactNode } from 'react';
import type { Catalogue } from '../../lib/plans/catalogue.ts';
import type { WeighedReason } from '../../lib/plans/need.ts';
import { describeReason, describeReasonRemark } from '../../lib/words/need-words.ts';
import { localText } from '../../lib/words/plan-words.ts';
import type { Words } from '../../lib/words/words.ts';
import { Sentence } from '../ui/code-text.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './site.module.css';

interface ReasonSwitchProps {
  readonly reason: WeighedReason;
  readonly catalogue: Catalogue;
  readonly onSwitch: (on: boolean) => void;
}

export function ReasonSwitch({ reason, catalogue, onSwitch }: ReasonSwitchProps): ReactNode {
  const words = useWords();
  return (
    <label className={css.check}>
      <input
        type="checkbox"
        checked={reason.on}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <span>
        <Sentence
          parts={describeReason(words, reason, catalogue)}
          // An organisation's name is not code.
          look={reason.kind === 'present-level' ? 'plain' : 'code'}
        />
        <span className={css.remark}>{remarkOf(words, reason, catalogue)}</span>
        {reason.kind === 'name-class' && (
          <span className={css.remark}>{localText(words, reason.params.eligibility.text)}</span>
        )}
      </span>
    </label>
  );
}

/** The source of the reason; null: the heading of its group names it. */
function remarkOf(words: Words, reason: WeighedReason, catalogue: Catalogue): string | null {
  switch (reason.kind) {
    case 'host':
      if (reason.source === 'seen') return words.count('site_host_seen', reason.params.pages);
      return words.text(reason.source === 'usual' ? 'site_host_usual' : 'site_host_owner');
    case 'category':
    case 'service':
      return null;
    case 'extended-validation':
    case 'mini-program':
    case 'mixed-content':
    case 'more-hosts':
    case 'name-class':
    case 'organization':
    case 'plain-http':
    case 'present-level':
    case 'present-wildcard':
    case 'sensitive-fields':
      return describeReasonRemark(words, reason, catalogue);
  }
}
