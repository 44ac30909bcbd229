// The insecure request of a worker, from the browser's report of it to the deep check.
// https://www.w3.org/TR/CSP3/#deprecated-serialize-violation
import * as v from 'valibot';
import { NO_FRAME } from './background-sighting.ts';
import type { BackgroundSighting } from './background-sighting.ts';
import { MAX_URL, shortAddress } from '../../address/address-bounds.ts';
import { ONLY_ASKED } from './received-report.ts';

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

/** The longest report that is read, in bytes. */
const MAX_BYTES = 64 * 1024;

/** Returns the sighting in a report; null when it cannot be read. Reports are hostile: a worker of any page may send anything to that address. */
export function readWorkerReport(body: Uint8Array): BackgroundSighting | null {
  const result = v.safeParse(violation, body.length > MAX_BYTES ? null : parse(body));
  if (!result.success) return null;
  const { 'csp-report': report } = result.output;
  const file = report['source-file'] || report['document-uri'];
  return {
    frameId: NO_FRAME,
    frameUrl: report['document-uri'].slice(0, MAX_URL),
    sighting: {
      ...ONLY_ASKED,
      url: shortAddress(report['blocked-uri']),
      what: report['effective-directive'].slice(0, 200),
      via: 'report',
      source: file.includes(':')
        ? { url: file.slice(0, MAX_URL), line: report['line-number'], column: report['column-number'] }
        : null,
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
