// The popup's certificate section on the lab's hosts, one of each kind, from every source: reported by the browser, looked up in the lab's log
// server where the browser reports nothing, or stored earlier in the session.
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Page } from 'puppeteer-core';
import type { OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import { judge, recordOf } from '../../scripts/browser/extension-records.ts';
import { expect, test } from './in-browser.ts';
import type { CertificateSource } from '../../lib/record/certificate-record.ts';

/** In an extension's page, where the functions given to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;

interface Kind {
  readonly kind: string;
  readonly host: string;
  /** The row's value. */
  readonly row: RegExp;
  /** The text of the opened section, for any source of the certificate. */
  readonly says: readonly string[];
}

const KINDS: readonly Kind[] = [
  {
    kind: 'DV',
    host: 'dv.lab.test',
    row: /^DV · (?:private root, unchecked · )?2[78] days left/,
    says: [
      'Domain checked',
      'It did not check who that is.',
      'Policy 2.23.140.1.2.1 in the certificate: DV',
      'this page · named in the certificate',
    ],
  },
  {
    kind: 'OV',
    host: 'ov.lab.test',
    row: /^OV · (?:Lab Example GmbH|private root, unchecked) · 2[78] days left/,
    says: [
      'Organisation checked',
      'Lab Example GmbH, Berlin, DE, says the certificate',
      'Policy 2.23.140.1.2.2 in the certificate: OV',
    ],
  },
  {
    kind: 'IV',
    host: 'iv.lab.test',
    row: /^IV · (?:private root, unchecked · )?2[78] days left/,
    says: ['Person checked', 'Erika Mustermann, Berlin, DE, says the certificate', 'Policy 2.23.140.1.2.3'],
  },
  {
    kind: 'EV that is only stated',
    host: 'ev.lab.test',
    row: /^EV · (?:Lab Example GmbH|private root, unchecked) · /,
    says: ['Organisation checked by extended rules', 'Policy 2.23.140.1.1 in the certificate: EV'],
  },
  {
    kind: 'a contradictory one',
    host: 'contradictory.lab.test',
    row: /^Contradictory level · 2[78] days left/,
    says: [
      'states that only the name was checked, and yet it names an organisation',
      'Policy 2.23.140.1.2.1',
    ],
  },
  {
    kind: 'one without a level',
    host: 'no-policy.lab.test',
    row: /^Level not stated · 2[78] days left/,
    says: ['does not state what its issuer checked', 'No policy in the certificate stands for a level.'],
  },
  {
    kind: 'a wildcard',
    host: 'shop.wildcard.lab.test',
    row: /^DV · /,
    says: ['this page · by *.wildcard.lab.test', 'lab.test', 'not in the list', '1 name in the certificate'],
  },
  {
    kind: 'one with several names',
    host: 'multi-name.lab.test',
    row: /^DV · /,
    says: ['4 names in the certificate', '*.cdn.multi-name.lab.test', 'another.lab.test'],
  },
  {
    kind: 'one with 2,000 names',
    host: 'n0001.many.lab.test',
    row: /^DV · /,
    says: ['2,000 names in the certificate', 'and 1,500 more; the saved certificate has all of them'],
  },
  {
    kind: 'a name beyond ASCII',
    host: 'xn--bcher-kva.lab.test',
    row: /^DV · /,
    says: ['xn--bcher-kva.lab.test', 'bücher.lab.test', 'this page · named in the certificate'],
  },
  {
    kind: 'a life of three days',
    host: 'three-days.lab.test',
    row: /^DV · (?:private root, unchecked · )?ends in [23] days, on /,
    says: ['2 of 4 days left, until ', 'Short-lived'],
  },
  {
    kind: 'a distrusted issuer',
    host: 'distrusted-issuer.lab.test',
    row: /^DV · /,
    says: ['stopped trusting'],
  },
  {
    kind: 'hostile text',
    host: 'hostile-certificate.lab.test',
    row: /^OV · (?:<img src=x onerror=|private root, unchecked)/,
    says: ['<img src=x onerror=', '⟨U+202E⟩', '\\0A', '\\00after⟨U+200B⟩'],
  },
];

