// A stored look-up read back: storage may hold anything.
import * as v from 'valibot';
import { LOOK_UP_FAILURES } from './look-up.ts';
import type { LookUp } from './look-up.ts';

const asked = { host: v.string(), server: v.string(), at: v.number() };
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The shape of a look-up in storage. */
export const lookUpSchema: v.GenericSchema<unknown, LookUp> = v.variant('state', [
  v.object({ state: v.literal('asking'), ...asked }),
  v.object({
    state: v.literal('answered'),
    ...asked,
    certificates: v.array(
      v.object({ der: v.string(), sha256: v.string(), revoked: v.nullable(v.boolean()) }),
    ),
    leftOut: count,
    isComplete: v.boolean(),
  }),
  v.object({
    state: v.literal('failed'),
    ...asked,
    reason: v.picklist(LOOK_UP_FAILURES),
    status: v.nullable(v.number()),
    retryAt: v.nullable(v.number()),
  }),
]);
