// A certificate error met at an origin, as it is remembered.
import * as v from 'valibot';
import { CERTIFICATE_ERROR_KINDS } from '../../../record/certificate-error.ts';
import type { CertificateErrorKind } from '../../../record/certificate-error.ts';

export interface OriginError {
  readonly kind: CertificateErrorKind;
  readonly code: string;
  /** When the browser reported it, ms since epoch. */
  readonly at: number;
  /** The page was opened all the same. */
  readonly overridden: boolean;
}

export const originErrorSchema: v.GenericSchema<unknown, OriginError> = v.object({
  kind: v.picklist(CERTIFICATE_ERROR_KINDS),
  code: v.string(),
  at: v.number(),
  overridden: v.boolean(),
});
