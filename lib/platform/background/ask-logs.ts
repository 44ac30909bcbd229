// Requests certificates from a server that searches the certificate logs. It never throws: the result is a response or a named failure.
import { pickCertificates } from '../../look-up/pick-certificates.ts';
import type { LookUp, LookUpFailure } from '../../look-up/look-up.ts';
import { queryAddress } from '../../look-up/query.ts';
import { readIssuances } from '../../look-up/read-issuances.ts';
import type { Issuance } from '../../look-up/read-issuances.ts';

/** ms for the whole look-up: the browser stops an idle background after 30 s. */
const TIME_LIMIT = 20_000;
/** The most bytes that are read of one page of the response. */
const MAX_BYTES = 4 * 1024 * 1024;
/** The most pages that are requested: the newest certificates come last, and a host with more pages is a very busy one. */
const MAX_PAGES = 5;
/** The longest wait that a server may demand, ms. */
const MAX_WAIT = 24 * 3_600_000;

export interface AskPorts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** ms since epoch. */
  readonly now: () => number;
  /** SHA-256, lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => Promise<string>;
  /** Aborts after this many ms. */
  readonly timeout: (ms: number) => AbortSignal;
}

type Finished = Exclude<LookUp, { state: 'asking' }>;

class LookUpError extends Error {
  override readonly name = 'LookUpError';
  readonly reason: LookUpFailure;
  readonly status: number | null;
  readonly retryAt: number | null;

  constructor(reason: LookUpFailure, status: number | null = null, retryAt: number | null = null) {
    super(reason);
    this.reason = reason;
    this.status = status;
    this.retryAt = retryAt;
  }
}

/** Looks up a host (A-labels, lower case); `server`: its absolute https address. */
export async function askLogs(ports: AskPorts, server: string, host: string): Promise<Finished> {
  const asked = { host, server: new URL(server).hostname, at: ports.now() };
  const signal = ports.timeout(TIME_LIMIT);
  const issuances: Issuance[] = [];
  let isComplete = false;
  try {
    for (let page = 0; page < MAX_PAGES && !isComplete; page += 1) {
      const rows = await askPage(ports, queryAddress(server, host, issuances.at(-1)?.id ?? null), signal);
      issuances.push(...rows);
      isComplete = rows.length === 0;
    }
  } catch (error) {
    // The pages before the failure are used.
    if (issuances.length === 0) return { state: 'failed', ...asked, ...describe(error, signal) };
  }
  const picked = await pickCertificates(issuances, host, asked.at, ports.sha256);
  return { state: 'answered', ...asked, ...picked, isComplete };
}

async function askPage(
  { fetch, now }: AskPorts,
  url: string,
  signal: AbortSignal,
): Promise<readonly Issuance[]> {
  const response = await fetch(url, {
    signal,
    headers: { accept: 'application/json' },
    // The request contains only the query: no cookies, no referrer, no entry in the cache, no redirect to another server.
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    redirect: 'error',
  });
  const { status } = response;
  if (status === 429) {
    throw new LookUpError('rate-limited', status, readRetryAfter(response.headers.get('retry-after'), now()));
  }
  if (status !== 200) throw new LookUpError('refused', status);
  const rows = readIssuances(parseJson(await readText(response)));
  if (rows === null) throw new LookUpError('not-understood');
  return rows;
}

/** Returns the body as text, up to its limit. */
async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MAX_BYTES) {
      // The stream is abandoned; an error while cancelling it does not matter.
      reader.cancel().catch(() => undefined);
      throw new LookUpError('too-large');
    }
    text += decoder.decode(value, { stream: true });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LookUpError('not-understood');
  }
}

/** Converts seconds or a date (RFC 9110, 10.2.3) to ms since epoch, or null. */
function readRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  const at = /^\d+$/.test(value) ? now + Number(value) * 1000 : Date.parse(value);
  return Number.isNaN(at) || at <= now ? null : Math.min(at, now + MAX_WAIT);
}

function describe(
  error: unknown,
  signal: AbortSignal,
): { readonly reason: LookUpFailure; readonly status: number | null; readonly retryAt: number | null } {
  if (error instanceof LookUpError) {
    const { reason, status, retryAt } = error;
    return { reason, status, retryAt };
  }
  // fetch rejects with a TypeError for a failed connection, a redirect and a policy, and with the signal's reason on timeout.
  return { reason: signal.aborted ? 'too-slow' : 'unreachable', status: null, retryAt: null };
}
