// What the owner changes for one entry, and where; what is known of https there decides whether that is all.
import { elementText, sourceText } from '../mixed-content/place.ts';
import { replacement } from '../probe/plan.ts';
import type { ProbeAnswer } from '../probe/probe.ts';
import type { MixedEntry } from '../mixed-content/mixed-entry.ts';

export interface EntryFix {
  /** The address to write instead. */
  readonly to: string;
  /** Where the old one stands: `file:line:column`, or the element in the page's markup; null: not known. */
  readonly where: string | null;
  /** What is known of https there; a sentence in the words: `fix_advice_` and this. */
  readonly advice: ProbeAnswer['kind'] | 'not-asked';
  /** Writing the other address is enough, as far as that is known. */
  readonly isEnough: boolean;
}

/** `answer`: what asking came to; null: nobody asked. */
export function fixEntry(
  { url, element, source }: Pick<MixedEntry, 'url' | 'element' | 'source'>,
  answer: ProbeAnswer | null,
): EntryFix {
  return {
    to: replacement(url),
    // An editor opens a line; the element is the next best thing to search for.
    where:
      source !== null && source.line > 0 ? sourceText(source) : (elementText(element) ?? sourceText(source)),
    advice: answer?.kind ?? 'not-asked',
    isEnough: answer?.kind === 'works',
  };
}
