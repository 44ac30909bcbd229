// What the mini-program check gets of the browser: the page in the tab that the options were opened for.
import type { ReadinessPort } from '../../components/readiness/readiness-section.tsx';
import { parseAddress } from '../../lib/address/address.ts';
import type { PageState } from '../../lib/record/page-state.ts';
import { readContacts } from '../../lib/platform/views/page-contacts.ts';
import { watchPage } from '../../lib/platform/views/watch-page.ts';

/** Follows the tab; `tabId` null: the options were opened for none. Gives the port as it is now. */
export function openReadinessPort(tabId: number | null, onChange: () => void): () => ReadinessPort {
  let page: PageState | null = null;
  if (tabId !== null)
    watchPage(tabId, (next) => {
      page = next;
      onChange();
    });
  return () => ({
    page: tabId === null ? null : shownPage(tabId, page),
    now: Date.now,
  });
}

/** The page, if it is one of the web. */
function shownPage(tabId: number, page: PageState | null): ReadinessPort['page'] {
  if (page === null || page.kind === 'no-access') return null;
  const url = page.kind === 'record' ? page.record.url : page.url;
  const address = url === null ? null : parseAddress(url);
  if (address === null || !/^https?:$/.test(address.protocol)) return null;
  return { host: address.host, onRead: () => readContacts(tabId, page) };
}
