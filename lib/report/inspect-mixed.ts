// An entry of mixed content as inspect's JSON gives it: its places as text, as people write them.
import { placeText, sourceText } from '../mixed-content/place.ts';
import type { MixedEntry } from '../mixed-content/mixed-entry.ts';

export interface InspectMixed extends Pick<
  MixedEntry,
  'url' | 'kind' | 'class' | 'outcome' | 'count' | 'evidence' | 'frameUrl'
> {
  /** The element's selector, with `>>>` into shadow roots; else the same as `source`; null: neither is known. */
  readonly place: string | null;
  /** The file that asks for it, `file:line:column` where the browser tells; null: not known. */
  readonly source: string | null;
}

export function describeMixedEntry(entry: MixedEntry): InspectMixed {
  const { url, kind, outcome, count, evidence, frameUrl } = entry;
  return {
    url,
    kind,
    class: entry.class,
    outcome,
    place: placeText(entry),
    source: sourceText(entry.source),
    count,
    evidence,
    frameUrl,
  };
}
