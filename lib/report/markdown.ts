// What is known about a page as Markdown, for a ticket or a mail to the site's owner. The page's own text (addresses, selectors, codes)
// stands in code spans, so that it can be neither a link nor markup. https://spec.commonmark.org/0.31.2/#code-spans
import { placeText } from '../mixed-content/place.ts';
import { connectionOf } from '../record/certificates.ts';
import type { PageRecord } from '../record/record.ts';
import type { FoundFinding, Verdict } from '../verdict/verdict.ts';
import { SUBJECTS } from '../verdict/verdict.ts';
import type { BrowserIdentity } from '../words/browser-identity.ts';
import { evidenceParts, hiddenEvidence } from '../words/evidence-words.ts';
import { showHostile } from '../text/hostile-text.ts';
import { describeGaps } from '../words/gap-words.ts';
import { findingKey, keyFor } from '../words/word-keys.ts';
import type { WordKey } from '../words/word-keys.ts';
import { describeMixed, describeMixedEvidence, worstMixed } from '../words/mixed-words.ts';
import { browserName, describeRows } from '../words/row-words.ts';
import { describeFinding, describeVerdict, severityWord } from '../words/verdict-words.ts';
import type { Words } from '../words/words.ts';
import { certificateBlocks } from './certificate-blocks.ts';
import { code, markup, plain } from './markdown-text.ts';

/** Insecure loads that a report lists: enough to work through, short enough for a ticket. */
export const MAX_REPORTED = 500;

export interface ReportInput {
  readonly record: PageRecord;
  readonly verdict: Verdict;
  readonly browser: BrowserIdentity;
  /** ms since epoch. */
  readonly madeAt: number;
}

/** The report in the language of `words`; ends with a newline. */
export function writeMarkdown(words: Words, { record, verdict, browser, madeAt }: ReportInput): string {
  const headline = describeVerdict(words, verdict);
  const rows = describeRows(words, verdict, browser, connectionOf(record)?.state ?? null, madeAt);
  const blocks = [
    `# ${code(showHostile(hostOf(record.url)))}: ${plain(headline.word)}`,
    plain(headline.sentence),
    markup(words.parts('report_address', record.url)),
    `## ${plain(words.text('report_known'))}`,
    SUBJECTS.map((subject) => `- ${plain(words.text(keyFor('row', subject)))}: ${plain(rows[subject])}`).join(
      '\n',
    ),
    ...gapBlocks(words, verdict),
    `## ${plain(words.text('report_findings'))}`,
    ...(verdict.findings.length === 0
      ? [plain(words.text('report_none'))]
      : verdict.findings.map((finding) => findingBlock(words, finding))),
    ...certificateBlocks(words, { record, browser: browserName(words, browser), now: madeAt }),
    ...mixedBlocks(words, record),
    plain(words.text('report_made', words.text('extension_name'), words.dateTime(madeAt))),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** What was not checked, whatever was found in the rest. */
function gapBlocks(words: Words, { gaps }: Verdict): readonly string[] {
  if (gaps.length === 0) return [];
  const lines = describeGaps(words, gaps).map((sentence) => `- ${plain(sentence)}`);
  return [`## ${plain(words.text('reason_not_wholly_checked_word'))}`, lines.join('\n')];
}

function findingBlock(words: Words, finding: FoundFinding): string {
  const { id, severity, voice, evidence } = finding;
  const hidden = hiddenEvidence(finding);
  return [
    `### ${plain(severityWord(words, severity))}: ${plain(words.text(findingKey(id, 'title')))}`,
    '',
    plain(describeFinding(words, finding)),
    '',
    ...(voice === 'both' ? [item(words, 'popup_voice_visitor', words.text(findingKey(id, 'visitor')))] : []),
    item(words, 'popup_voice_owner', words.text(findingKey(id, 'owner'))),
    item(words, 'popup_evidence', ''),
    ...evidence.map((piece) => `  - ${markup(evidenceParts(words, piece))}`),
    ...(hidden > 0 ? [`  - ${plain(words.count('popup_evidence_more', hidden))}`] : []),
  ].join('\n');
}

function item(words: Words, label: WordKey, text: string): string {
  return `- **${plain(words.text(label))}** ${plain(text)}`.trimEnd();
}

function mixedBlocks(words: Words, record: PageRecord): readonly string[] {
  const entries = worstMixed(record.mixed, MAX_REPORTED);
  if (entries.length === 0) return [];
  const lines = entries.map((entry) => {
    const at = placeText(entry);
    const place = at === null ? '' : ` ${code(showHostile(at))}`;
    const facts = `${plain(describeMixed(words, entry))} ${code(showHostile(entry.url))}${place}`;
    return `- ${facts} (${plain(describeMixedEvidence(words, entry))})`;
  });
  const hidden = record.mixed.length - entries.length;
  if (hidden > 0) lines.push(`- ${plain(words.count('popup_evidence_more', hidden))}`);
  if (record.mixedDropped > 0) lines.push(`- ${plain(words.count('content_dropped', record.mixedDropped))}`);
  return [`## ${plain(words.text('content_asked_plain'))}`, lines.join('\n')];
}

function hostOf(url: string): string {
  return (URL.canParse(url) ? new URL(url).host : '') || url;
}
