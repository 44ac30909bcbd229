// A stored record read back. Storage may hold anything (an older version's shape, a half-written value), so everything is checked and what
// does not fit is no record: the page is then shown as not checked instead of wrongly judged.
import * as v from 'valibot';
import type { Infer } from '../schema/schema.ts';
import { readAs } from '../schema/schema.ts';
import { certificateReportSchema } from './certificate-record.ts';
import { navigationSchema } from './navigation-record.ts';
import type { PageRecord } from './record.ts';
import { overrideSchema, pageRecordSchema } from './record.ts';

/** The record in a stored value, or null when it is none. */
export function readRecord(value: unknown): PageRecord | null {
  return readAs(pageRecordSchema, typeof value === 'string' ? parseText(value) : value);
}

/**
 * The record as it is stored: one text. Chromium counts the memory of every value for its quota, so a long list of small values would take several
 * times the room of its text. https://developer.chrome.com/docs/extensions/reference/api/storage#property-session
 */
export function writeRecord(record: PageRecord): string {
  return JSON.stringify(record);
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const pendingNavigationSchema = v.object({
  navigation: navigationSchema,
  /** What the browser reported with its answer. */
  certificate: v.nullable(certificateReportSchema),
  override: v.nullable(overrideSchema),
  /** The document that it led to, once that has reported: no other one came this way. */
  takenBy: v.nullable(v.string()),
  /** It is for a page that is prefetched or prerendered, which takes the place of the shown one only once it is activated. */
  prerendered: v.boolean(),
});

/** A page on its way: what is known before its document is there. */
export type PendingNavigation = Infer<typeof pendingNavigationSchema>;

/** The pages on their way in a stored value; a value that does not fit holds none. */
export function readPending(value: unknown): readonly PendingNavigation[] {
  return readAs(v.array(pendingNavigationSchema), value) ?? [];
}
