// Describes the verdict in the first line of the popup and the report: the state in a word, and one sentence.
import { classifyAddress } from '../address/address.ts';
import type { PageState } from '../record/page-state.ts';
import type { FoundFinding, Gap, NotApplicableReason, State, Verdict } from '../verdict/verdict.ts';
import type { Severity } from '../verdict/terms.ts';
import { describeEnd } from './end-words.ts';
import { describeGaps } from './gap-words.ts';
import { findingSummaryKey, keyFor } from './word-keys.ts';
import type { Words } from './words.ts';

/** The most gaps that a headline names. */
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

/** Whether a reload would let the extension scan a page without a record: not for the browser's own pages, files and the like. */
export function isCheckedByReload(page: AbsentPage): boolean {
  return page.kind === 'not-observed' && reasonOf(page.url) === 'not-observed';
}

/** The reason why nothing was observed at this address; `hidden`: the browser does not report the address. */
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

/** The headline of a verdict: the worst finding's summary, or the reason why there is no finding. */
export function describeVerdict(words: Words, verdict: Verdict): Headline {
  const { state, reason } = verdict;
  if (reason === 'not-wholly-checked') return describeUnchecked(words, verdict.gaps);
  if (reason !== null) return describeReason(words, reason);
  return { state, word: words.text(keyFor('state', state)), sentence: sentenceOf(words, verdict) };
}

/** Names the first gaps; the content section lists all. */
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
  // Advice concerns the owner only and never appears in the headline.
  if (worst !== undefined && worst.severity !== 'advice') return describeFinding(words, worst);
  return words.text(
    verdict.rows.connection.kind === 'local' ? 'sentence_nothing_found_local' : 'sentence_nothing_found',
  );
}

/** A finding in one sentence, with its count, or with the end date of a certificate that ends soon. */
export function describeFinding(words: Words, { id, count, evidence }: FoundFinding): string {
  const [notAfter, at] = evidence.find(({ source }) => source === 'certificate-ends')?.params ?? [];
  if (notAfter === undefined || at === undefined) return words.count(findingSummaryKey(id), count);
  // The sentence contains no number, so both plural forms are equal.
  return words.text(
    `${findingSummaryKey(id)}_other`,
    describeEnd(words, Date.parse(notAfter), Date.parse(at)),
  );
}

/** The severity of a finding in a word. */
export function severityWord(words: Words, severity: Severity): string {
  return severity === 'advice' ? words.text('severity_advice') : words.text(keyFor('state', severity));
}
