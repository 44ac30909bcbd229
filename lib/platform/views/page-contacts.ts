// Reads a page's contacts only when the user starts the mini-program check, so that the observer stays small. The result contains
// origins and filing numbers, never text or whole addresses.
import * as v from 'valibot';
import type { PageState } from '../../record/page-state.ts';
import { frameContactsSchema, MAX_ORIGINS } from '../../readiness/contacts.ts';
import type { FrameContacts, PageContacts } from '../../readiness/contacts.ts';
import { ICP_PATTERN } from '../../readiness/icp.ts';
import { browser } from '../browser.ts';

/** The origins that the page in a tab contacted; null when the browser allows no script in it. `page`: the record of the tab's page. */
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

/** Runs in the page. It is injected as text, so it can use only its parameters. */
function lookAround(pattern: string, max: number): FrameContacts {
  const origins = new Set<string>();
  const addresses = [location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)];
  for (const address of addresses) {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url !== null && /^(?:https?|wss?):$/.test(url.protocol) && url.origin.length <= 300)
      origins.add(url.origin);
    if (origins.size === max) break;
  }
  // A hidden filing number does not inform visitors. Filing numbers are at the end of a page.
  const text = (document.body?.innerText ?? '').slice(-200_000);
  return {
    origins: [...origins],
    numbers: (text.match(new RegExp(pattern, 'gu')) ?? []).slice(0, 20).map((number) => number.slice(0, 80)),
    linksMinistry: document.querySelector('a[href*="//beian.miit.gov.cn"]') !== null,
  };
}
