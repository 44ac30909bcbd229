// The actions for a page's mixed content, with their results.
import type { OutlineWish } from '../../lib/outline/outline-order.ts';
import type { ProbeState } from '../../lib/probe/probe.ts';
import type { OutlineState } from '../../lib/outline/outline-state.ts';

export interface MixedTools {
  /** What is outlined on the page; null: nothing. */
  readonly outline: OutlineState | null;
  readonly onOutline: (wish: OutlineWish) => void;
  /** The result of the https probe; null: no host was probed. */
  readonly probe: ProbeState | null;
  /** Resolves to whether access was granted. */
  readonly onProbe: (hosts: readonly string[]) => Promise<boolean>;
  readonly onCancelProbe: () => void;
  /** Resolves to whether the permission was granted. */
  readonly onDeepCheck: () => Promise<boolean>;
}
