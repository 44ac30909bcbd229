// The findings in two voices: for visitors and for the site's owner. Tabs as in the ARIA practices.
// https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
import { useId, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Settings } from '../../lib/settings/settings.ts';
import type { FoundFinding } from '../../lib/verdict/verdict.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import { useWords } from '../ui/words-context.tsx';
import { FindingCard } from './finding-card.tsx';
import css from './voices.module.css';

export type Voice = Settings['voice'];

const VOICES: readonly Voice[] = ['visitor', 'owner'];

/** The sentence shown in a voice without findings. */
const NONE = { visitor: 'popup_visitor_none', owner: 'popup_owner_none' } as const;

interface VoicesProps {
  readonly findings: readonly FoundFinding[];
  /** Every part of the page was checked, so the absence of findings means that there are none. */
  readonly isWhole: boolean;
  readonly voice: Voice;
  readonly onVoice: (voice: Voice) => void;
  /** Shown above the findings of the selected voice. */
  readonly children?: ReactNode;
}

export function Voices({ findings, isWhole, voice, onVoice, children }: VoicesProps): ReactNode {
  const words = useWords();
  const id = useId();
  const tabs = useRef<HTMLDivElement>(null);
  const shown = findingsFor(voice, findings);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const next = voice === 'visitor' ? 'owner' : 'visitor';
    onVoice(next);
    tabs.current?.querySelector<HTMLElement>(`[data-voice="${next}"]`)?.focus();
  };

  return (
    <section>
      <div ref={tabs} role="tablist" aria-label={words.text('popup_voices')} className={css.tabs}>
        {VOICES.map((each) => {
          const count = findingsFor(each, findings).length;
          return (
            <button
              key={each}
              type="button"
              role="tab"
              id={`${id}-${each}`}
              data-voice={each}
              className={css.tab}
              aria-selected={each === voice}
              aria-controls={each === voice ? `${id}-panel` : undefined}
              tabIndex={each === voice ? 0 : -1}
              onClick={() => onVoice(each)}
              onKeyDown={onKeyDown}
            >
              {words.text(keyFor('popup_voice', each))}
              {count > 0 && <span className={css.count}>{words.number(count)}</span>}
            </button>
          );
        })}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${voice}`}
        className={css.panel}
        // Without a card the panel contains nothing focusable.
        tabIndex={shown.length === 0 ? 0 : undefined}
      >
        {children}
        {shown.map((finding) => (
          <FindingCard key={finding.id} finding={finding} voice={voice} />
        ))}
        {shown.length === 0 && (
          <p className={css.none}>{words.text(isWhole ? NONE[voice] : 'popup_unchecked')}</p>
        )}
      </div>
    </section>
  );
}

/** Owners see every finding; visitors do not see those that only an owner can act on. */
function findingsFor(voice: Voice, findings: readonly FoundFinding[]): readonly FoundFinding[] {
  return voice === 'owner' ? findings : findings.filter((finding) => finding.voice === 'both');
}
