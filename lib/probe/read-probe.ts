// A probe's state read back from storage: whatever does not fit is none.
import * as v from 'valibot';
import { CERTIFICATE_ERROR_KINDS } from '../record/certificate-error.ts';
import { UNASKED_REASONS } from './probe.ts';
import type { ProbeAnswer, ProbeState } from './probe.ts';

const answered = <const Kind extends 'works' | 'missing' | 'error' | 'back-to-http'>(
  kind: Kind,
): v.GenericSchema<unknown, { readonly kind: Kind; readonly status: number }> =>
  v.object({ kind: v.literal(kind), status: v.number() });

const answer: v.GenericSchema<unknown, ProbeAnswer> = v.union([
  answered('works'),
  answered('missing'),
  answered('error'),
  answered('back-to-http'),
  v.object({ kind: v.literal('certificate'), why: v.picklist(CERTIFICATE_ERROR_KINDS), code: v.string() }),
  v.object({ kind: v.literal('no-https'), code: v.string() }),
  v.object({ kind: v.literal('unasked'), reason: v.picklist(UNASKED_REASONS) }),
]);

const state: v.GenericSchema<unknown, ProbeState> = v.object({
  documentId: v.string(),
  phase: v.picklist(['asking', 'done', 'cancelled']),
  at: v.number(),
  total: v.number(),
  answers: v.record(v.string(), answer),
});

/** The state, or null. */
export function readProbe(value: unknown): ProbeState | null {
  const result = v.safeParse(state, value);
  return result.success ? result.output : null;
}
