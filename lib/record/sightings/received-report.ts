// An observer's report after the boundary, and its sightings: every part was checked separately, and the meta lines were interpreted.
import type { SightingSource } from '../../mixed-content/mixed-content.ts';
import type { ObserverReport, RawSighting } from './observer-report.ts';
import type { MetaFacts } from './read-metas.ts';

/** A sighting of an observer. */
export interface Sighting extends Omit<RawSighting, 'metas'> {
  /** The document's own `upgrade-insecure-requests` came before it. */
  readonly underPolicy: boolean;
}

/** A sighting of an observer, or of a request that the background saw. */
export type AnySighting = Omit<Sighting, 'via'> & { readonly via: SightingSource | 'stop' };

/** The parts of a sighting that reports only that the request was made. */
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
  /** The number of parts that were left out because their shape or size was wrong. */
  readonly refused: number;
}

/** The origin of a report, as the browser reports it, not the page. */
export interface ReportSource {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
  readonly private: boolean;
}
