// A piece of evidence as a sentence in pieces, so that a view can set the page's own text apart from ours.
import type { Evidence, FoundFinding } from '../verdict/verdict.ts';
import { evidenceKey } from './keys.ts';
import type { WordPart, Words } from './words.ts';

/** The sentence for one piece of evidence. */
export function evidenceParts(words: Words, evidence: Evidence): readonly WordPart[] {
  return words.parts(evidenceKey(evidence.source), ...readableParams(words, evidence));
}

/** The same as one string. */
export function evidenceText(words: Words, evidence: Evidence): string {
  return evidenceParts(words, evidence)
    .map((part) => part.text)
    .join('');
}

function readableParams(words: Words, { source, params }: Evidence): readonly string[] {
  if (source !== 'refused-then-opened') return params;
  const [code = '', time = ''] = params;
  const at = Date.parse(time);
  return [code, Number.isNaN(at) ? time : words.dateTime(at)];
}

/** How many things a finding found beyond the evidence it keeps: known where each piece stands for one thing. */
export function hiddenEvidence({ count, evidence }: FoundFinding): number {
  const isOneEach = evidence.every(
    ({ source }) => source === 'element' || source === 'resource-timing' || source === 'hop',
  );
  return isOneEach ? Math.max(0, count - evidence.length) : 0;
}
