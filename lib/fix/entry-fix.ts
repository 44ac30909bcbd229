// The change that an owner makes for one entry of mixed content, its place, and whether it is enough, by what is known of https at the address.
import { elementText, sourceText } from '../mixed-content/place.ts';
import { replacement } from '../probe/plan.ts';
import type { ProbeAnswer } from '../probe/probe.ts';
import type { MixedEntry } from '../mixed-content/mixed-entry.ts';

export interface EntryFix {
  /** The address to write instead. */
  readonly to: string;
  /** Where the old address is: `file:line:column`, or the element in the page's markup; null: unknown. */
  readonly where: string | null;
  /** What is known of https at the address; the words have a sentence for each, `fix_advice_` and this value. */
  readonly advice: ProbeAnswer['kind'] | 'not-asked';
  /** Whether writing the new address is enough, as far as is known. */
  readonly isEnough: boolean;
}

/** `answer`: the result of the probe; null: the address was not probed. */
export function fixEntry(
  { url, element, source }: Pick<MixedEntry, 'url' | 'element' | 'source'>,
  answer: ProbeAnswer | null,
): EntryFix {
  return {
    to: replacement(url),
    // An editor can open a line; without one, the element is the best text to search for.
    where:
      source !== null && source.line > 0 ? sourceText(source) : (elementText(element) ?? sourceText(source)),
    advice: answer?.kind ?? 'not-asked',
    isEnough: answer?.kind === 'works',
  };
}
