// Only the workers of a checked tab can write into its record: not a page of another site that sends reports of its own policy to the address
// of that tab, whatever key it guesses, nor one that imitates a checked page.
import { documentPolicy, workerPolicy } from '../../lib/deep-check/deep-policy.ts';
import { prepareDeepCheck } from '../../scripts/browser/deep-check.ts';
import { isObserving } from '../../scripts/browser/observers.ts';
import type { OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import { recordOf } from '../../scripts/browser/extension-records.ts';
import { answer, securePage } from '../lab/lab-answers.ts';
import type { ScenarioGroup } from '../lab/scenario.ts';
import { expect, test } from './in-browser.ts';

const VICTIM = 'https://victim.lab.test/';
const ATTACKER = 'https://attacker.lab.test/';
const PRETENDER = 'https://pretender.lab.test/';
const GUESS = '0'.repeat(32);

/** Answers every page with the policy in its query: a server could do so too, but this one learns the number of the tab while it runs. */
const ATTACKING_WORKER = `
onfetch = (event) => {
  const policy = new URL(event.request.url).searchParams.get('policy');
  if (policy === null) return;
  const body = '<!doctype html><title>Attacks</title><link rel="icon" href="data:,"><img src="http://files.lab.test/attack.png" alt=""><script src="http://files.lab.test/attack.js"></script>';
  const headers = { 'content-type': 'text/html', 'content-security-policy-report-only': policy };
  event.respondWith(new Response(body, { headers }));
};
onactivate = (event) => event.waitUntil(clients.claim());`;

const PAGES: ScenarioGroup = {
  title: 'Reports',
  scenarios: [
    {
      id: 'victim',
      serves: {
        [VICTIM]: securePage({ title: 'Victim', body: `<script>new Worker('/worker.js')</script>` }),
        [`${VICTIM}worker.js`]: answer(
          'text/javascript',
          `fetch('http://files.lab.test/own').catch(() => {})`,
        ),
      },
    },
    {
      id: 'attacker',
      serves: {
        [ATTACKER]: securePage({
          title: 'Attacker',
          body: `<script>navigator.serviceWorker.register('/worker.js'); navigator.serviceWorker.ready.then(() => { document.title = 'Ready' })</script>`,
        }),
        [`${ATTACKER}worker.js`]: answer('text/javascript', ATTACKING_WORKER),
      },
    },
    {
      id: 'pretender',
      serves: {
        [PRETENDER]: securePage({
          title: 'Plays a checked page',
          headers: { 'content-security-policy-report-only': documentPolicy(GUESS) },
        }),
      },
    },
  ].map(({ id, serves }) => ({
    id,
    title: id,
    url: Object.keys(serves)[0] ?? '',
    serves,
    expect: { state: 'nothing-found', findings: [] },
  })),
};

test.use({ groups: [PAGES] });

async function urlsOf(open: OpenBrowser, { tabId }: Tab): Promise<readonly string[]> {
  await expect.poll(() => isObserving(open, tabId)).toBe(false);
  return ((await recordOf(open, tabId))?.mixed ?? []).map(({ url }) => url).sort();
}

/** Sends reports of another site's policy to the report addresses of a tab's workers and of shared workers, from a page of that site. */
async function attack(open: OpenBrowser, { page, tabId }: Tab, victim: number): Promise<void> {
  await open.goTo(page, ATTACKER, 30_000);
  await page.waitForFunction(() => document.title === 'Ready' && navigator.serviceWorker.controller !== null);
  const owners = [victim, 'shared'] as const;
  const addresses = owners.flatMap((owner) => [
    workerPolicy({ owner, key: GUESS }),
    workerPolicy({ owner, key: GUESS }).replace(`/${GUESS}`, ''),
  ]);
  for (const policy of addresses) {
    await open.goTo(page, `${ATTACKER}?policy=${encodeURIComponent(policy)}`, 30_000);
    // The page has sent the request that its policy reports, as its resource timing proves.
    await expect.poll(() => urlsOf(open, { page, tabId })).toContain('http://files.lab.test/attack.js');
  }
}

test('a page of another site writes nothing into the record of a tab', async ({ open, tab }) => {
  const victim = await open.newTab();
  await open.goTo(victim.page, VICTIM, 30_000);
  await expect.poll(async () => (await recordOf(open, victim.tabId))?.observed).toBe(true);
  await attack(open, tab, victim.tabId);
  expect(await urlsOf(open, victim)).toEqual([]);
  await victim.page.close();
});

test('a page of another site writes nothing into the record of a checked tab whose workers report', async ({
  open,
  tab,
}) => {
  const victim = await open.newTab();
  await prepareDeepCheck(open, victim.tabId, new URL(VICTIM).hostname);
  await open.goTo(victim.page, VICTIM, 30_000);
  // Firefox does not report the requests of workers.
  const own = open.name === 'chromium' ? ['http://files.lab.test/own'] : [];
  await expect.poll(() => urlsOf(open, victim)).toEqual(own);
  await attack(open, tab, victim.tabId);
  expect(await urlsOf(open, victim)).toEqual(own);
  await victim.page.close();
});

test('a page that sends the policy of the check itself does not count as checked', async ({ open, tab }) => {
  await open.goTo(tab.page, PRETENDER, 30_000);
  await expect.poll(async () => (await recordOf(open, tab.tabId))?.navigation?.headers?.deepKey).toBe(GUESS);
  expect((await recordOf(open, tab.tabId))?.deepChecked).toBe(false);
});
