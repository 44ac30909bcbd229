// The organisation's policy, placed as administrators do: a policy file for Chromium, managed storage for Firefox.
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Page } from 'puppeteer-core';
import type { Policy } from '../../scripts/browser/managed-policy.ts';
import { readCaFile } from '../../scripts/browser/ca-file.ts';
import type { OpenBrowser } from '../../scripts/browser/browser-options.ts';
import { judge, recordOf } from '../../scripts/browser/extension-records.ts';
import type { Lab } from '../lab/lab.ts';
import { expect, optionsFor, test } from './in-browser.ts';
import type { BrowserKind } from './in-browser.ts';
import { inBrowserOrSkip } from './open-or-skip.ts';
import { clickButton, textOf, typeInto } from './form-controls.ts';

/** In an extension's page, where the functions given to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;

const PACKAGED = readFileSync(new URL('../../public/plans.json', import.meta.url), 'utf8');
/** The first price of the packaged catalogue, changed. */
const CATALOGUE = PACKAGED.replace('"price": 35000', '"price": 12300');
const SIGN_UP =
  'https://clean.lab.test/try?plan={plan}&level={level}&years={term}&lang={lang}&utm_campaign={utm_campaign}&utm_source={utm_source}';

/** Runs `work` in a new browser with a policy. */
async function withPolicy(
  kind: BrowserKind,
  lab: Lab,
  policy: Policy,
  work: (open: OpenBrowser, options: Page) => Promise<void>,
): Promise<void> {
  await inBrowserOrSkip({ ...optionsFor(kind, lab), policy }, async (open) =>
    work(open, await open.openExtensionPage('options.html')),
  );
}

function isDisabled(page: Page, label: string): Promise<boolean | null> {
  return page.evaluate((wanted) => {
    const field = Array.from(document.querySelectorAll('label')).find((one) =>
      one.textContent.startsWith(wanted),
    )?.control;
    return field instanceof HTMLInputElement ? field.disabled : null;
  }, label);
}

test('offers are hidden by policy, in the options and in the popup', async ({ browserKind, lab }) => {
  await withPolicy(browserKind, lab, { hideOffers: true }, async (open, options) => {
    await expect.poll(() => textOf(options)).toContain('Plans and offers');
    await expect.poll(() => textOf(options)).not.toMatch(/Matching plan|Try it free|CN¥/);
    expect(await isDisabled(options, 'Hide plans')).toBe(true);
    const tab = await open.newTab();
    await tab.page.goto('https://clean.lab.test/');
    const popup = await open.openExtensionPage(`popup.html?tab=${tab.tabId}`);
    await expect.poll(() => textOf(popup)).toContain('Nothing found');
    expect(await textOf(popup)).not.toContain('Which certificate');
  });
});

test('the catalogue is replaced by policy; invalid values are reported and change nothing', async ({
  browserKind,
  lab,
}) => {
  const policy = { catalogue: CATALOGUE, lookUpServer: 'http://logs.example/', hideOffers: 'yes' };
  await withPolicy(browserKind, lab, policy, async (_open, options) => {
    await expect.poll(() => textOf(options)).toContain('CN¥123');
    const text = await textOf(options);
    expect(text).toContain('set by your organisation');
    expect(text).not.toContain('CN¥350');
    // Chromium itself leaves out values whose type does not match the schema.
    expect(text).toContain('lookUpServer: the value cannot be used.');
    expect(text).toContain('Matching plan');
    expect(await isDisabled(options, 'Server')).toBe(false);
  });
});

test('an invalid catalogue in the policy is reported with its place, and the packaged one is used', async ({
  browserKind,
  lab,
}) => {
  const policy = { catalogue: PACKAGED.replace('"months": 3', '"months": "3"') };
  await withPolicy(browserKind, lab, policy, async (_open, options) => {
    await expect.poll(() => textOf(options)).toContain('trial.months');
    expect(await textOf(options)).toContain('CN¥350');
  });
});

