// What came of asking whether https works: an answer per address, and the state of the whole.
import type { CertificateErrorKind } from '../record/certificate-error.ts';
import type { MixedEntry } from '../mixed-content/mixed-content.ts';
import { secureAddress } from './plan.ts';

/** Why an address has no answer. */
export const UNASKED_REASONS = ['too-slow', 'unknown-host', 'no-access', 'failed'] as const;
export type UnaskedReason = (typeof UNASKED_REASONS)[number];

export type ProbeAnswer =
  /** Over https there is something at this address. `status`: HTTP. */
  | { readonly kind: 'works'; readonly status: number }
  /** https works, but the server has nothing there. */
  | { readonly kind: 'missing'; readonly status: number }
  /** https works, but the server answers with an error, at least to a question without cookies. */
  | { readonly kind: 'error'; readonly status: number }
  /** The https address leads back to http. */
  | { readonly kind: 'back-to-http'; readonly status: number }
  | { readonly kind: 'certificate'; readonly why: CertificateErrorKind; readonly code: string }
  /** Nothing there speaks https. `code`: the browser's. */
  | { readonly kind: 'no-https'; readonly code: string }
  | { readonly kind: 'unasked'; readonly reason: UnaskedReason };

export interface ProbeState {
  readonly documentId: string;
  readonly phase: 'asking' | 'done' | 'cancelled';
  /** When it was last heard of, ms since epoch. */
  readonly at: number;
  readonly total: number;
  /** By address, as far as they are there. */
  readonly answers: Readonly<Record<string, ProbeAnswer>>;
}

/** ms after which a probe that is still under way was stopped with the background: one address takes less. */
export const PROBE_STOPPED = 60_000;

/** Whether a probe is still under way, and its background with it. `now`: ms since epoch. */
export function isUnderWay(state: ProbeState | null, now: number): boolean {
  return state?.phase === 'asking' && now - state.at < PROBE_STOPPED;
}

/** Loads that are asked for by another method than ours, or that speak another protocol: that anything answers is all that can be seen. */
const ANY_ANSWER: ReadonlySet<MixedEntry['kind']> = new Set(['form', 'websocket', 'beacon']);

/** What was learned for an entry: of its own address, or else of its host. Null: nothing. */
export function answerFor(
  probe: Pick<ProbeState, 'answers'> | null,
  { url, kind }: Pick<MixedEntry, 'url' | 'kind'>,
): ProbeAnswer | null {
  const address = secureAddress(url);
  const answer = address === null ? undefined : probe?.answers[address];
  if (answer === undefined) return null;
  const isAnswer = answer.kind === 'missing' || answer.kind === 'error';
  return isAnswer && ANY_ANSWER.has(kind) ? { kind: 'works', status: answer.status } : answer;
}

/** Whether what was learned holds for every address of the host: there is no https to speak with, or nobody who answers. */
export function isOfHost(answer: ProbeAnswer): boolean {
  if (answer.kind === 'unasked') return answer.reason !== 'failed';
  return answer.kind === 'certificate' || answer.kind === 'no-https';
}
