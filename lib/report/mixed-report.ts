// The complete list of mixed content with the replacement for each address, for developers: as a section of a report, and as a table.
import { fixEntry } from '../fix/entry-fix.ts';
import { elementText, sourceText } from '../mixed-content/place.ts';
import { choose, countOutcomes, EVERYTHING } from '../mixed-list/choose.ts';
import { numberEntries } from '../mixed-list/entry-id.ts';
import type { NumberedEntry } from '../mixed-list/entry-id.ts';
import { replacement } from '../probe/plan.ts';
import { answerFor } from '../probe/probe.ts';
import type { ProbeState } from '../probe/probe.ts';
import type { PageRecord } from '../record/record.ts';
import { describeDeepCheck, describeMixed, describeMixedEvidence } from '../words/mixed-words.ts';
import { describeAnswer } from '../words/probe-words.ts';
import { keyFor } from '../words/word-keys.ts';
import type { Words } from '../words/words.ts';
import { list, ours, own, paragraph, sentenceItem } from './report-data.ts';
import type { ReportItem, ReportSection } from './report-data.ts';

/** The most characters of an address: it is complete unless it is absurdly long, because readers search for it. */
const MAX_SHOWN = 2048;

/** Returns the section in the language of `words`. */
export function mixedReport(words: Words, record: PageRecord, probe: ProbeState | null): ReportSection {
  const entries = numberEntries(record.mixed);
  const counts = countOutcomes(entries).map(
    ({ outcome, count }) => `${words.text(keyFor('mixed_short', outcome))} ${words.number(count)}`,
  );
  const summary = counts.length === 0 ? words.text('content_asked_plain_none') : words.list(counts);
  const deepCheck = describeDeepCheck(words, record);
  const dropped = record.mixedDropped > 0 ? words.count('content_dropped', record.mixedDropped) : null;
  return {
    heading: words.text('content_asked_plain'),
    blocks: [
      paragraph(words.parts('report_address', record.url)),
      paragraph(ours(summary)),
      ...(deepCheck === null ? [] : [paragraph(ours(deepCheck))]),
      list(choose(entries, EVERYTHING).map((entry) => entryItem(words, entry, probe))),
      ...(dropped === null ? [] : [paragraph(ours(dropped))]),
    ],
  };
}

function entryItem(words: Words, { entry, number }: NumberedEntry, probe: ProbeState | null): ReportItem {
  const answer = answerFor(probe, entry);
  const places = [elementText(entry.element), sourceText(entry.source)].filter((place) => place !== null);
  const { to } = fixEntry(entry, answer);
  return {
    number,
    ...hostileItem(describeMixed(words, entry), entry.url),
    items: [
      hostileItem(words.text('fix_write'), to),
      ...places.map((place) => hostileItem(words.text('mixed_place'), place)),
      ...(answer === null ? [] : [sentenceItem(describeAnswer(words, answer))]),
      sentenceItem(describeMixedEvidence(words, entry)),
    ],
  };
}

/** A label before text from the page. */
function hostileItem(label: string, text: string): ReportItem {
  return { text: [...ours(`${label} `), ...own(text, MAX_SHOWN)] };
}

const COLUMNS = [
  'csv_old',
  'csv_new',
  'csv_kind',
  'csv_outcome',
  'csv_place',
  'csv_source',
  'csv_works',
] as const;

/** Returns a table for search and replace, with the names of the columns in the first row: most severe first; addresses are complete and exact. */
export function mixedTable(
  words: Words,
  { mixed }: Pick<PageRecord, 'mixed'>,
  probe: ProbeState | null,
): readonly (readonly string[])[] {
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
  return [COLUMNS.map((column) => words.text(column)), ...rows];
}
