// Whether the browser allows the extension access to a page: one answer for the toolbar, for reports and for views. The user can withdraw access to
// all sites or to one, while the page's observer lives on in the back/forward cache.
import { parseAddress } from '../address/address.ts';
import { browser } from './browser.ts';

/** Also true for pages that are not web pages, to which this permission does not apply. `url`: the page's address. */
export async function isAllowed(url: string): Promise<boolean> {
  const pattern = patternOf(url);
  return pattern === null || browser.permissions.contains({ origins: [pattern] });
}

/** Calls back whenever the access to sites changes; returns a function that stops. */
export function onAccessChange(listener: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(listener);
  onRemoved.addListener(listener);
  return () => {
    onAdded.removeListener(listener);
    onRemoved.removeListener(listener);
  };
}

/** The match pattern of a page's host; patterns have no port. */
function patternOf(url: string): string | null {
  const address = parseAddress(url);
  return address !== null && /^https?:$/.test(address.protocol)
    ? `${address.protocol}//${address.hostname}/*`
    : null;
}
