// The lab's public log with the API of Cert Spotter (issuances.ts has the source), and the same server with every fault that a client
// must survive: each fault has its own path before the real one, e.g. https://logs.lab.test/silent/v1/issuances.
import type { ServerResponse } from 'node:http';
import type { LoggedLeaf } from './issuances.ts';
import { endlessPage, lies, nextPage, numbered, readQuestion, search } from './log-search.ts';
import type { Question } from './log-search.ts';
import type { Service } from './servers.ts';

const ORIGIN = 'https://logs.lab.test';
/** The target of `redirect`: it answers correctly, so that a client that follows the redirect is visible in the lab's hits. */
const OTHER_ORIGIN = 'https://other-logs.lab.test';
export const LOG_ORIGINS = [ORIGIN, OTHER_ORIGIN] as const;
const PATH = '/v1/issuances';

/** ms */
const SLOWNESS = 2000;
/** Seconds. */
const RETRY_AFTER = 90;
const JUNK = `${JSON.stringify({ id: '1', junk: 'x'.repeat(16_384) })},`;

/** The search, its log, and the response to write to. */
interface Asked {
  readonly log: readonly LoggedLeaf[];
  readonly question: Question;
  /** The query of the address, unchanged. */
  readonly query: string;
  readonly response: ServerResponse;
}

const ILLNESSES = {
  'rate-limited': ({ response }) =>
    fail(response, 429, 'rate_limited', { 'retry-after': String(RETRY_AFTER) }),
  // Never answers: its socket ends with the lab.
  silent: () => 0,
  slow: (asked) => {
    const timer = setTimeout(() => answerRightly(asked), SLOWNESS);
    asked.response.on('close', () => clearTimeout(timer));
    return 200;
  },
  'not-json': ({ response }) =>
    send(response, 200, '<!doctype html><title>Log in to this network</title>', {
      'content-type': 'text/html',
    }),
  'wrong-json': ({ response }) => sendJson(response, 200, { issuances: [] }),
  lies: ({ log, question, response }) => {
    const all = numbered([...search(log, question), ...lies(log, question)]);
    return sendJson(response, 200, nextPage(all, question));
  },
  'only-lies': ({ log, question, response }) =>
    sendJson(response, 200, nextPage(numbered(lies(log, question)), question)),
  error: ({ response }) => fail(response, 500, 'internal_error'),
  huge: ({ response }) => pour(response),
  redirect: ({ query, response }) => send(response, 302, '', { location: `${OTHER_ORIGIN}${PATH}${query}` }),
  empty: ({ response }) => sendJson(response, 200, []),
  endless: ({ log, question, response }) => sendJson(response, 200, endlessPage(log, question)),
} as const satisfies Readonly<Record<string, (asked: Asked) => number>>;

export type LogVariant = keyof typeof ILLNESSES;
/** The first segments of the faulty paths. */
export const LOG_VARIANTS: readonly string[] = Object.keys(ILLNESSES);

/** The address of the log with a fault; null: without one. */
export function logAddressOf(variant: LogVariant | null): string {
  return `${ORIGIN}${variant === null ? '' : `/${variant}`}${PATH}`;
}

/** `logged`: all certificates of the log, in any order. `now`: ms since epoch; certificates that ended before are not returned. */
export function logService(logged: readonly LoggedLeaf[], now: number): Service {
  const log = logged
    .filter(({ notAfter }) => notAfter > now)
    .toSorted((one, other) => one.notBefore - other.notBefore);
  const answers = new Map<string, (asked: Asked) => number>([[PATH, answerRightly]]);
  for (const [variant, answer] of Object.entries(ILLNESSES)) answers.set(`/${variant}${PATH}`, answer);
  return (url, response) => {
    const answer = answers.get(url.pathname);
    const question = readQuestion(url.searchParams);
    if (answer === undefined) return fail(response, 404, 'not_found');
    if (question === null) return fail(response, 400, 'not_allowed_by_plan');
    return answer({ log, question, query: url.search, response });
  };
}

function answerRightly({ log, question, response }: Asked): number {
  return sendJson(response, 200, nextPage(search(log, question), question));
}

/** An array that does not end before the client closes the connection. */
function pour(response: ServerResponse): number {
  response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
  response.write('[');
  const more = (): void => {
    while (!response.closed && response.write(JUNK));
  };
  response.on('drain', more);
  more();
  return 200;
}

function fail(
  response: ServerResponse,
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): number {
  return sendJson(response, status, { code, message: `The lab says so: ${code}` }, headers);
}

function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): number {
  return send(response, status, JSON.stringify(value), { 'content-type': 'application/json', ...headers });
}

/** Writes a response that every origin can read, like the real log's. Returns the status. */
function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>>,
): number {
  response.writeHead(status, { 'access-control-allow-origin': '*', ...headers }).end(body);
  return status;
}
