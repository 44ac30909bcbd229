// A certificate error met at an origin, as it is remembered.
import * as v from 'valibot';
import { CERTIFICATE_ERROR_KINDS } from '../../../record/certificate-error.ts';
import type { Infer } from '../../../schema/schema.ts';

export const originErrorSchema = v.object({
  kind: v.picklist(CERTIFICATE_ERROR_KINDS),
  code: v.string(),
  /** When the browser reported it, ms since epoch. */
  at: v.number(),
  /** The page was opened all the same. */
  overridden: v.boolean(),
});

export type OriginError = Infer<typeof originErrorSchema>;
