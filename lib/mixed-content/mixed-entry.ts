// One insecure request and what is known of it, as it is kept in a page's record: the schema is the source, the types are inferred from it.
import * as v from 'valibot';
import { requestedAddress } from '../address/address.ts';
import type { Infer } from '../schema/schema.ts';
import { count } from '../schema/schema.ts';
import {
  FACT_OUTCOMES,
  KIND_WORDS,
  LOAD_KINDS,
  MIXED_CLASSES,
  MIXED_EVIDENCE,
  MIXED_OUTCOMES,
  SIGHTING_SOURCES,
} from './mixed-content.ts';
import { elementPlaceSchema, sourcePlaceSchema } from './place.ts';

/** The browser's number for a frame: 0 for the page itself, -1 for a worker. */
const frameId = v.pipe(v.number(), v.integer(), v.minValue(-1));

const mixedFactSchema = v.object({
  word: v.picklist(KIND_WORDS),
  via: v.picklist(SIGHTING_SOURCES),
  /** What the source itself shows; null: only that the request is named. */
  outcome: v.nullable(v.picklist(FACT_OUTCOMES)),
  /** `upgrade-insecure-requests` was in force for it. */
  policy: v.boolean(),
  /** The browser names a frame by its origin alone, so the fact is about every frame of that origin. */
  wide: v.boolean(),
  source: v.nullable(sourcePlaceSchema),
});

/** What one source reported of one insecure request. */
export type MixedFact = Infer<typeof mixedFactSchema>;

export const mixedEntrySchema = v.object({
  /** Absolute, as the page requested it. */
  url: v.string(),
  kind: v.picklist(LOAD_KINDS),
  class: v.picklist(MIXED_CLASSES),
  outcome: v.picklist(MIXED_OUTCOMES),
  /** The element that makes the request; null: none does, or none was seen. */
  element: v.nullable(elementPlaceSchema),
  /** The file that makes the request: a script, a style sheet, a document. */
  source: v.nullable(sourcePlaceSchema),
  /** Elements that ask for it, at least 1. */
  count: v.pipe(count, v.minValue(1)),
  evidence: v.array(v.picklist(MIXED_EVIDENCE)),
  /** The frame that made the request. */
  frameId,
  frameUrl: v.string(),
  /** What it follows from: with a later fact the entry is judged again. Each of them once, in a fixed order. */
  facts: v.array(mixedFactSchema),
});

/** One insecure request, however many sources saw it. */
export type MixedEntry = Infer<typeof mixedEntrySchema>;

export const stoppedLoadSchema = v.object({
  frameId,
  /** As policies name it: without fragment and credentials, and of a frame the origin alone. */
  url: v.string(),
  word: v.picklist(KIND_WORDS),
  /** What is known of requests to this address that would be mixed content. */
  facts: v.array(mixedFactSchema),
});

/** A request that a policy of the page's own stopped: browsers ask the policy before they check for mixed content, so it is none. */
export type StoppedLoad = Infer<typeof stoppedLoadSchema>;

/** What makes an entry one, and its name in views and messages: the frame that asks, the kind, the address. */
export function entryId({ frameId: frame, kind, url }: Pick<MixedEntry, 'frameId' | 'kind' | 'url'>): string {
  return `${frame} ${kind} ${requestedAddress(url)}`;
}
