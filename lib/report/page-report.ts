// The known facts of a page as a report, for a ticket or a mail to the site's owner.
import { placeText } from '../mixed-content/place.ts';
import { connectionOf } from '../record/certificates.ts';
import type { PageRecord } from '../record/record.ts';
import type { FoundFinding, Verdict } from '../verdict/verdict.ts';
import { SUBJECTS } from '../verdict/terms.ts';
import type { BrowserIdentity } from '../words/browser-identity.ts';
import { evidenceParts, hiddenEvidence } from '../words/evidence-words.ts';
import { describeGaps } from '../words/gap-words.ts';
import { describeMixed, describeMixedEvidence, worstMixed } from '../words/mixed-words.ts';
import { browserName, describeRows } from '../words/row-words.ts';
import { describeFinding, describeVerdict, severityWord } from '../words/verdict-words.ts';
import { findingKey, keyFor } from '../words/word-keys.ts';
import type { Words } from '../words/words.ts';
import { certificateSections } from './certificate-report.ts';
import { list, ours, own, paragraph, sentenceItem } from './report-data.ts';
import type { PageReport, ReportFinding, ReportItem, ReportSection } from './report-data.ts';

/** The most insecure requests that a report lists, so that it fits a ticket. */
export const MAX_REPORTED = 500;

export interface ReportInput {
  readonly record: PageRecord;
  readonly verdict: Verdict;
  readonly browser: BrowserIdentity;
  /** ms since epoch. */
  readonly madeAt: number;
}

/** Returns the report in the language of `words`. */
export function pageReport(words: Words, { record, verdict, browser, madeAt }: ReportInput): PageReport {
  const headline = describeVerdict(words, verdict);
  const rows = describeRows(words, verdict, browser, connectionOf(record)?.state ?? null, madeAt);
  return {
    title: [...own(hostOf(record.url)), ...ours(`: ${headline.word}`)],
    facts: [
      {
        heading: null,
        blocks: [ours(headline.sentence), words.parts('report_address', record.url)].map(paragraph),
      },
      {
        heading: words.text('report_known'),
        blocks: [
          list(SUBJECTS.map((subject) => fact(words.text(keyFor('subject', subject)), rows[subject]))),
        ],
      },
      ...gapSections(words, verdict),
    ],
    findings: {
      heading: words.text('report_findings'),
      all: verdict.findings.map((finding) => reportFinding(words, finding)),
      none: words.text('report_none'),
    },
    blocks: [
      ...certificateSections(words, { record, browser: browserName(words, browser), now: madeAt }),
      ...mixedSections(words, record),
      {
        heading: null,
        blocks: [
          paragraph(ours(words.text('report_made', words.text('extension_name'), words.dateTime(madeAt)))),
        ],
      },
    ],
  };
}

function fact(label: string, value: string): ReportItem {
  return { text: [...ours(label), ...ours(': '), ...ours(value)] };
}

/** What was not checked, whatever the other findings are. */
function gapSections(words: Words, { gaps }: Verdict): readonly ReportSection[] {
  if (gaps.length === 0) return [];
  const items = describeGaps(words, gaps).map(sentenceItem);
  return [{ heading: words.text('reason_word_not_wholly_checked'), blocks: [list(items)] }];
}

function reportFinding(words: Words, finding: FoundFinding): ReportFinding {
  const { id, severity, voice, evidence } = finding;
  const hidden = hiddenEvidence(finding);
  const visitor = {
    label: words.text('popup_voice_visitor'),
    text: ours(words.text(findingKey(id, 'visitor'))),
  };
  return {
    title: `${severityWord(words, severity)}: ${words.text(findingKey(id, 'title'))}`,
    summary: describeFinding(words, finding),
    items: [
      ...(voice === 'both' ? [visitor] : []),
      { label: words.text('popup_voice_owner'), text: ours(words.text(findingKey(id, 'owner'))) },
      {
        label: words.text('popup_evidence'),
        text: [],
        items: [
          ...evidence.map((piece) => ({ text: evidenceParts(words, piece) })),
          ...(hidden > 0 ? [sentenceItem(words.count('popup_evidence_more', hidden))] : []),
        ],
      },
    ],
  };
}

function mixedSections(words: Words, record: PageRecord): readonly ReportSection[] {
  const entries = worstMixed(record.mixed, MAX_REPORTED);
  if (entries.length === 0) return [];
  const items = entries.map((entry): ReportItem => {
    const place = placeText(entry);
    return {
      text: [
        ...ours(`${describeMixed(words, entry)} `),
        ...own(entry.url),
        ...(place === null ? [] : [...ours(' '), ...own(place)]),
        ...ours(` (${describeMixedEvidence(words, entry)})`),
      ],
    };
  });
  const hidden = record.mixed.length - entries.length;
  if (hidden > 0) items.push(sentenceItem(words.count('popup_evidence_more', hidden)));
  if (record.mixedDropped > 0) items.push(sentenceItem(words.count('content_dropped', record.mixedDropped)));
  return [{ heading: words.text('content_asked_plain'), blocks: [list(items)] }];
}

function hostOf(url: string): string {
  return (URL.canParse(url) ? new URL(url).host : '') || url;
}
