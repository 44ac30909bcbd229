// Describes a piece of evidence as a sentence in parts, so that a view can set the page's text apart from the product's.
import type { FoundFinding } from '../verdict/verdict.ts';
import type { Evidence } from '../verdict/terms.ts';
import { keyFor } from './word-keys.ts';
import type { WordPart, Words } from './words.ts';
import { HSTS_FAULTS } from '../record/navigation-record.ts';

/** The sentence for one piece of evidence. */
export function evidenceParts(words: Words, evidence: Evidence): readonly WordPart[] {
  return words.parts(keyFor('evidence', evidence.source), ...readableParams(words, evidence));
}

/** The same sentence as one string. */
export function evidenceText(words: Words, evidence: Evidence): string {
  return evidenceParts(words, evidence)
    .map((part) => part.text)
    .join('');
}

function readableParams(words: Words, { source, params }: Evidence): readonly string[] {
  switch (source) {
    case 'refused-then-opened':
    case 'certificate-dates':
    case 'certificate-ends':
      return params.map((param) => readable(param, words.dateTime));
    case 'header-invalid':
      return params.map((param, index) => (index === 2 ? faultText(words, param) : param));
    case 'certificate-issuer':
    case 'certificate-rule-days':
    case 'certificate-issuer-days':
      return params.map((param) => readable(param, words.date));
    default:
      return params;
  }
}

/** The reason why browsers ignore a header; an unknown reason is returned unchanged. */
function faultText(words: Words, why: string): string {
  const fault = HSTS_FAULTS.find((each) => each === why);
  return fault === undefined ? why : words.text(keyFor('header_fault', fault));
}

/** Formats a time in ISO 8601; other text is returned unchanged. */
function readable(param: string, write: (ms: number) => string): string {
  return /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(param) ? write(Date.parse(param)) : param;
}

/** The number of things that a finding found beyond its stored evidence: only known if each piece of evidence stands for one thing. */
export function hiddenEvidence({ count, evidence }: FoundFinding): number {
  const isOneEach = evidence.every(
    ({ source }) => source === 'element' || source === 'resource-timing' || source === 'hop',
  );
  return isOneEach ? Math.max(0, count - evidence.length) : 0;
}
