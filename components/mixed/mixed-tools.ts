// What the user can do about a page's mixed content, with the results.
import type { OutlineWish } from '../../lib/outline/outline-order.ts';
import type { ProbeState } from '../../lib/probe/probe.ts';
import type { OutlineState } from '../../lib/outline/outline-state.ts';

export interface MixedTools {
  /** What the page shows in outlines; null: nothing. */
  readonly outline: OutlineState | null;
  readonly onOutline: (wish: OutlineWish) => void;
  /** The result of asking whether https works; null: no host was asked. */
  readonly probe: ProbeState | null;
  /** Resolves to whether access was given. */
  readonly onProbe: (hosts: readonly string[]) => Promise<boolean>;
  readonly onCancelProbe: () => void;
  /** Resolves to whether the permission was given. */
  readonly onDeepCheck: () => Promise<boolean>;
}
