// Describes the result of probing whether https works.
import type { ProbeAnswer } from '../probe/probe.ts';
import type { State } from '../verdict/verdict.ts';
import { findingKey, keyFor } from './word-keys.ts';
import type { Words } from './words.ts';

/** "https works: change http to https". */
export function describeAnswer(words: Words, answer: ProbeAnswer): string {
  switch (answer.kind) {
    case 'works':
      return words.text('probe_works');
    case 'missing':
      return words.text('probe_missing', String(answer.status));
    case 'error':
      return words.text('probe_error', String(answer.status));
    case 'back-to-http':
      return words.text('probe_back_to_http');
    case 'certificate':
      return words.text('probe_certificate', words.text(findingKey(`certificate-${answer.why}`, 'title')));
    case 'no-https':
      return words.text('probe_no_https');
    case 'unasked':
      return words.text(keyFor('probe_unasked', answer.reason));
  }
}

/** The state whose symbol is shown beside the description. */
export function stateOfAnswer({ kind }: ProbeAnswer): State {
  switch (kind) {
    case 'works':
      return 'nothing-found';
    case 'missing':
    case 'error':
      return 'notice';
    case 'back-to-http':
    case 'certificate':
    case 'no-https':
      return 'warning';
    case 'unasked':
      return 'not-applicable';
  }
}
