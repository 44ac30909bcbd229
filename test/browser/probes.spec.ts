// Probes whether https works for the addresses that a page requests over http, on real pages of the lab.
import type { Page } from 'puppeteer-core';
import { recordOf } from '../../scripts/browser/extension-records.ts';
import type { Hit } from '../lab/lab.ts';
import { expect, test } from './in-browser.ts';
import { entryOf, order, stored } from './mixed-page.ts';

const THERE = 'https://mixed-https-there.lab.test/';
const SILENT = 'https://mixed-https-silent.lab.test/';

/** Presses a button as a user does: the browser allows a request for access only on a click. */
async function pressIn(popup: Page, name: string): Promise<void> {
  for (const button of await popup.$$('button')) {
    const text = await button.evaluate((one) => one.textContent ?? '');
    if (text.startsWith(name)) return button.click();
  }
  throw new Error(`no button ${name}`);
}

/** The HEAD requests to the lab's https server, which no page of the lab makes. */
function probesIn(hits: readonly Hit[], host: string): readonly Hit[] {
  return hits.filter((hit) => hit.scheme === 'https' && hit.host === host && hit.method === 'HEAD');
}

test('the probe shows for each address whether https works there', async ({ open, tab, lab }) => {
  await tab.page.goto(THERE);
  await entryOf(open, tab, 'there-no-https.lab.test/a.js');
  await expect.poll(async () => (await recordOf(open, tab.tabId))?.mixed.length).toBe(6);
  expect(probesIn(lab.hits, 'there-back.lab.test')).toEqual([]);
  const popup = await open.openExtensionPage(`popup.html?tab=${tab.tabId}`);
  const text = () => popup.evaluate(() => document.body.innerText);
  await expect.poll(text).toContain('For the owner');
  await pressIn(popup, 'For the owner');
  await pressIn(popup, 'Does https work there?');
  await expect.poll(text).toContain('Asks 4 hosts over https');
  await pressIn(popup, 'Ask now');
  await expect.poll(() => stored(open, 'probe', tab)).toMatchObject({ phase: 'done' });
  const certificate = { kind: 'certificate', why: 'wrong-name' };
  expect(await stored(open, 'probe', tab)).toMatchObject({
    answers: {
      'https://files.lab.test/script.js?there': { kind: 'works', status: 200 },
      'https://files.lab.test/none-there.js': { kind: 'missing', status: 404 },
      'https://there-wrong-name.lab.test/a.js': certificate,
      'https://there-wrong-name.lab.test/b.js': certificate,
      'https://there-back.lab.test/a.js': { kind: 'back-to-http', status: 302 },
      'https://there-no-https.lab.test/a.js': { kind: 'no-https' },
    },
  });
  for (const words of [
    'https works: change http to https',
    'Not there (404), though https works',
    'Certificate wrong: Certificate for another name',
    'Leads back to http',
    'No https there',
  ])
    await expect.poll(text).toContain(words);
  // No insecure request was sent.
  expect(lab.hits.filter(({ scheme, host }) => scheme === 'http' && host.startsWith('there-'))).toEqual([]);
  await popup.close();
});

test('a probe can be stopped, survives the popup, and ends with its tab', async ({ open, lab }) => {
  const tab = await open.newTab();
  await tab.page.goto(SILENT);
  await entryOf(open, tab, 'script.js?silent');
  await entryOf(open, tab, '/silent/v1/issuances?domain=clean.lab.test');
  const popup = await open.openExtensionPage(`popup.html?tab=${tab.tabId}`);
  await order(open, { type: 'probe', tabId: tab.tabId, hosts: ['files.lab.test', 'logs.lab.test'] });
  await popup.close();
  await expect
    .poll(() => stored(open, 'probe', tab))
    .toMatchObject({
      phase: 'asking',
      answers: { 'https://files.lab.test/script.js?silent': { kind: 'works' } },
    });
  await expect.poll(() => probesIn(lab.hits, 'logs.lab.test')).toHaveLength(1);
  await order(open, { type: 'cancel-probe', tabId: tab.tabId });
  await expect.poll(() => stored(open, 'probe', tab)).toMatchObject({ phase: 'cancelled' });
  await tab.page.close();
  await expect.poll(() => stored(open, 'probe', tab)).toBeNull();
});
