// The page's mixed content as a list for search and replace: what stands there now, what to write instead, and where.
import { choose, EVERYTHING } from '../mixed-list/choose.ts';
import { numberEntries } from '../mixed-list/entry-id.ts';
import type { PageRecord } from '../record/record.ts';
import { elementText, sourceText } from '../mixed-content/place.ts';
import { replacement } from '../probe/plan.ts';
import { answerFor } from '../probe/probe.ts';
import type { ProbeState } from '../probe/probe.ts';
import { keyFor } from '../words/word-keys.ts';
import { describeAnswer } from '../words/probe-words.ts';
import type { Words } from '../words/words.ts';
import { writeCsv } from '../text/csv.ts';

const COLUMNS = ['old', 'new', 'kind', 'outcome', 'place', 'source', 'works'] as const;

/** Worst first; addresses whole and exact. */
export function writeMixedCsv(
  words: Words,
  { mixed }: Pick<PageRecord, 'mixed'>,
  probe: ProbeState | null,
): string {
  const rows = choose(numberEntries(mixed), EVERYTHING).map(({ entry }) => {
    const answer = answerFor(probe, entry);
    return [
      entry.url,
      replacement(entry.url),
      words.text(keyFor('mixed_kind', entry.kind)),
      words.text(keyFor('mixed_outcome', entry.outcome)),
      elementText(entry.element) ?? '',
      sourceText(entry.source) ?? '',
      answer === null ? '' : describeAnswer(words, answer),
    ];
  });
  return writeCsv([COLUMNS.map((column) => words.text(keyFor('csv', column))), ...rows]);
}
