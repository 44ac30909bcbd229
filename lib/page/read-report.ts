// A report as it comes from a page's process: hostile until checked. A broken renderer may send anything, so shape and size are bounded here.
// The envelope is read strictly; what is in its lists is read one by one, so that a bad part costs itself alone, and is counted.
import * as v from 'valibot';
import { MAX_SELECTOR, MAX_TREES } from './place.ts';
import type { ElementPlace, SourcePlace } from './place.ts';
import { SCAN_STATES } from './record.ts';
import type { ReceivedReport, Sighting } from './report.ts';
import {
  MAX_HOST,
  MAX_HOSTS_PER_FRAME,
  MAX_SIGHTINGS_PER_REPORT,
  MAX_URL,
  MAX_WHAT,
  REPORT_TURNS,
  shortAddress,
} from './report.ts';

/** Counts beyond this are reported as this: no view tells them apart. */
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
  underPolicy: v.boolean(),
  element: v.unknown(),
  source: v.unknown(),
  count: v.pipe(count, v.minValue(1)),
});

const host = v.pipe(v.string(), v.maxLength(MAX_HOST));

const documentId = v.pipe(v.string(), v.regex(/^\d{1,10}(?:-\d{1,10}){3}$/));

const envelope = v.object({
  type: v.literal('report'),
  documentId,
  turn: v.picklist(REPORT_TURNS),
  openedAs: cutAt(MAX_URL),
  secureContext: v.boolean(),
  fields: v.object({ password: count, card: count, oneTimeCode: count, text: count }),
  sightings: v.array(v.unknown()),
  hosts: v.array(v.unknown()),
  upgrades: v.boolean(),
  stopsForms: v.boolean(),
  sealsFrames: v.optional(v.boolean()),
  base: v.nullable(cutAt(MAX_URL)),
  dropped: count,
  scan: v.picklist(SCAN_STATES),
  gone: v.boolean(),
});

/** A message that is meant as a report and cannot be read as one. */
export interface UnreadableReport {
  readonly type: 'unreadable';
  /** The document that it is of, if that much can be read. */
  readonly documentId: string | null;
}

/** The report in a message; null when the message is none. */
export function readReport(message: unknown): ReceivedReport | UnreadableReport | null {
  const result = v.safeParse(envelope, message);
  if (!result.success) return readUnreadable(message);
  const refusals = new Refusals();
  const sightings = refusals.keep(result.output.sightings, MAX_SIGHTINGS_PER_REPORT, (value) =>
    readSighting(value, refusals),
  );
  const hosts = refusals.keep(result.output.hosts, MAX_HOSTS_PER_FRAME, (value) => parse(host, value));
  return { ...result.output, sightings, hosts, refused: refusals.count };
}

/** Counts what is left out. */
class Refusals {
  count = 0;

  /** The parts of a list that can be read, no more of them than `max`. */
  keep<T>(values: readonly unknown[], max: number, read: (value: unknown) => T | null): readonly T[] {
    const kept = values.slice(0, max).flatMap((value) => read(value) ?? []);
    this.count = Math.min(MAX_COUNT, this.count + values.length - kept.length);
    return kept;
  }

  /** A part of something that can do without it. */
  spare<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null {
    const read = value === null ? null : parse(schema, value);
    if (read === null && value !== null) this.count += 1;
    return read;
  }
}

function readSighting(value: unknown, refusals: Refusals): Sighting | null {
  const read = parse(sighting, value);
  return (
    read && {
      ...read,
      element: refusals.spare(elementPlace, read.element),
      source: refusals.spare(sourcePlace, read.source),
    }
  );
}

function readUnreadable(message: unknown): UnreadableReport | null {
  const outline = parse(
    v.object({ type: v.literal('report'), documentId: v.optional(v.unknown()) }),
    message,
  );
  return outline && { type: 'unreadable', documentId: parse(documentId, outline.documentId) };
}

function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : null;
}