test('campaign tools by policy: links, local counts, and no request but the click', async ({
  browserKind,
  lab,
}) => {
  const policy = { campaigns: true, signUpAddress: SIGN_UP, campaign: { utm_campaign: 'autumn' } };
  await withPolicy(browserKind, lab, policy, async (open, first) => {
    await expect.poll(() => textOf(first)).toContain('Counted on this device');
    await first.close();
    // The policy was read while the first page was open, before or after its sections came into view: the test cannot know whether they were counted.
    await open.extensionPage.evaluate(() => chrome.storage.local.remove('campaign-counts'));
    const options = await open.openExtensionPage('options.html');
    await expect.poll(() => textOf(options)).toContain('Counted on this device');
    await typeInto(options, 'campaigns', 'Campaign', 'spring');
    await expect
      .poll(() => textOf(options))
      .toContain(
        'https://clean.lab.test/try?plan=basic&level=DV&years=1&lang=en&utm_campaign=spring&utm_source=newsletter',
      );
    await clickButton(options, 'QR code');
    expect(await options.evaluate(() => document.querySelectorAll('svg[shape-rendering] path').length)).toBe(
      2,
    );
    const asked = lab.hits.length;
    // Each section is counted once it is in view.
    const countsAt = async (id: string): Promise<unknown> => {
      // Repeatedly, because later rendering may move it out of view before the browser observes it.
      await options.evaluate((name) => document.getElementById(name)?.scrollIntoView(), id);
      return counts(open);
    };
    await expect.poll(() => countsAt('plan')).toMatchObject({ autumn: { 'plan-viewed': 1 } });
    await expect
      .poll(() => countsAt('trial'))
      .toMatchObject({ autumn: { 'offer-shown': 1, 'trial-opened': 0 } });
    expect(lab.hits.length).toBe(asked);
    await options.locator('section[aria-labelledby=trial] a[target]').click();
    await expect.poll(() => counts(open)).toMatchObject({ autumn: { 'trial-opened': 1 } });
    await expect
      .poll(() => lab.hits.slice(asked).map(({ host, path }) => host + path))
      .toContain('clean.lab.test/try?plan=basic&level=DV&years=1&lang=en&utm_campaign=autumn');
    await clickButton(options, 'Clear counts');
    await expect.poll(() => counts(open)).toEqual({});
  });
});

/** The counts by campaign. */
async function counts({ extensionPage }: OpenBrowser): Promise<unknown> {
  const stored = await extensionPage.evaluate(async () => {
    const { 'campaign-counts': value } = await chrome.storage.local.get('campaign-counts');
    return JSON.stringify(value ?? []);
  });
  // The extension's own numbers, compared below.
  const entries = JSON.parse(stored) as readonly { readonly campaign: string; readonly counts: unknown }[];
  return Object.fromEntries(entries.map(({ campaign, counts: own }) => [campaign, own]));
}

/** A CA as the policy names it: by its fingerprint, and by its key, SHA-1 of the public key's bits, of which P-256 has 65. */
function namesOfAuthority(der: Uint8Array): readonly string[] {
  const { fingerprint256, publicKey } = new X509Certificate(der);
  const key = publicKey.export({ type: 'spki', format: 'der' }).subarray(-65);
  return [fingerprint256, createHash('sha1').update(key).digest('hex')];
}

test("a level under the organisation's own root is marked and is not a finding", async ({
  browserKind,
  lab,
}) => {
  // Chromium reports certificates only with its feature enabled.
  const kind = browserKind === 'chromium' ? 'chromium-security-info' : browserKind;
  const [authority = new Uint8Array()] = readCaFile(lab.caFile);
  const policy = { organizationRoots: namesOfAuthority(authority) };
  await withPolicy(kind, lab, policy, async (open) => {
    const tab = await open.newTab();
    const isOwn = async (): Promise<boolean | undefined> => {
      await open.goTo(tab.page, 'https://attack-private-root-ev.lab.test/', 30_000);
      return (await recordOf(open, tab.tabId))?.certificates[0]?.connection?.isOrganizationRoot;
    };
    await expect.poll(isOwn).toBe(true);
    await expect.poll(async () => judge(await recordOf(open, tab.tabId)).state).toBe('nothing-found');
    const popup = await open.openExtensionPage(`popup.html?tab=${tab.tabId}`);
    await expect.poll(() => textOf(popup)).toContain('EV · your organisation’s CA');
    // Another added root is still not the organisation's.
    await open.goTo(tab.page, 'https://attack-antivirus-ev.lab.test/', 30_000);
    await expect
      .poll(async () => judge(await recordOf(open, tab.tabId)).findings.map(({ id }) => id))
      .toContain('certificate-private-root');
  });
});
