// What is asked of the outlines in one frame.
import type { ElementPlace } from '../mixed-content/place.ts';

/** Elements that are outlined at a time, at most. */
export const MAX_OUTLINED = 200;

/** What a person wants to see: one entry by its id, all, or none. */
export type OutlineWish =
  { readonly kind: 'one'; readonly id: string } | { readonly kind: 'all' } | { readonly kind: 'none' };

export interface OutlineTarget {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly place: ElementPlace;
}

/** Everything that a frame is to outline now; without targets, none, but its keys and clicks still end what other frames show. */
export interface OutlineOrder {
  readonly type: 'outline';
  readonly targets: readonly OutlineTarget[];
  /** Bring the first target into view. */
  readonly scroll: boolean;
  /** ms after which the outlines go. */
  readonly lasts: number;
}
