// Reads a report from a page's process, which is hostile until checked: a broken renderer may send anything, so shape and size are bounded here. The
// envelope is read strictly; the items of its lists are read one by one, so that an invalid item is left out alone, and counted.
import * as v from 'valibot';
import { readMetas } from './read-metas.ts';
import type { MetaFacts } from './read-metas.ts';
import { MAX_SELECTOR, MAX_TREES } from '../../mixed-content/place.ts';
import type { ElementPlace, SourcePlace } from '../../mixed-content/place.ts';
import { readAs } from '../../schema/schema.ts';
import type { MetaLine } from './observer-report.ts';
import {
  FIELD_KINDS,
  MAX_HOSTS_PER_FRAME,
  MAX_META,
  MAX_METAS,
  MAX_SIGHTINGS_PER_REPORT,
  REPORT_TURNS,
  SCAN_STATES,
} from './observer-report.ts';
import { MAX_HOST, MAX_URL, shortAddress } from '../../address/address-bounds.ts';
import { MAX_WHAT } from '../../mixed-content/load-kind.ts';
import type { ReceivedReport, Sighting } from './received-report.ts';

/** Larger counts are reported as this value: no view distinguishes them. */
const MAX_COUNT = 1_000_000;

const count = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.transform((value) => Math.min(value, MAX_COUNT)),
);
const position = v.pipe(v.number(), v.integer(), v.minValue(0));
const address = v.pipe(v.string(), v.transform(shortAddress));

function cutAt(length: number): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, length)),
  );
}

const elementPlace: v.GenericSchema<unknown, ElementPlace> = v.object({
  selectors: v.pipe(
    v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_SELECTOR))),
    v.minLength(1),
    v.maxLength(MAX_TREES),
  ),
  closed: v.boolean(),
});

const sourcePlace: v.GenericSchema<unknown, SourcePlace> = v.object({
  url: cutAt(MAX_URL),
  line: position,
  column: position,
});

const sighting = v.object({
  url: address,
  what: cutAt(MAX_WHAT),
  via: v.picklist(['dom', 'sheet', 'timing', 'report', 'stop']),
  outcome: v.nullable(v.picklist(['blocked', 'upgraded', 'loaded', 'not-loaded', 'failed'])),
  metas: count,
  element: v.unknown(),
  source: v.unknown(),
  count: v.pipe(count, v.minValue(1)),
});

const metaLine = v.tuple([v.pipe(v.string(), v.maxLength(MAX_META)), v.pipe(v.number(), v.finite())]);

/** Stands for a line that cannot be read, because sightings refer to lines by their number. */
const NO_LINE: MetaLine = ['', 0];

const host = v.pipe(v.string(), v.maxLength(MAX_HOST));

const documentId = v.pipe(v.string(), v.regex(/^\d{1,10}(?:-\d{1,10}){3}$/));

const envelope = v.object({
  type: v.literal('report'),
  documentId,
  turn: v.picklist(REPORT_TURNS),
  openedAs: cutAt(MAX_URL),
  secureContext: v.boolean(),
  fields: v.object(v.entriesFromList(FIELD_KINDS, count)),
  sightings: v.array(v.unknown()),
  hosts: v.array(v.unknown()),
  metas: v.array(v.unknown()),
  startedAt: v.pipe(v.number(), v.finite()),
  base: v.nullable(cutAt(MAX_URL)),
  dropped: count,
  scan: v.picklist(SCAN_STATES),
  gone: v.boolean(),
});

/** A message that was sent as a report and cannot be read as one. */
export interface UnreadableReport {
  readonly type: 'unreadable';
  /** The document that it belongs to, if that can be read. */
  readonly documentId: string | null;
}

/** Returns the report in a message; null when the message is not one. */
export function readReport(message: unknown): ReceivedReport | UnreadableReport | null {
  const result = v.safeParse(envelope, message);
  if (!result.success) return readUnreadable(message);
  const refusals = new Refusals();
  // What is left out of these makes no outcome milder: an unknown policy upgrades and blocks nothing.
  const metas = readMetas(
    result.output.metas.slice(0, MAX_METAS).map((value) => refusals.spare(metaLine, value) ?? NO_LINE),
    result.output.startedAt,
  );
  const sightings = refusals.keep(result.output.sightings, MAX_SIGHTINGS_PER_REPORT, (value) =>
    readSighting(value, metas, refusals),
  );
  const hosts = refusals.keep(result.output.hosts, MAX_HOSTS_PER_FRAME, (value) => readAs(host, value));
  return { ...result.output, metas, sightings, hosts, refused: refusals.count };
}

/** Counts the parts that are left out. */
class Refusals {
  count = 0;

  /** Returns the readable items of a list, at most `max`. */
  keep<T>(values: readonly unknown[], max: number, read: (value: unknown) => T | null): readonly T[] {
    const kept = values.slice(0, max).flatMap((value) => read(value) ?? []);
    this.count = Math.min(MAX_COUNT, this.count + values.length - kept.length);
    return kept;
  }

  /** Returns an optional part. */
  spare<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null {
    const read = value === null ? null : readAs(schema, value);
    if (read === null && value !== null) this.count += 1;
    return read;
  }
}

function readSighting(value: unknown, { upgradesAfter }: MetaFacts, refusals: Refusals): Sighting | null {
  const read = readAs(sighting, value);
  if (read === null) return null;
  const { metas, element, source, ...rest } = read;
  return {
    ...rest,
    underPolicy: metas >= upgradesAfter,
    element: refusals.spare(elementPlace, element),
    source: namedPlace(refusals.spare(sourcePlace, source)),
  };
}

/** The browser reports no file for its own requests. */
function namedPlace(place: SourcePlace | null): SourcePlace | null {
  return place?.url === '' ? null : place;
}

function readUnreadable(message: unknown): UnreadableReport | null {
  const outline = readAs(
    v.object({ type: v.literal('report'), documentId: v.optional(v.unknown()) }),
    message,
  );
  return outline && { type: 'unreadable', documentId: readAs(documentId, outline.documentId) };
}