const FIREFOX_ADDS: Readonly<Record<string, string>> = {
  'ev.lab.test': 'does not confirm extended validation for this root',
  'dv.lab.test': 'root, was added on this device',
  'distrusted-issuer.lab.test': 'Browsers stopped trusting its root',
};
/** The text about a level under a public root. The lab's own root is not public, which only Firefox reports. */
const CHECKED: ReadonlySet<string> = new Set([
  'Domain checked',
  'It did not check who that is.',
  'Organisation checked',
  'Organisation checked by extended rules',
  'Person checked',
]);
const UNCHECKED = 'is stated, but nobody checked it by public rules';

const CERTIFICATE_ROW = 'ul[aria-label] > li:nth-child(2)';

async function openPopup(open: OpenBrowser, { tabId }: Tab): Promise<Page> {
  const popup = await open.openExtensionPage(`popup.html?tab=${tabId}`);
  await popup.waitForSelector(CERTIFICATE_ROW);
  await popup.click(`${CERTIFICATE_ROW} > button`);
  return popup;
}

/** The row's value. */
async function rowOf(popup: Page): Promise<string> {
  return popup.$eval(
    `${CERTIFICATE_ROW} > button`,
    (button) => button.querySelectorAll('span')[1]?.innerText ?? '',
  );
}

/** The text of the section with all its disclosures opened. */
async function sectionOf(popup: Page): Promise<string> {
  return popup.$eval(CERTIFICATE_ROW, async (section) => {
    const folded = section.querySelectorAll<HTMLButtonElement>('div button[aria-expanded="false"]');
    for (const button of folded) button.click();
    await new Promise(requestAnimationFrame);
    return section.innerText;
  });
}

async function useServer(open: OpenBrowser, lookUpServer: string): Promise<void> {
  await open.extensionPage.evaluate(
    (server) => chrome.storage.local.set({ settings: { lookUpServer: server } }),
    lookUpServer,
  );
}

/** Presses the look-up's button as a user does: the browser allows a request for access only on a click. */
async function pressLookUp(open: OpenBrowser, { tabId }: Tab, popup: Page): Promise<void> {
  const before = (await recordOf(open, tabId))?.lookUp?.at ?? 0;
  await clickLookUp(popup);
  // Its own result, not that of an earlier look-up.
  await expect.poll(async () => (await recordOf(open, tabId))?.lookUp?.at ?? 0).toBeGreaterThan(before);
}

async function clickLookUp(popup: Page): Promise<void> {
  await popup.waitForFunction(
    (row) =>
      [...document.querySelectorAll(`${row} button`)].some((one) =>
        /^(Look up|Ask again)/.test(one.textContent ?? ''),
      ),
    {},
    CERTIFICATE_ROW,
  );
  const buttons = await popup.$$(`${CERTIFICATE_ROW} button`);
  for (const button of buttons) {
    const text = await button.evaluate((one) => one.textContent ?? '');
    if (/^(Look up|Ask again)/.test(text)) return button.click();
  }
}

async function goTo(open: OpenBrowser, { page, tabId }: Tab, url: string): Promise<void> {
  await open.goTo(page, url, 30_000);
  await expect.poll(async () => (await recordOf(open, tabId))?.url).toBe(url);
}

/** The chain from a source in the record of the tab's page; empty: the source reported none. */
async function chainOf(
  open: OpenBrowser,
  { tabId }: Tab,
  source: CertificateSource,
): Promise<readonly string[]> {
  const record = await recordOf(open, tabId);
  return record?.certificates.find((report) => report.source === source)?.chain ?? [];
}

/** Whether the page's service worker is ready, or has already served the page. */
async function hasWorker(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.dataset['ready'] === 'yes' || document.title === 'From the worker',
  );
}

