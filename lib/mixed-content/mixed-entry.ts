// One insecure request and its outcome, as stored in a page's record. The schema is the source; the types are inferred from it.
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

/** The browser's number of a frame: 0 for the page itself, -1 for a worker. */
const frameId = v.pipe(v.number(), v.integer(), v.minValue(-1));

const mixedFactSchema = v.object({
  word: v.picklist(KIND_WORDS),
  via: v.picklist(SIGHTING_SOURCES),
  /** What the source reports; null: only that the page names the address. */
  outcome: v.nullable(v.picklist(FACT_OUTCOMES)),
  /** `upgrade-insecure-requests` applied to it. */
  policy: v.boolean(),
  /** The browser identifies the frame by its origin only, so the fact is about every frame of that origin. */
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
  /** The element that makes the request; null: no element does, or none was seen. */
  element: v.nullable(elementPlaceSchema),
  /** The file that makes the request: a script, a style sheet, a document. */
  source: v.nullable(sourcePlaceSchema),
  /** The number of elements that request it, at least 1. */
  count: v.pipe(count, v.minValue(1)),
  evidence: v.array(v.picklist(MIXED_EVIDENCE)),
  /** The frame that made the request. */
  frameId,
  frameUrl: v.string(),
  /** The facts from which the outcome follows: with each new fact the entry is judged again. They are distinct and in a fixed order. */
  facts: v.array(mixedFactSchema),
});

/** One insecure request, by however many sources it was seen. */
export type MixedEntry = Infer<typeof mixedEntrySchema>;

export const stoppedLoadSchema = v.object({
  frameId,
  /** In the form of policies' reports: without fragment and credentials, and for a frame only the origin. */
  url: v.string(),
  word: v.picklist(KIND_WORDS),
  /** The facts about requests to this address that would be mixed content. */
  facts: v.array(mixedFactSchema),
});

/** A request that the page's own policy blocked: browsers apply the policy before they check for mixed content, so it is not mixed content. */
export type StoppedLoad = Infer<typeof stoppedLoadSchema>;

/** What identifies an entry, in views and messages too: the requesting frame, the kind and the address. */
export function entryId({ frameId: frame, kind, url }: Pick<MixedEntry, 'frameId' | 'kind' | 'url'>): string {
  return `${frame} ${kind} ${requestedAddress(url)}`;
}
