// Looks up the host of a tab's page in the certificate logs: on the popup's command, or, if the browser's permission prompt closed the popup, on the
// note that it left. One look-up per host at a time; its result goes into the page's record.
import { judgeLookUp } from '../../look-up/query.ts';
import type { LookUp } from '../../look-up/look-up.ts';
import { parseAddress } from '../../address/address.ts';
import type { PageRecord } from '../../record/record.ts';
import type { LookUpNote } from '../look-up-note.ts';

/** ms after which an unfinished look-up must have been stopped with the background. */
const STOPPED = 30_000;

export interface LookUpPorts {
  readonly now: () => number;
  /** Returns the record of the page that a tab shows. */
  readonly currentPage: (tabId: number) => Promise<PageRecord | null>;
  /** Stores the state of a look-up with the page; null: the tab now shows another host. */
  readonly store: (tabId: number, lookUp: LookUp) => Promise<PageRecord | null>;
  /** Returns the server's address, or null when look-ups are switched off. */
  readonly server: () => Promise<string | null>;
  readonly ask: (server: string, host: string) => Promise<LookUp>;
  /** Removes and returns the note that a view left before the permission prompt; null: there is no valid one. */
  readonly takeNote: () => Promise<LookUpNote | null>;
}

/** Looks up the host of the page that a tab shows, if it still has this host. Resolves when the result is stored. */
export async function lookUp(ports: LookUpPorts, tabId: number, host: string): Promise<void> {
  const [record, server] = await Promise.all([ports.currentPage(tabId), ports.server()]);
  if (record === null || server === null || judgeLookUp(record.url, server) !== 'yes') return;
  if (parseAddress(record.url)?.hostname !== host) return;
  const at = ports.now();
  const { lookUp: known } = record;
  if (known?.state === 'asking' && at - known.at < STOPPED) return;
  const asking = { state: 'asking', host, server: new URL(server).hostname, at } as const;
  if ((await ports.store(tabId, asking)) === null) return;
  await ports.store(tabId, await ports.ask(server, host));
}

/** Access was granted: carries out the note, if there is one. */
export async function resumeLookUp(ports: LookUpPorts): Promise<void> {
  const note = await ports.takeNote();
  if (note !== null) await lookUp(ports, note.tabId, note.host);
}