for (const { kind, host, row, says } of KINDS) {
  test(`reported: ${kind}`, async ({ open, tab, browserKind }) => {
    test.skip(browserKind === 'chromium', 'this browser reports no certificate to extensions');
    await goTo(open, tab, `https://${host}/`);
    await expect.poll(async () => (await chainOf(open, tab, 'page')).length).toBeGreaterThan(0);
    const popup = await openPopup(open, tab);
    await expect.poll(() => rowOf(popup)).toMatch(row);
    const section = await sectionOf(popup);
    const isPrivateRoot = browserKind === 'firefox';
    const adds = isPrivateRoot ? FIREFOX_ADDS : {};
    for (const text of [...says, ...(adds[host] === undefined ? [] : [adds[host]])])
      expect(section).toContain(isPrivateRoot && CHECKED.has(text) ? UNCHECKED : text);
    expect(section).toMatch(/\S+ told this with the page, at \d/);
    // A script in the certificate's text would have changed the name.
    expect(await popup.title()).toBe('HTTPS Trust Inspector');
    await popup.close();
  });

  test(`looked up: ${kind}`, async ({ open, tab, lab, browserKind }) => {
    test.skip(browserKind !== 'chromium', 'no look-up is offered in a browser that reports the certificate');
    await useServer(open, lab.logAddress);
    await goTo(open, tab, `https://${host}/`);
    const popup = await openPopup(open, tab);
    await expect.poll(() => rowOf(popup)).toBe('Accepted · end date unknown');
    const before = await sectionOf(popup);
    expect(before).toContain('does not tell extensions which certificate was used');
    expect(before).toContain(`Sends the name ${host} to logs.lab.test.`);
    expect(before).toContain('chrome://flags/#web-request-security-info');
    await pressLookUp(open, tab, popup);
    await expect.poll(() => rowOf(popup)).toMatch(row);
    expect(await rowOf(popup)).toContain('issued for this host');
    const section = await sectionOf(popup);
    for (const text of says) expect(section).toContain(text);
    expect(section).toMatch(
      /From public certificate logs, looked up at .*: issued for this host, not necessarily the one in use\./,
    );
    await popup.close();
  });
}

test('looked up: a precertificate, which browsers refuse', async ({ open, tab, lab, browserKind }) => {
  test.skip(browserKind !== 'chromium', 'no look-up is offered in a browser that reports the certificate');
  await useServer(open, lab.logAddress);
  await open.goTo(tab.page, 'https://precertificate.lab.test/', 30_000).catch(() => undefined);
  await expect.poll(async () => (await recordOf(open, tab.tabId))?.refusal).not.toBeNull();
  const popup = await openPopup(open, tab);
  await pressLookUp(open, tab, popup);
  await expect.poll(() => sectionOf(popup)).toContain('This is a precertificate');
  expect(await rowOf(popup)).toMatch(/^Refused by /);
  await popup.close();
});

const FAILURES = [
  ['rate-limited', 'has answered too often for now'],
  ['not-json', 'could not be understood'],
  ['wrong-json', 'could not be understood'],
  ['error', 'refused the question (status 500)'],
  ['huge', 'answered with more than is read here'],
  ['redirect', 'could not be reached'],
  ['empty', 'knows no certificate for'],
  ['only-lies', 'knows no certificate for'],
] as const;
for (const [variant, says] of FAILURES) {
  test(`a server that does not help: ${variant}`, async ({ open, tab, lab, browserKind }) => {
    test.skip(browserKind !== 'chromium', 'no look-up is offered in a browser that reports the certificate');
    await useServer(open, lab.logAddressOf(variant));
    await goTo(open, tab, 'https://clean.lab.test/');
    const popup = await openPopup(open, tab);
    await pressLookUp(open, tab, popup);
    await expect.poll(async () => (await recordOf(open, tab.tabId))?.lookUp?.state).not.toBe('asking');
    await expect.poll(() => sectionOf(popup)).toContain(says);
    expect(await rowOf(popup)).toBe('Accepted · end date unknown');
    await popup.close();
  });
}

test('a lying server can only add its own answer', async ({ open, tab, lab, browserKind }) => {
  test.skip(browserKind !== 'chromium', 'no look-up is offered in a browser that reports the certificate');
  await useServer(open, lab.logAddressOf('lies'));
  await goTo(open, tab, 'https://clean.lab.test/');
  const popup = await openPopup(open, tab);
  await pressLookUp(open, tab, popup);
  await expect.poll(() => rowOf(popup)).toMatch(/^DV · .* issued for this host$/);
  expect(await sectionOf(popup)).toMatch(/entries of the answer did not name this host/);
  await popup.close();
});

test('a slow server: the popup shows the progress, and closing it loses nothing', async ({
  open,
  tab,
  lab,
  browserKind,
}) => {
  test.skip(browserKind !== 'chromium', 'no look-up is offered in a browser that reports the certificate');
  await useServer(open, lab.logAddressOf('slow'));
  await goTo(open, tab, 'https://hsts.lab.test/');
  const popup = await openPopup(open, tab);
  await pressLookUp(open, tab, popup);
  await expect.poll(() => sectionOf(popup)).toContain('Asking logs.lab.test');
  await popup.close();
  await expect.poll(async () => (await recordOf(open, tab.tabId))?.lookUp?.state).toBe('answered');
});

