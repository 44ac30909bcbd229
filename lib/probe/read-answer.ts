// Turns what the browser reported of a request into an answer: does https work at the address?
import { parseAddress } from '../address/address.ts';
import { readCertificateError, readClientCertificateError } from '../record/certificate-error.ts';
import { readFirefoxSentence } from './firefox-sentence.ts';
import type { ProbeAnswer } from './probe.ts';

/** What the browser reported of one request. */
export interface ProbeTrace {
  /** HTTP status; null: there was no answer. */
  readonly status: number | null;
  /** The target of a redirect; null: none. */
  readonly location: string | null;
  /** The browser's error; null: there was none. */
  readonly error: string | null;
  readonly isTooSlow: boolean;
  /** The browser denies the extension access to this host, so no request was sent. */
  readonly hasNoAccess?: true;
}

/** Whether GET may succeed where HEAD failed: some servers say so (RFC 9110, 15.5.6), others answer HEAD with any error. */
export function isWorthGet({ status }: ProbeTrace): boolean {
  return status !== null && status >= 400;
}

/** The next address to request: a redirect within the host. Null: the trace is complete. */
export function nextAddress(address: string, { status, location }: ProbeTrace): string | null {
  if (!isRedirect(status) || location === null || !URL.canParse(location, address)) return null;
  const next = new URL(location, address);
  next.hash = '';
  const { origin } = new URL(address);
  return next.origin === origin && next.href !== address ? next.href : null;
}

/** The answer that a trace gives for its address. */
export function readAnswer(address: string, trace: ProbeTrace): ProbeAnswer {
  const { status, location, error, isTooSlow, hasNoAccess } = trace;
  if (hasNoAccess === true) return { kind: 'unasked', reason: 'no-access' };
  if (status !== null) {
    if (isRedirect(status) && location !== null && isBackToHttp(address, location))
      return { kind: 'back-to-http', status };
    if (status === 404 || status === 410) return { kind: 'missing', status };
    return { kind: status >= 400 ? 'error' : 'works', status };
  }
  if (error !== null) return readError(error);
  return { kind: 'unasked', reason: isTooSlow ? 'too-slow' : 'failed' };
}

function isRedirect(status: number | null): boolean {
  return status !== null && status >= 300 && status < 400 && status !== 304;
}

function isBackToHttp(address: string, location: string): boolean {
  return URL.canParse(location, address) && new URL(location, address).protocol === 'http:';
}

/** Errors: the name is unknown; the request failed for reasons other than the host, or was cancelled. */
const UNKNOWN_HOST = /ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|NS_ERROR_UNKNOWN_HOST/;
const NOT_ABOUT_THE_HOST =
  /ERR_ABORTED|ERR_FAILED|ERR_BLOCKED_BY|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_PROXY|ERR_TUNNEL|ERR_INSUFFICIENT_RESOURCES|NS_BINDING_ABORTED|NS_ERROR_ABORT|NS_ERROR_OFFLINE|NS_ERROR_DOM|NS_ERROR_.*PROXY/;
const SLOW = /TIMED_OUT|NET_TIMEOUT/;
/** Chromium's errors when the server does not speak TLS, or not under this name. No certificate was seen. */
const NO_TLS = /^net::ERR_SSL_(PROTOCOL_ERROR|UNRECOGNIZED_NAME_ALERT)$/;

function readError(error: string): ProbeAnswer {
  if (UNKNOWN_HOST.test(error)) return { kind: 'unasked', reason: 'unknown-host' };
  if (SLOW.test(error)) return { kind: 'unasked', reason: 'too-slow' };
  if (NOT_ABOUT_THE_HOST.test(error)) return { kind: 'unasked', reason: 'failed' };
  const code = error.replace(/^net::/, '').slice(0, 200);
  if (NO_TLS.test(error)) return { kind: 'no-https', code };
  // The server speaks https, but only with clients that have a certificate.
  if (readClientCertificateError(error) !== null) return { kind: 'unasked', reason: 'failed' };
  const certificate = readCertificateError(error) ?? readFirefoxSentence(error);
  return certificate === null
    ? { kind: 'no-https', code }
    : { kind: 'certificate', why: certificate.kind, code: certificate.code };
}

/** The host of an address, with its port. */
export function hostOf(address: string): string {
  return parseAddress(address)?.host ?? address;
}
