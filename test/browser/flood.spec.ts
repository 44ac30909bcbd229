// A page that causes ten thousand violations a second for ten seconds, under the deep check: its record stays bounded and counts the dropped entries,
// and a second flood does not increase memory use. How responsive the page stays is measured by `npm run bench:flood`.
import { TargetType } from 'puppeteer-core';
import { MAX_SIGHTINGS_PER_FRAME } from '../../lib/record/sightings/observer-report.ts';
import { prepareDeepCheck } from '../../scripts/browser/deep-check.ts';
import { isObserving } from '../../scripts/browser/observers.ts';
import type { OpenBrowser } from '../../scripts/browser/browser-options.ts';
import { recordOf } from '../../scripts/browser/extension-records.ts';
import { FLOOD, flood, FLOODS } from '../bench/flood-page.ts';
import type { Fare } from '../bench/flood-page.ts';
import { expect, test } from './in-browser.ts';

const SECONDS = 10;

test.describe.configure({ timeout: 480_000 });

test.use({ groups: [FLOODS] });

test('a flood of violations is kept within bounds', async ({ open }) => {
  // The memory use after the first flood is the baseline for the second.
  await floodOnce(open);
  const before = await heapOf(open);
  if (before === null) return console.log(`${open.name} tells nobody how much its background keeps`);
  await floodOnce(open);
  const after = await heapOf(open);
  expect(after, 'bytes in use after a second flood').toBeLessThan(before * 1.5);
});

async function floodOnce(open: OpenBrowser): Promise<Fare> {
  const { page, tabId } = await open.newTab();
  await prepareDeepCheck(open, tabId, new URL(FLOOD).hostname);
  await open.goTo(page, FLOOD, 30_000);
  // More than the limit, so that entries must be dropped.
  const fare = await flood(page, SECONDS, MAX_SIGHTINGS_PER_FRAME * 1.5);
  await expect.poll(() => isObserving(open, tabId), { timeout: 180_000 }).toBe(false);
  const record = await recordOf(open, tabId);
  expect(record).toMatchObject({ deepChecked: true });
  expect(record?.mixed).toHaveLength(MAX_SIGHTINGS_PER_FRAME);
  expect(record?.mixedDropped).toBe(fare.caused - MAX_SIGHTINGS_PER_FRAME);
  const popup = await open.openExtensionPage(`popup.html?tab=${tabId}`);
  const text = (): Promise<string> => popup.evaluate(() => document.body.innerText);
  const unfold = (): Promise<boolean> =>
    popup.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find((one) =>
        one.innerText.startsWith('Content'),
      );
      button?.click();
      return button !== undefined;
    });
  await expect.poll(unfold).toBe(true);
  await expect.poll(text).toContain('more sightings are not in this list');
  await popup.close();
  await page.close();
  // Until then the background has the whole record in memory.
  await expect.poll(() => recordOf(open, tabId)).toBeNull();
  return fare;
}

/** Bytes in use by the background after garbage collection; null where the browser does not report them. */
async function heapOf({ browser, name, extensionId }: OpenBrowser): Promise<number | null> {
  if (name === 'firefox') return null;
  const target = await browser.waitForTarget(
    (each) => each.type() === TargetType.SERVICE_WORKER && each.url().includes(extensionId),
  );
  const session = await target.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
