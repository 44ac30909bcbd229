// An observer's report as it came through the boundary, and the sightings in it: every part was checked on its own, and the meta lines were read.
import type { SightingSource } from '../../mixed-content/mixed-content.ts';
import type { ObserverReport, RawSighting } from './observer-report.ts';
import type { MetaFacts } from './read-metas.ts';

/** A sighting of an observer. */
export interface Sighting extends Omit<RawSighting, 'metas'> {
  /** The document's own `upgrade-insecure-requests` was there before. */
  readonly underPolicy: boolean;
}

/** A sighting of an observer, or of a request that the background saw on its way out. */
export type AnySighting = Omit<Sighting, 'via'> & { readonly via: SightingSource | 'stop' };

/** The parts of a sighting that shows no more than that the request was made. */
export const ONLY_ASKED = {
  outcome: null,
  underPolicy: false,
  element: null,
  source: null,
  count: 1,
} as const;

export interface ReceivedReport extends Omit<ObserverReport, 'sightings' | 'metas'> {
  readonly sightings: readonly Sighting[];
  readonly metas: MetaFacts;
  /** Parts that were left out because their shape or size was wrong. */
  readonly refused: number;
}

/** Where a report came from, as the browser reports it, not as the page does. */
export interface ReportSource {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
  readonly private: boolean;
}
