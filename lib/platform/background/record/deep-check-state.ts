// The state of the deep check in `storage.session`: the checked tabs, and the keys of their policies.
import * as v from 'valibot';
import type { DeepKey, ReportAddress } from '../../../deep-check/deep-policy.ts';
import type { DeepTab } from '../../../deep-check/deep-rules.ts';
import { toHex } from '../../../text/hex.ts';
import { readAs } from '../../../schema/schema.ts';
import { DEEP_KEY } from '../../storage-keys.ts';
import type { SessionTransaction } from './session-transaction.ts';

const deepState = v.object({
  tabs: v.array(v.object({ tabId: v.number(), site: v.string(), key: v.string() })),
  sharedKey: v.string(),
});

export interface DeepState {
  readonly tabs: readonly DeepTab[];
  /** For marked sites and for workers without a tab. One key per session: a service worker keeps the policy that came with its script. */
  readonly sharedKey: DeepKey;
}

/** Returns the stored state; without one, an empty state with a new key. */
export async function readDeepState(tx: SessionTransaction): Promise<DeepState> {
  return (await stored(tx)) ?? { tabs: [], sharedKey: makeDeepKey() };
}

/** Whether a policy with this key belongs to a running check. */
export async function isKeyOfCheck(tx: SessionTransaction, key: DeepKey): Promise<boolean> {
  const state = await stored(tx);
  return state !== null && (state.sharedKey === key || state.tabs.some((tab) => tab.key === key));
}

/** Whether a report to this address belongs to a running check. */
export async function isReportOfCheck(
  tx: SessionTransaction,
  { owner, key }: ReportAddress,
): Promise<boolean> {
  const state = await stored(tx);
  if (state === null) return false;
  return owner === 'shared'
    ? state.sharedKey === key
    : state.tabs.some((tab) => tab.tabId === owner && tab.key === key);
}

/** A new random part. */
export function makeDeepKey(): DeepKey {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}

async function stored(tx: SessionTransaction): Promise<DeepState | null> {
  return readAs(deepState, await tx.read(DEEP_KEY));
}
