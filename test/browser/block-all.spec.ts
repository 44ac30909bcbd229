// Every kind of request under `block-all-mixed-content`: blocked or upgraded mixed content is listed, requests blocked by the page's own policy are not.
import { prepareDeepCheck } from '../../scripts/browser/deep-check.ts';
import { recordOf } from '../../scripts/browser/extension-records.ts';
import { attacks } from '../lab/scenarios/attacks/attacks.ts';
import {
  blockAll,
  FIREFOX_DEEP,
  LOAD_NAMES,
  UPGRADED_ALL_THE_SAME,
} from '../lab/scenarios/attacks/block-all.ts';
import { expect, test } from './in-browser.ts';

test.use({ groups: [attacks] });

for (const { id, url } of blockAll)
  for (const deep of [false, true])
    test(`${id}${deep ? ', in the deep check' : ''}`, async ({ open, tab, browserKind }) => {
      if (deep) await prepareDeepCheck(open, tab.tabId, new URL(url).hostname);
      await open.goTo(tab.page, url, 20_000);
      const isSeen = (name: string): boolean =>
        deep || browserKind !== 'firefox' || !FIREFOX_DEEP.includes(name);
      const expected = LOAD_NAMES.filter(isSeen).map(
        (name) => `${name} ${UPGRADED_ALL_THE_SAME.includes(name) ? 'upgraded' : 'blocked'}`,
      );
      await expect
        .poll(async () => {
          const { mixed = [], stopped = [] } = (await recordOf(open, tab.tabId)) ?? {};
          return [
            ...mixed.map((entry) => `${entry.url.split(`${id}-`)[1]} ${entry.outcome}`),
            ...stopped.map((stop) => `stopped: ${stop.url}`),
          ].sort();
        })
        .toEqual([...expected].sort());
    });
