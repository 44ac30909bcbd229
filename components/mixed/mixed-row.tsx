// One entry: its kind and outcome, its address and place, and disclosures with the fix and the evidence.
import type { ReactNode } from 'react';
import type { NumberedEntry } from '../../lib/mixed-list/entry-id.ts';
import { stateOfOutcome } from '../../lib/mixed-list/outcome-order.ts';
import type { OutlineWish } from '../../lib/outline/outline-order.ts';
import { elementText, placeText, sourceText } from '../../lib/mixed-content/place.ts';
import { answerFor } from '../../lib/probe/probe.ts';
import type { ProbeState } from '../../lib/probe/probe.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { describeMixed, describeMixedEvidence } from '../../lib/words/mixed-words.ts';
import { describeAnswer, stateOfAnswer } from '../../lib/words/probe-words.ts';
import { Button } from '../ui/button.tsx';
import { CodeText } from '../ui/code-text.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Facts } from '../ui/facts.tsx';
import { Shape } from '../ui/shape.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useWords } from '../ui/words-context.tsx';
import { EntryFixText } from './entry-fix-text.tsx';
import css from './mixed.module.css';
import row from './mixed-row.module.css';
import type { OutlineFind } from '../../lib/outline/outline-state.ts';

interface MixedRowProps {
  readonly numbered: NumberedEntry;
  readonly pageUrl: string;
  readonly voice: 'visitor' | 'owner';
  readonly probe: ProbeState | null;
  /** The result of outlining it; null: none was requested. */
  readonly find: OutlineFind | null;
  /** All entries are outlined, so success needs no message. */
  readonly isOneOfAll: boolean;
  readonly onOutline: (wish: OutlineWish) => void;
}

export function MixedRow(props: MixedRowProps): ReactNode {
  const { numbered, voice, probe, find, isOneOfAll, onOutline } = props;
  const { entry, id, number } = numbered;
  const words = useWords();
  const answer = answerFor(probe, entry);
  const place = placeText(entry);
  const isShown = find === 'shown';
  const name = words.text('mixed_number', number);
  return (
    <li className={`${row.entry} ${isShown ? row.shown : ''}`}>
      <p className={row.what}>
        <Shape state={stateOfOutcome(entry.outcome)} size="small" />
        <span className={css.grow}>{describeMixed(words, entry)}</span>
        <span className={row.number}>
          <VisuallyHidden>{name}</VisuallyHidden>
          <span aria-hidden="true">{words.number(number)}</span>
        </span>
      </p>
      <p>
        <CodeText text={entry.url} max={200} />
      </p>
      {place !== null && (
        <p className={css.soft}>
          <CodeText text={place} max={120} />
          {entry.count > 1 && ` ${words.count('mixed_times', entry.count)}`}
        </p>
      )}
      {answer !== null && (
        <p className={css.answer}>
          <Shape state={stateOfAnswer(answer)} size="small" />
          {describeAnswer(words, answer)}
        </p>
      )}
      <div className={row.actions}>
        {entry.element !== null && (
          <Button
            look="link"
            isPressed={isShown}
            label={`${words.text('outline_show')}: ${name}`}
            onClick={() => onOutline(isShown ? { kind: 'none' } : { kind: 'one', id })}
          >
            {words.text('outline_show')}
          </Button>
        )}
        {voice === 'owner' && (
          <Disclosure look="inline" summary={words.text('fix_entry')} about={name}>
            {() => <EntryFixText entry={entry} answer={answer} />}
          </Disclosure>
        )}
        <Disclosure look="inline" summary={words.text('popup_evidence')} about={name}>
          {() => <Known {...props} />}
        </Disclosure>
      </div>
      <output className={row.find}>
        {find !== null && (!isShown || !isOneOfAll) && words.text(keyFor('outline_find', find))}
      </output>
    </li>
  );
}

/** All known facts about the entry, with their evidence. */
function Known({ numbered: { entry }, pageUrl }: MixedRowProps): ReactNode {
  const words = useWords();
  const element = elementText(entry.element);
  const source = sourceText(entry.source);
  return (
    <div className={row.known}>
      <Facts
        items={[
          element === null
            ? null
            : { label: words.text('mixed_element'), value: <CodeText text={element} max={400} /> },
          entry.element?.closed === true
            ? { label: words.text('mixed_shadow'), value: words.text('mixed_shadow_closed') }
            : null,
          source === null
            ? null
            : { label: words.text('mixed_source'), value: <CodeText text={source} max={400} /> },
          entry.frameId === -1
            ? { label: words.text('mixed_asked_by'), value: words.text('mixed_kind_worker') }
            : null,
          entry.frameUrl === pageUrl
            ? null
            : { label: words.text('mixed_frame'), value: <CodeText text={entry.frameUrl} max={200} /> },
          {
            label: words.text('mixed_class'),
            value: words.text(keyFor('mixed_class', entry.class)),
          },
        ]}
      />
      <p className={css.soft}>{describeMixedEvidence(words, entry)}</p>
    </div>
  );
}
