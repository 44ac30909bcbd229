// Reads stored records. Storage may contain anything (an older version's shape, a value that was written in part), so everything is checked, and a
// value that does not fit is not a record: its page is shown as not checked instead of judged wrongly.
import * as v from 'valibot';
import type { Infer } from '../schema/schema.ts';
import { readAs } from '../schema/schema.ts';
import { certificateReportSchema } from './certificate-record.ts';
import { navigationSchema } from './navigation-record.ts';
import type { PageRecord } from './record.ts';
import { overrideSchema, pageRecordSchema } from './record.ts';

/** Returns the record in a stored value, or null when it is not one. */
export function readRecord(value: unknown): PageRecord | null {
  return readAs(pageRecordSchema, typeof value === 'string' ? parseText(value) : value);
}

/**
 * Returns the record in its stored form, one text. Chromium counts the memory of every value towards its quota, so a long list of small values would
 * need several times the space of its text. https://developer.chrome.com/docs/extensions/reference/api/storage#property-session
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
  /** What the browser reported with its response. */
  certificate: v.nullable(certificateReportSchema),
  override: v.nullable(overrideSchema),
  /** The document that it led to, once that has reported: the navigation belongs to no other document. */
  takenBy: v.nullable(v.string()),
  /** It is for a prefetched or prerendered page, which replaces the shown one only once it is activated. */
  prerendered: v.boolean(),
});

/** A page that is being loaded: what is known before its document reports. */
export type PendingNavigation = Infer<typeof pendingNavigationSchema>;

/** Returns the pages that are being loaded from a stored value; none if the value does not fit. */
export function readPending(value: unknown): readonly PendingNavigation[] {
  return readAs(v.array(pendingNavigationSchema), value) ?? [];
}
