// Interprets the driver's error for a navigation. Only the browser's code is reliable: the rest of the text is the driver's.
import { TimeoutError } from 'puppeteer-core';
import { readCertificateError } from '../../lib/record/certificate-error.ts';
import { withoutCredentialsIn } from '../../lib/address/credentials.ts';
import type { Refusal } from '../../lib/record/record.ts';
import type { InspectError } from '../../lib/report/inspect-schema.ts';

const CODE = /net::ERR_[A-Z0-9_]+|(?:NS_ERROR|NS_BINDING|SEC_ERROR|SSL_ERROR|MOZILLA_PKIX_ERROR)_[A-Z0-9_]+/g;
/** Firefox's errors without a code of that form, e.g. deniedPortAccess. */
const OTHER = /unknown error (?:Error: )?(\w+)/;
/** The browser ended the navigation without an error page: a download, or a response without content. */
const NO_PAGE = /^(?:net::ERR_ABORTED|NS_BINDING_ABORTED|NS_ERROR_ABORT)$/;

/** `timeout`: ms, for the message. `url`: the requested address, as given. */
export function readLoadError(error: unknown, timeout: number, url: string): InspectError {
  if (error instanceof TimeoutError) {
    return { kind: 'timeout', message: `The page had not finished loading after ${timeout} ms.` };
  }
  // Before the text is cut: a cut inside a password would hide that it is one.
  const text = withoutCredentialsIn(error instanceof Error ? error.message : String(error), url);
  // Firefox puts the general error before the exact one.
  const code = text.match(CODE)?.at(-1) ?? OTHER.exec(text)?.[1] ?? text.slice(0, 200);
  if (NO_PAGE.test(code)) {
    return {
      kind: 'no-page',
      message: `${code}: the answer is a download or has no content, so no page is shown.`,
    };
  }
  return { kind: 'not-loaded', message: code };
}

/** NSS's and PKIX's names of certificate errors. */
const FIREFOX_REFUSAL = /^(?:SEC_ERROR|MOZILLA_PKIX_ERROR)_[A-Z0-9_]+$/;

/** The browser's refusal of the certificate, if the error is one. The extension reports its kind more exactly. */
export function readRefusal({ kind, message }: InspectError): Pick<Refusal, 'kind' | 'code'> | null {
  if (kind !== 'not-loaded') return null;
  const refusal = readCertificateError(message);
  if (refusal !== null) return refusal;
  return FIREFOX_REFUSAL.test(message) ? { kind: 'invalid', code: message } : null;
}
