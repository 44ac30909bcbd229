// The list of mixed content alone as Markdown, whole, with what to write instead: for the ticket of whoever changes it.
import { fixEntry } from '../fix/entry-fix.ts';
import { choose, countOutcomes, EVERYTHING } from '../mixed-list/choose.ts';
import { numberEntries } from '../mixed-list/entry-id.ts';
import type { NumberedEntry } from '../mixed-list/entry-id.ts';
import { elementText, sourceText } from '../mixed-content/place.ts';
import type { PageRecord } from '../record/record.ts';
import { answerFor } from '../probe/probe.ts';
import type { ProbeState } from '../probe/probe.ts';
import { showHostile } from '../text/hostile-text.ts';
import { keyFor } from '../words/word-keys.ts';
import { describeDeepCheck, describeMixed, describeMixedEvidence } from '../words/mixed-words.ts';
import { describeAnswer } from '../words/probe-words.ts';
import type { Words } from '../words/words.ts';
import { code, markup, plain } from './markdown-text.ts';

/** Characters of an address: here it is to be found and replaced, so it stands whole unless it is absurd. */
const MAX_SHOWN = 2048;

/** The list in the language of `words`; ends with a newline. */
export function writeMixedMarkdown(words: Words, record: PageRecord, probe: ProbeState | null): string {
  const entries = numberEntries(record.mixed);
  const counts = countOutcomes(entries).map(
    ({ outcome, count }) => `${words.text(keyFor('mixed_short', outcome))} ${words.number(count)}`,
  );
  const blocks = [
    `## ${plain(words.text('content_asked_plain'))}`,
    markup(words.parts('report_address', record.url)),
    ...(counts.length === 0 ? [plain(words.text('content_asked_plain_none'))] : [plain(words.list(counts))]),
    plain(describeDeepCheck(words, record) ?? ''),
    choose(entries, EVERYTHING)
      .map((entry) => item(words, entry, probe))
      .join('\n'),
    ...(record.mixedDropped > 0 ? [plain(words.count('content_dropped', record.mixedDropped))] : []),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function item(words: Words, { entry, number }: NumberedEntry, probe: ProbeState | null): string {
  const answer = answerFor(probe, entry);
  const places = [elementText(entry.element), sourceText(entry.source)].filter((place) => place !== null);
  const { to } = fixEntry(entry, answer);
  return [
    `- ${number}\\. ${plain(describeMixed(words, entry))} ${hostile(entry.url)}`,
    `  - ${plain(words.text('fix_write'))} ${hostile(to)}`,
    ...places.map((place) => `  - ${plain(words.text('mixed_place'))} ${hostile(place)}`),
    ...(answer === null ? [] : [`  - ${plain(describeAnswer(words, answer))}`]),
    `  - ${plain(describeMixedEvidence(words, entry))}`,
  ].join('\n');
}

function hostile(text: string): string {
  return code(showHostile(text, MAX_SHOWN));
}
