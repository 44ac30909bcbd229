// The result of a probe, whether https works: an answer for each address, and the state of the whole. Kept in session storage, where views read it.
import * as v from 'valibot';
import { CERTIFICATE_ERROR_KINDS } from '../record/certificate-error.ts';
import type { Infer } from '../schema/schema.ts';
import { readAs } from '../schema/schema.ts';
import { secureAddress } from './plan.ts';
import type { MixedEntry } from '../mixed-content/mixed-entry.ts';

/** Why an address has no answer. */
const UNASKED_REASONS = ['too-slow', 'unknown-host', 'no-access', 'failed'] as const;

/** `status`: HTTP. */
const answered = <const Kind extends string>(kind: Kind) =>
  v.object({ kind: v.literal(kind), status: v.number() });

const answerSchema = v.variant('kind', [
  /** The address works over https. */
  answered('works'),
  /** https works, but the server has nothing at this address. */
  answered('missing'),
  /** https works, but the server answers with an error, at least to a request without cookies. */
  answered('error'),
  /** The https address redirects to http. */
  answered('back-to-http'),
  v.object({ kind: v.literal('certificate'), why: v.picklist(CERTIFICATE_ERROR_KINDS), code: v.string() }),
  /** The server does not speak https. `code`: the browser's error. */
  v.object({ kind: v.literal('no-https'), code: v.string() }),
  v.object({ kind: v.literal('unasked'), reason: v.picklist(UNASKED_REASONS) }),
]);

export type ProbeAnswer = Infer<typeof answerSchema>;

const probeStateSchema = v.object({
  documentId: v.string(),
  phase: v.picklist(['asking', 'done', 'cancelled']),
  /** When the state last changed, ms since epoch. */
  at: v.number(),
  total: v.number(),
  /** Answers by address, as far as they have arrived. */
  answers: v.record(v.string(), answerSchema),
});

export type ProbeState = Infer<typeof probeStateSchema>;

/** Reads a probe's state from storage; null: the value is not one. */
export function readProbe(value: unknown): ProbeState | null {
  return readAs(probeStateSchema, value);
}

/** ms without a change after which the background of a running probe must have stopped: one address takes less. */
export const PROBE_STOPPED = 60_000;

/** Whether a probe is running, and its background too. `now`: ms since epoch. */
export function isUnderWay(state: ProbeState | null, now: number): boolean {
  return state?.phase === 'asking' && now - state.at < PROBE_STOPPED;
}

/** Requests with another method or protocol than the probe's: for these only whether the server answers can be known. */
const ANY_ANSWER: ReadonlySet<MixedEntry['kind']> = new Set(['form', 'websocket', 'beacon']);

/** The answer for an entry: of its own address, or else of its host. Null: none. */
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

/** Whether an answer applies to every address of the host: it does not speak https, or does not answer. */
export function isOfHost(answer: ProbeAnswer): boolean {
  if (answer.kind === 'unasked') return answer.reason !== 'failed';
  return answer.kind === 'certificate' || answer.kind === 'no-https';
}
