// Looks into a page when a person asks for the mini-program check, and only then: the observer stays as light as it is. What comes back
// are origins and filing numbers, never text or whole addresses.
import * as v from 'valibot';
import type { PageState } from '../../record/page-state.ts';
import { frameContactsSchema, MAX_ORIGINS } from '../../readiness/contacts.ts';
import type { FrameContacts, PageContacts } from '../../readiness/contacts.ts';
import { ICP_PATTERN } from '../../readiness/icp.ts';
import { browser } from '../browser.ts';

/** What the page in a tab contacted; null when the browser lets nobody in. `page`: what is known of the tab's page. */
export async function readContacts(tabId: number, page: PageState | null): Promise<PageContacts | null> {
  const results = await browser.scripting
    .executeScript({
      target: { tabId, allFrames: true },
      func: lookAround,
      args: [ICP_PATTERN, MAX_ORIGINS],
    })
    .catch(() => []);
  const frames = results
    .toSorted((a, b) => a.frameId - b.frameId)
    .flatMap(({ result }) => {
      const checked = v.safeParse(frameContactsSchema, result);
      return checked.success ? [checked.output] : [];
    });
  return frames.length === 0 ? null : { frames, record: page?.kind === 'record' ? page.record : null };
}

/** Runs in the page: it is sent there as text, so it knows nothing but its parameters. */
function lookAround(pattern: string, max: number): FrameContacts {
  const origins = new Set<string>();
  const addresses = [location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)];
  for (const address of addresses) {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url !== null && /^(?:https?|wss?):$/.test(url.protocol) && url.origin.length <= 300)
      origins.add(url.origin);
    if (origins.size === max) break;
  }
  // What is hidden is no notice to visitors. A filing stands at the end of a page.
  const text = (document.body?.innerText ?? '').slice(-200_000);
  return {
    origins: [...origins],
    numbers: (text.match(new RegExp(pattern, 'gu')) ?? []).slice(0, 20).map((number) => number.slice(0, 80)),
    linksMinistry: document.querySelector('a[href*="//beian.miit.gov.cn"]') !== null,
  };
}
