// Starts Firefox with puppeteer over WebDriver BiDi. The protocol alone may not open an extension's pages, trust CAs or stop an event page:
// --remote-allow-system-access allows it, for this temporary profile.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { readCaFile } from './ca-file.ts';
import { firefoxPreferences, TAKEN_BACK } from './firefox-preferences.ts';
import { contextOf, listTabs, nextEvent, runInBrowserWindow, sendCommand } from './firefox-protocol.ts';
import { placeForFirefox } from './managed-policy.ts';
import { parseHostRules } from './host-rules.ts';
import type { BrowserOptions, Launched } from './browser-options.ts';
import { startSocksProxy } from './socks-proxy.ts';
import { until } from './until.ts';

/** The browser's and the extension's own pages. */
const OWN_PAGE = /^(?:about|chrome|moz-extension|resource):/;

/** `program`: the path of the browser; `profile`: an empty folder. */
export async function launchFirefox(
  program: string,
  options: BrowserOptions,
  profile: string,
): Promise<Launched> {
  const proxy = options.map === undefined ? null : await startSocksProxy(parseHostRules(options.map));
  const release = async (): Promise<void> => proxy?.close();
  try {
    const browser = await launch({
      browser: 'firefox',
      executablePath: program,
      ignoreDefaultArgs: true,
      args: [
        ...(options.headless ? ['--headless', '--width=1280', '--height=900'] : []),
        '--no-remote',
        '--remote-allow-system-access',
        '--profile',
        profile,
      ],
      extraPrefsFirefox: { ...firefoxPreferences(options, profile, proxy?.port ?? null) },
      defaultViewport: null,
      ...(options.startTimeout === undefined ? {} : { timeout: options.startTimeout }),
      // Without it Firefox ignores the preference that its settings have no source, and requests them from Mozilla's server.
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1', ...policyEnv(options, profile) },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    await prepare(browser, options.caFile);
    return {
      browser,
      install: (extensionDir) => install(browser, extensionDir),
      goTo: (page, url, timeout) =>
        OWN_PAGE.test(url)
          ? openOwnPage(browser, page, url, timeout)
          : openWebPage(browser, page, url, timeout),
      findPage: (url) => findPage(browser, url),
      stopBackground: (extensionId) => stopEventPage(browser, extensionId),
      update: async (extensionDir) => void (await browser.installExtension(extensionDir)),
      clickThrough,
      release,
    };
  } catch (error) {
    await release();
    throw error;
  }
}

function policyEnv({ policy, extensionDir }: BrowserOptions, profile: string): NodeJS.ProcessEnv {
  return policy === undefined || extensionDir === null
    ? {}
    : placeForFirefox(readGeckoId(extensionDir), policy, profile);
}

/** The id in the package's own manifest. */
function readGeckoId(extensionDir: string): string {
  // A file of the build, whose shape is tested.
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    readonly browser_specific_settings: { readonly gecko: { readonly id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

async function prepare(browser: Browser, caFile: string | undefined): Promise<void> {
  const steps = TAKEN_BACK.map((name) => `Services.prefs.clearUserPref(${JSON.stringify(name)});`);
  for (const der of caFile === undefined ? [] : readCaFile(caFile)) {
    const certificate = Buffer.from(der).toString('base64');
    // "C": trusted to issue server certificates, as in NSS's certutil.
    steps.push(
      `Cc['@mozilla.org/security/x509certdb;1'].getService(Ci.nsIX509CertDB).addCertFromBase64(${JSON.stringify(certificate)}, 'C,,');`,
    );
  }
  await runInBrowserWindow(browser, `(() => { ${steps.join('\n')} })()`);
}

async function install(browser: Browser, extensionDir: string): Promise<{ id: string; origin: string }> {
  const id = await browser.installExtension(extensionDir);
  const host = await runInBrowserWindow(
    browser,
    `WebExtensionPolicy.getByID(${JSON.stringify(id)}).mozExtensionHostname`,
  );
  return { id, origin: `moz-extension://${String(host)}` };
}

/** puppeteer's own goto() does not notice that a response is a download, and waits for its page. */
async function openWebPage(browser: Browser, page: Page, url: string, timeout: number): Promise<void> {
  const over = new AbortController();
  const download = nextEvent(browser, 'browsingContext.downloadWillBegin', contextOf(page), over.signal);
  try {
    await Promise.race([
      page.goto(url, { timeout }),
      download.then(() => {
        throw new Error(`NS_BINDING_ABORTED: ${url} is a download.`);
      }),
    ]);
  } finally {
    over.abort();
  }
}

/** puppeteer's own goto() waits for an event that Firefox does not send for these pages. */
async function openOwnPage(browser: Browser, page: Page, url: string, timeout: number): Promise<void> {
  await sendCommand(browser, 'browsingContext.navigate', { context: contextOf(page), url, wait: 'none' });
  await until(
    () => page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url),
    { what: `${url} to open`, timeout },
  );
}

async function findPage(browser: Browser, url: string): Promise<Page | null> {
  const tab = (await listTabs(browser)).find((candidate) => candidate.url === url);
  if (tab === undefined) return null;
  return (await browser.pages()).find((page) => contextOf(page) === tab.context) ?? null;
}

async function stopEventPage(browser: Browser, extensionId: string): Promise<void> {
  await runInBrowserWindow(
    browser,
    `WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}).extension.terminateBackground().then(() => true)`,
  );
}

/** Does the same as the button "Accept the risk and continue". */
async function clickThrough(page: Page): Promise<void> {
  await until(
    () =>
      page.evaluate(async () => {
        // Firefox only provides this function to its own page about a certificate.
        const accept: unknown = Reflect.get(document, 'addCertException');
        if (typeof accept !== 'function') return false;
        await accept.call(document, true);
        location.reload();
        return true;
      }),
    { what: "Firefox's warning with a way past it", timeout: 10_000 },
  );
  await until(
    () =>
      page.evaluate(() => document.documentURI.startsWith('https:') && document.readyState === 'complete'),
    { what: 'the page behind the warning', timeout: 10_000 },
  );
}
