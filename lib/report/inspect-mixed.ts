// An entry of mixed content in inspect's JSON: its places as text, in the usual notation.
import { placeText, sourceText } from '../mixed-content/place.ts';
import type { InspectResult } from './inspect-schema.ts';
import type { MixedEntry } from '../mixed-content/mixed-entry.ts';

/** `place`: the element's selector, with `>>>` into shadow roots; else the same as `source`. `source`: `file:line:column` where the browser reports it. */
export type InspectMixed = InspectResult['mixed'][number];

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
