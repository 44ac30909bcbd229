// The first line that a person reads: the state in a word and the verdict in one sentence. Shared by the popup and the report.
import { classifyAddress } from '../address/address.ts';
import type { PageState } from '../record/page-state.ts';
import type { FoundFinding, Gap, NotApplicableReason, State, Verdict } from '../verdict/verdict.ts';
import type { Severity } from '../verdict/terms.ts';
import { describeEnd } from './end-words.ts';
import { describeGaps } from './gap-words.ts';
import { findingSummaryKey, keyFor } from './word-keys.ts';
import type { Words } from './words.ts';

/** Gaps that a headline names. */
const MAX_GAPS = 2;

export interface Headline {
  readonly state: State;
  readonly word: string;
  readonly sentence: string;
}

/** The headline for a page without a record; null: nothing is known yet. */
export function describeAbsent(words: Words, page: AbsentPage | null): Headline {
  if (page === null) return unjudged(words.text('word_loading'), words.text('sentence_loading'));
  switch (page.kind) {
    case 'no-access':
      return unjudged(words.text('word_no_access'), words.text('sentence_no_access'));
    case 'not-observed': {
      const reason = reasonOf(page.url);
      return reason === 'hidden'
        ? unjudged(words.text('state_not_applicable'), words.text('sentence_hidden'))
        : describeReason(words, reason);
    }
  }
}

export type AbsentPage = Exclude<PageState, { kind: 'record' }>;

/** Whether a reload would let the extension look at a page without a record: not at the browser's own pages, files and the like. */
export function isCheckedByReload(page: AbsentPage): boolean {
  return page.kind === 'not-observed' && reasonOf(page.url) === 'not-observed';
}

/** Why nothing was observed at this address; `hidden`: the browser does not even tell the address. */
function reasonOf(url: string | null): NotApplicableReason | 'hidden' {
  if (url === null) return 'hidden';
  const address = classifyAddress(url);
  switch (address) {
    case 'https':
    case 'http-public':
    case 'http-private':
    case 'local':
      return 'not-observed';
    case 'browser':
      return 'browser-page';
    case 'other':
      return 'other-scheme';
    case 'file':
    case 'blank':
      return address;
  }
}

/** The headline of a verdict: the worst finding's summary, or why there is none. */
export function describeVerdict(words: Words, verdict: Verdict): Headline {
  const { state, reason } = verdict;
  if (reason === 'not-wholly-checked') return describeUnchecked(words, verdict.gaps);
  if (reason !== null) return describeReason(words, reason);
  return { state, word: words.text(keyFor('state', state)), sentence: sentenceOf(words, verdict) };
}

/** With the first of what was not checked: the rest is told with the content. */
function describeUnchecked(words: Words, gaps: readonly Gap[]): Headline {
  const { word, sentence, state } = describeReason(words, 'not-wholly-checked');
  const all = [sentence, ...describeGaps(words, gaps).slice(0, MAX_GAPS)];
  return { state, word, sentence: all.join(words.language.sentenceSpace) };
}

function describeReason(words: Words, reason: NotApplicableReason): Headline {
  return unjudged(words.text(keyFor('reason_word', reason)), words.text(keyFor('reason_sentence', reason)));
}

function unjudged(word: string, sentence: string): Headline {
  return { state: 'not-applicable', word, sentence };
}

function sentenceOf(words: Words, verdict: Verdict): string {
  const worst = verdict.findings[0];
  // Advice concerns the owner alone and never speaks in the headline.
  if (worst !== undefined && worst.severity !== 'advice') return describeFinding(words, worst);
  return words.text(
    verdict.rows.connection.kind === 'local' ? 'sentence_nothing_found_local' : 'sentence_nothing_found',
  );
}

/** A finding in one sentence, with its count; of a certificate near its end, with the end. */
export function describeFinding(words: Words, { id, count, evidence }: FoundFinding): string {
  const [notAfter, at] = evidence.find(({ source }) => source === 'certificate-ends')?.params ?? [];
  if (notAfter === undefined || at === undefined) return words.count(findingSummaryKey(id), count);
  // Its sentence counts nothing: both forms are the same.
  return words.text(
    `${findingSummaryKey(id)}_other`,
    describeEnd(words, Date.parse(notAfter), Date.parse(at)),
  );
}

/** How serious a finding is, in a word. */
export function severityWord(words: Words, severity: Severity): string {
  return severity === 'advice' ? words.text('severity_advice') : words.text(keyFor('state', severity));
}
