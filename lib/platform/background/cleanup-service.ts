// Removes data from the session's storage that must not stay: of closed tabs, of private windows after the last one is closed, and of warnings that
// the user reset.
import { originsKey, outlineKey, PRIVATE_MUTED_KEY, probeKey, tabOfKey } from '../storage-keys.ts';
import { forgetCertificates } from './record/certificate-memory.ts';
import type { OriginMemory } from './record/origin-memory.ts';
import type { SessionStore } from './record/session-store.ts';

export interface CleanupPorts {
  readonly store: SessionStore;
  readonly errors: Pick<OriginMemory, 'forget'>;
  /** The keys of the session's storage. */
  readonly keys: () => Promise<readonly string[]>;
  /** Returns the tabs. */
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

  /** Removes the data beside the records of a tab that was closed. */
  async closeTab(tabId: number): Promise<void> {
    await this.#ports.store.change((tx) => tx.remove([outlineKey(tabId), probeKey(tabId)]));
  }

  /** Removes the data of tabs that were closed while the background was stopped. */
  async closeLostTabs(): Promise<void> {
    const { store, keys, tabs } = this.#ports;
    // Read first: a tab that is opened meanwhile is among the tabs and not yet among the keys.
    const kept = await keys();
    const open = new Set((await tabs()).map(({ id }) => id));
    const closed = new Set(kept.flatMap((key) => tabOfKey(key) ?? []).filter((tabId) => !open.has(tabId)));
    if (closed.size === 0) return;
    await store.change(async (tx) => {
      for (const tabId of closed) await tx.forgetTab(tabId);
      await tx.remove(kept.filter((key) => closed.has(tabOfKey(key) ?? -1)));
    });
  }

  /** Removes the data of private windows when none is open any more. */
  async closePrivateWindows(): Promise<void> {
    const { store, tabs } = this.#ports;
    if ((await tabs()).some(({ incognito }) => incognito)) return;
    await store.change(async (tx) => {
      await tx.remove([originsKey(true), PRIVATE_MUTED_KEY]);
      await forgetCertificates(tx, true);
    });
  }

  /** The user reset the certificate warnings of this device: the session forgets them too. */
  async forgetWarnings(): Promise<void> {
    const { store, errors } = this.#ports;
    await store.change((tx) => errors.forget(tx));
  }
}