test('no request is sent while the look-up is switched off', async ({ open, tab, browserKind }) => {
  test.skip(browserKind !== 'chromium', 'no look-up is offered in a browser that reports the certificate');
  await open.extensionPage.evaluate(() => chrome.storage.local.set({ settings: { lookUp: false } }));
  await goTo(open, tab, 'https://no-hsts.lab.test/');
  const popup = await openPopup(open, tab);
  const section = await sectionOf(popup);
  expect(section).toContain('Ways to know more');
  expect(section).not.toContain('Look up');
  await popup.close();
});

test('a page that a service worker answers shows the certificate that was seen on its host', async ({
  open,
  tab,
  browserKind,
}) => {
  test.skip(browserKind === 'chromium', 'this browser reports no certificate to extensions');
  await goTo(open, tab, 'https://worker.lab.test/');
  await expect.poll(async () => (await chainOf(open, tab, 'page')).length).toBeGreaterThan(0);
  await expect.poll(() => hasWorker(tab.page)).toBe(true);
  await goTo(open, tab, 'https://worker.lab.test/?again');
  expect(await tab.page.title()).toBe('From the worker');
  await expect.poll(async () => (await chainOf(open, tab, 'session')).length).toBeGreaterThan(0);
  const popup = await openPopup(open, tab);
  await expect.poll(() => rowOf(popup)).toMatch(/^DV · .*2[78] days left, until .* · seen at \d/);
  expect(await sectionOf(popup)).toMatch(
    /told nothing with this page\. This certificate was seen on this host at \d/,
  );
  await popup.close();
});

test('an overridden warning stays visible, with its certificate', async ({ open, tab, browserKind }) => {
  await open.goTo(tab.page, 'https://expired-opened.lab.test/', 30_000).catch(() => undefined);
  await open.clickThrough(tab.page);
  await expect
    .poll(async () => judge(await recordOf(open, tab.tabId)).findings.map(({ id }) => id))
    .toContain('certificate-overridden');
  const popup = await openPopup(open, tab);
  expect(await rowOf(popup)).toBe('Refused, then opened anyway');
  if (browserKind !== 'chromium') {
    const section = await sectionOf(popup);
    expect(section).toContain('Policy 2.23.140.1.2.1 in the certificate: DV');
    expect(section).toMatch(/Ended on /);
  }
  await popup.close();
});

test('Firefox offers the look-up too, when it reported no certificate', async ({
  open,
  tab,
  lab,
  browserKind,
}) => {
  test.skip(browserKind !== 'firefox', 'the tests above cover the other browsers');
  await goTo(open, tab, 'https://worker.lab.test/');
  await expect.poll(() => hasWorker(tab.page)).toBe(true);
  // The session's stored data is deleted, so that the page from the worker has no information about its certificate.
  await open.stopBackground();
  await open.extensionPage.evaluate(() => chrome.storage.session.clear());
  await useServer(open, lab.logAddress);
  await goTo(open, tab, 'https://worker.lab.test/?again');
  const popup = await openPopup(open, tab);
  expect(await sectionOf(popup)).toContain('Nothing is known of its certificate.');
  await pressLookUp(open, tab, popup);
  await expect.poll(() => rowOf(popup)).toMatch(/^DV · .* issued for this host$/);
  await popup.close();
});

for (const host of ['203.0.113.11', '[2001:db8::11]']) {
  test(`an address: ${host}`, async ({ open, tab, browserKind }) => {
    await goTo(open, tab, `https://${host}/`);
    if (browserKind !== 'chromium')
      await expect.poll(async () => (await chainOf(open, tab, 'page')).length).toBeGreaterThan(0);
    const popup = await openPopup(open, tab);
    const section = await sectionOf(popup);
    if (browserKind === 'chromium') {
      // The logs contain no IP addresses, so no request is sent.
      expect(section).toContain('Ways to know more');
      expect(section).not.toContain('Look up');
    } else {
      await expect.poll(() => rowOf(popup)).toMatch(/^DV · /);
      expect(section).toContain(host.replace(/[[\]]/g, ''));
      expect(section).toContain('this page · address named in the certificate');
    }
    await popup.close();
  });
}
