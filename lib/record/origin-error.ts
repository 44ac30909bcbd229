// Certificate errors of origins, as they are remembered: in the session's storage, and on the device by salted hash of the origin.
import * as v from 'valibot';
import type { Infer } from '../schema/schema.ts';
import { CERTIFICATE_ERROR_KINDS } from './certificate-error.ts';

export const originErrorSchema = v.object({
  kind: v.picklist(CERTIFICATE_ERROR_KINDS),
  code: v.string(),
  /** When the browser reported it, ms since epoch. */
  at: v.number(),
  /** The page was opened in spite of it. */
  overridden: v.boolean(),
});

export type OriginError = Infer<typeof originErrorSchema>;

export const deviceErrorsSchema = v.object({
  /** Hex, random for each installation. */
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  /** SHA-256 of salt and origin, hex, with the error; oldest first. */
  errors: v.array(v.tuple([v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), originErrorSchema])),
});

/** The errors that a device remembers. */
export type DeviceErrors = Infer<typeof deviceErrorsSchema>;
