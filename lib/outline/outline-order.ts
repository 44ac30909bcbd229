// The order that the outlines of one frame get.
import type { ElementPlace } from '../mixed-content/place.ts';

/** The most elements that are outlined at a time. */
export const MAX_OUTLINED = 200;

/** What the user wants to see: one entry by its id, all, or none. */
export type OutlineWish =
  { readonly kind: 'one'; readonly id: string } | { readonly kind: 'all' } | { readonly kind: 'none' };

export interface OutlineTarget {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly place: ElementPlace;
}

/** Everything that a frame outlines from now on; without targets nothing, but its keys and clicks still end the outlines of other frames. */
export interface OutlineOrder {
  readonly type: 'outline';
  readonly targets: readonly OutlineTarget[];
  /** Whether to bring the first target into view. */
  readonly scroll: boolean;
  /** ms after which the outlines disappear. */
  readonly lasts: number;
}
