// What a worker asks for without encryption: the browser's report of it to the deep check, or the request itself on its way out.
// https://www.w3.org/TR/CSP3/#deprecated-serialize-violation
import * as v from 'valibot';
import type { AnySighting } from './mixed-list.ts';
import { MAX_URL } from './report.ts';

const place = v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0);
const address = v.pipe(v.string(), v.maxLength(100_000));

const violation = v.object({
  'csp-report': v.object({
    'blocked-uri': address,
    'effective-directive': v.optional(v.string(), ''),
    'document-uri': v.optional(address, ''),
    'source-file': v.optional(address, ''),
    'line-number': v.optional(place, 0),
    'column-number': v.optional(place, 0),
  }),
});

/** Longest report read, in bytes. */
const MAX_BYTES = 64 * 1024;

/** A worker and one thing that it asks for. */
export interface WorkerSighting {
  /** The worker's script, or the origin that it belongs to where only that is known. */
  readonly worker: string;
  readonly sighting: AnySighting;
}

/** The sighting in a report; null when it is none. Reports are hostile: a worker of any page may send what it likes to that address. */
export function readWorkerReport(body: Uint8Array): WorkerSighting | null {
  const result = v.safeParse(violation, body.length > MAX_BYTES ? null : parse(body));
  if (!result.success) return null;
  const { 'csp-report': report } = result.output;
  const file = report['source-file'] || report['document-uri'];
  return {
    worker: report['document-uri'].slice(0, MAX_URL),
    sighting: {
      url: report['blocked-uri'].slice(0, MAX_URL),
      what: report['effective-directive'].slice(0, 200),
      via: 'report',
      outcome: null,
      element: null,
      source: file.includes(':')
        ? { url: file.slice(0, MAX_URL), line: report['line-number'], column: report['column-number'] }
        : null,
      count: 1,
    },
  };
}

/** A request that a shared worker sent without encryption: no browser blocks it, and none says so. */
export function workerRequest(origin: string, url: string): WorkerSighting {
  return {
    worker: origin,
    sighting: {
      url: url.slice(0, MAX_URL),
      what: 'worker',
      via: 'request',
      outcome: 'loaded',
      element: null,
      source: null,
      count: 1,
    },
  };
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}
