// The page that the check of a mini program's hosts can read: the one in the tab for which the options were opened.
import { parseAddress } from '../../address/address.ts';
import type { PageContacts } from '../../readiness/contacts.ts';
import type { PageState } from '../../record/page-state.ts';
import { createStore } from './create-store.ts';
import type { Store } from './create-store.ts';
import { readContacts } from './page-contacts.ts';
import { watchPage } from './watch-page.ts';

interface ReadablePage {
  readonly host: string;
  /** Resolves to null when the browser does not allow scripts in it. */
  readonly read: () => Promise<PageContacts | null>;
}

export interface PreparedReadiness {
  readonly page: Store<ReadablePage | null>;
  readonly now: () => number;
}

/** Follows the tab; `tabId` null: the options were opened without one. */
export function prepareReadiness(tabId: number | null): PreparedReadiness {
  const page = createStore<ReadablePage | null>(null);
  if (tabId !== null) watchPage(tabId, (state) => page.set(readablePage(tabId, state)));
  return { page, now: Date.now };
}

/** null: it is not a web page, or the extension has no access to it. */
function readablePage(tabId: number, page: PageState | null): ReadablePage | null {
  if (page === null || page.kind === 'no-access') return null;
  const url = page.kind === 'record' ? page.record.url : page.url;
  const address = url === null ? null : parseAddress(url);
  if (address === null || !/^https?:$/.test(address.protocol)) return null;
  return { host: address.host, read: () => readContacts(tabId, page) };
}
