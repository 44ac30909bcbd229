// Removes from the session's storage what it may no longer hold: what is of closed tabs, of private windows after the last of them, and of warnings that
// the user had forgotten.
import { originsKey, outlineKey, PRIVATE_MUTED_KEY, probeKey, tabOfKey } from '../storage-keys.ts';
import { forgetCertificates } from './record/certificate-memory.ts';
import type { OriginMemory } from './record/origin-memory.ts';
import type { SessionStore } from './record/session-store.ts';

export interface CleanupPorts {
  readonly store: SessionStore;
  readonly errors: Pick<OriginMemory, 'forget'>;
  /** The keys of the session's storage. */
  readonly keys: () => Promise<readonly string[]>;
  /** The tabs there are. */
  readonly tabs: () => Promise<readonly OpenTab[]>;
}

/** The part of the browser's tab that is used. */
export interface OpenTab {
  readonly id?: number | undefined;
  readonly incognito: boolean;
}

export class CleanupService {
  readonly #ports: CleanupPorts;

  constructor(ports: CleanupPorts) {
    this.#ports = ports;
  }

  /** Removes what is stored beside the records of a tab that was closed. */
  async closeTab(tabId: number): Promise<void> {
    await this.#ports.store.change((tx) => tx.remove([outlineKey(tabId), probeKey(tabId)]));
  }

  /** Removes what is stored of tabs that were closed while the background was stopped. */
  async closeLostTabs(): Promise<void> {
    const { store, keys, tabs } = this.#ports;
    // First: a tab that is opened meanwhile is among the tabs and not yet among the keys.
    const kept = await keys();
    const open = new Set((await tabs()).map(({ id }) => id));
    const closed = new Set(kept.flatMap((key) => tabOfKey(key) ?? []).filter((tabId) => !open.has(tabId)));
    if (closed.size === 0) return;
    await store.change(async (tx) => {
      for (const tabId of closed) await tx.forgetTab(tabId);
      await tx.remove(kept.filter((key) => closed.has(tabOfKey(key) ?? -1)));
    });
  }

  /** Removes what is stored of private windows when there is none any more. */
  async closePrivateWindows(): Promise<void> {
    const { store, tabs } = this.#ports;
    if ((await tabs()).some(({ incognito }) => incognito)) return;
    await store.change(async (tx) => {
      await tx.remove([originsKey(true), PRIVATE_MUTED_KEY]);
      await forgetCertificates(tx, true);
    });
  }

  /** The user had the certificate warnings of this device forgotten: the session forgets them as well. */
  async forgetWarnings(): Promise<void> {
    const { store, errors } = this.#ports;
    await store.change((tx) => errors.forget(tx));
  }
}
