// A page that causes thousands of violations, and its responsiveness meanwhile: for a test of bounds and for a bench.
import type { Page } from 'puppeteer-core';
import { DEEP_GROUP, DEEP_HEADER, documentPolicy } from '../../lib/deep-check/deep-policy.ts';
import { securePage } from '../lab/lab-answers.ts';
import type { ScenarioGroup } from '../lab/scenario.ts';

/** Violations that a flood causes in a second, if the page is fast enough. */
const RATE = 10_000;

export const FLOOD = 'https://flood.lab.test/';
/** The same page with the deep check's policy, from its own server: what the browser itself does for violations, with no extension. */
export const FLOOD_OF_ITS_OWN = 'https://flood-policy.lab.test/';
/** A page whose own policy stops every style attribute: violations that do not concern the extension, and cost the page little. */
export const FLOOD_OF_STYLES = 'https://flood-styles.lab.test/';

/** The pages' policies by address. */
const HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [FLOOD]: {},
  [FLOOD_OF_ITS_OWN]: { [DEEP_HEADER]: documentPolicy('0'.repeat(32)).replace(DEEP_GROUP, 'own-reports') },
  [FLOOD_OF_STYLES]: { 'content-security-policy': "style-src 'unsafe-hashes'" },
};

export const FLOODS: ScenarioGroup = {
  title: 'Floods',
  scenarios: Object.entries(HEADERS).map(([url, headers], index) => ({
    id: `flood-${index}`,
    title: `Flood ${index}`,
    url,
    serves: { [url]: securePage({ title: 'Flood', body: '<p id="target">Flood</p>', headers }) },
    expect: { state: 'nothing-found', findings: [] },
  })),
};

/** The measurements of a page. */
export interface Fare {
  /** Violations that it caused: the more, the more responsive the page was. */
  readonly caused: number;
  /** ms of its long tasks beyond the 50 ms that each may take (https://web.dev/articles/tbt). */
  readonly blocked: number;
  /** ms of the longest task. */
  readonly longest: number;
}

/**
 * Causes up to RATE violations in each of so many seconds: unencrypted loads to addresses that are all different, or style attributes. Goes on
 * for longer where the machine is too busy for `atLeast`.
 */
export async function flood(page: Page, seconds: number, atLeast = 0): Promise<Fare> {
  return page.evaluate(
    async (duration, perTick, least) => {
      let [caused, blocked, longest] = [0, 0, 0];
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          blocked += entry.duration - 50;
          longest = Math.max(longest, entry.duration);
        }
      });
      observer.observe({ type: 'longtask' });
      const target = document.querySelector('#target');
      const byStyle = location.hostname.includes('styles');
      const end = performance.now() + duration;
      while (performance.now() < end || caused < least) {
        for (let index = 0; index < perTick; index += 1) {
          caused += 1;
          if (byStyle) target?.setAttribute('style', `order: ${caused}`);
          else void fetch(`http://cdn.lab.test/${caused}`).catch(() => undefined);
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      observer.disconnect();
      return { caused, blocked, longest };
    },
    seconds * 1000,
    RATE / 100,
    atLeast,
  );
}
