// What of the deep check is kept in `storage.session`: the tabs that are checked, and the random parts of the policies.
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
  /** For marked sites and for workers of no tab. One for the session: a service worker keeps the policy that its script came with. */
  readonly sharedKey: DeepKey;
}

/** The stored state; an empty one with a key of its own where there is none. */
export async function readDeepState(tx: SessionTransaction): Promise<DeepState> {
  return (await stored(tx)) ?? { tabs: [], sharedKey: makeDeepKey() };
}

/** Whether a policy with this key came from a check that is under way. */
export async function isKeyOfCheck(tx: SessionTransaction, key: DeepKey): Promise<boolean> {
  const state = await stored(tx);
  return state !== null && (state.sharedKey === key || state.tabs.some((tab) => tab.key === key));
}

/** Whether a report to this address is of a check that is under way. */
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
