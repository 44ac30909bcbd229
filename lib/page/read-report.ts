// A report as it comes from a page's process: hostile until checked. A broken renderer may say anything, so shape and size are bounded here.
import * as v from 'valibot';
import { MAX_SELECTOR, MAX_TREES } from './place.ts';
import { SCAN_STATES } from './record.ts';
import type { ObserverReport } from './report.ts';
import { MAX_HOSTS_PER_FRAME, MAX_SIGHTINGS_PER_REPORT, MAX_URL } from './report.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

const elementPlace = v.object({
  selectors: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(MAX_SELECTOR))),
    v.minLength(1),
    v.maxLength(MAX_TREES),
  ),
  closed: v.boolean(),
});

const sourcePlace = v.object({
  url: v.pipe(v.string(), v.maxLength(MAX_URL)),
  line: v.pipe(v.number(), v.integer(), v.minValue(0)),
  column: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

const sighting = v.object({
  url: v.pipe(v.string(), v.maxLength(MAX_URL)),
  what: v.pipe(v.string(), v.maxLength(200)),
  via: v.picklist(['dom', 'sheet', 'timing', 'report']),
  outcome: v.nullable(v.picklist(['blocked', 'upgraded', 'loaded'])),
  element: v.nullable(elementPlace),
  source: v.nullable(sourcePlace),
  count: v.pipe(count, v.minValue(1)),
});

const observerReport: v.GenericSchema<unknown, ObserverReport> = v.object({
  type: v.literal('report'),
  documentId: v.pipe(v.string(), v.regex(/^\d{1,10}(?:-\d{1,10}){3}$/)),
  openedAs: v.pipe(v.string(), v.maxLength(MAX_URL)),
  secureContext: v.boolean(),
  fields: v.object({ password: count, card: count, oneTimeCode: count, text: count }),
  sightings: v.pipe(v.array(sighting), v.maxLength(MAX_SIGHTINGS_PER_REPORT)),
  hosts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(253))), v.maxLength(MAX_HOSTS_PER_FRAME)),
  upgrades: v.boolean(),
  dropped: count,
  scan: v.picklist(SCAN_STATES),
  gone: v.boolean(),
});

/** The report in a message, or null when it is none. */
export function readReport(message: unknown): ObserverReport | null {
  const result = v.safeParse(observerReport, message);
  return result.success ? result.output : null;
}
