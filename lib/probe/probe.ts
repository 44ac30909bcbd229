// The result of asking whether https works: an answer per address, and the state of the whole. Kept in the session's storage, where views read it.
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
  /** Over https there is something at this address. */
  answered('works'),
  /** https works, but the server has nothing there. */
  answered('missing'),
  /** https works, but the server answers with an error, at least to a question without cookies. */
  answered('error'),
  /** The https address leads back to http. */
  answered('back-to-http'),
  v.object({ kind: v.literal('certificate'), why: v.picklist(CERTIFICATE_ERROR_KINDS), code: v.string() }),
  /** Nothing there speaks https. `code`: the browser's. */
  v.object({ kind: v.literal('no-https'), code: v.string() }),
  v.object({ kind: v.literal('unasked'), reason: v.picklist(UNASKED_REASONS) }),
]);

export type ProbeAnswer = Infer<typeof answerSchema>;

const probeStateSchema = v.object({
  documentId: v.string(),
  phase: v.picklist(['asking', 'done', 'cancelled']),
  /** When it last changed, ms since epoch. */
  at: v.number(),
  total: v.number(),
  /** By address, as far as they are there. */
  answers: v.record(v.string(), answerSchema),
});

export type ProbeState = Infer<typeof probeStateSchema>;

/** A probe's state read back from storage; null: the value is none. */
export function readProbe(value: unknown): ProbeState | null {
  return readAs(probeStateSchema, value);
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
