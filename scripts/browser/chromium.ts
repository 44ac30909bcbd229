// Starts Chromium with puppeteer over a pipe: no port is open while it runs.
import { launch, TargetType } from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { chromiumArguments } from './chromium-arguments.ts';
import { pinInChromium, unpackedId } from './chromium-pin.ts';
import { trustInChromium } from './chromium-trust.ts';
import { placeForChromium } from './managed-policy.ts';
import type { BrowserOptions, Launched } from './options.ts';
import { until } from './until.ts';

/** `program`: the path of the browser; `profile`: an empty folder. */
export async function launchChromium(
  program: string,
  options: BrowserOptions,
  profile: string,
): Promise<Launched> {
  if (options.caFile !== undefined) trustInChromium(profile, options.caFile);
  if (options.extensionDir !== null) pinInChromium(profile, options.extensionDir);
  const removePolicy =
    options.policy === undefined || options.extensionDir === null
      ? null
      : placeForChromium(unpackedId(options.extensionDir), options.policy);
  const browser = await launch({
    executablePath: program,
    ignoreDefaultArgs: true,
    args: [...chromiumArguments(options, profile)],
    pipe: true,
    defaultViewport: null,
    issuesEnabled: false,
    downloadBehavior: { policy: 'deny' },
    // This project tidies up itself, and more than the browser.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // On Linux the interface takes its language from the environment.
    env: options.locale === undefined ? process.env : { ...process.env, LANGUAGE: options.locale },
  });
  return {
    browser,
    install: async (extensionDir) => {
      const id = await browser.installExtension(extensionDir, {
        enabledInIncognito: options.inPrivateWindows ?? false,
      });
      return { id, origin: `chrome-extension://${id}` };
    },
    goTo: async (page, url, timeout) => void (await page.goto(url, { timeout })),
    findPage: async (url) =>
      (await browser
        .targets()
        .find((target) => target.url() === url)
        ?.page()) ?? null,
    stopBackground: (extensionId) => stopServiceWorker(browser, extensionId),
    clickThrough,
    release: async () => removePolicy?.(),
  };
}

async function stopServiceWorker(browser: Browser, extensionId: string): Promise<void> {
  const origin = `chrome-extension://${extensionId}/`;
  const target = browser
    .targets()
    .find((each) => each.type() === TargetType.SERVICE_WORKER && each.url().startsWith(origin));
  // Without one it is stopped already.
  if (target === undefined) return;
  // The driver detaches from it afterwards, and minds when it is gone by then.
  await (await target.worker())?.close().catch(() => {});
  // This one: the next event wakes another.
  await until(async () => !browser.targets().includes(target), {
    what: 'the service worker to stop',
    timeout: 20_000,
  });
}

/** Presses "Advanced" and "Proceed" on Chromium's own warning. */
async function clickThrough(page: Page): Promise<void> {
  await until(
    () =>
      page.evaluate(() => {
        const [details, proceed] = ['#details-button', '#proceed-link'].map((id) =>
          document.querySelector(id),
        );
        // The browser gives the page this object before its script runs, and the script listens once the document is parsed.
        if (!('certificateErrorPageController' in globalThis) || document.readyState !== 'complete')
          return false;
        if (!(details instanceof HTMLElement) || !(proceed instanceof HTMLElement)) return false;
        details.click();
        proceed.click();
        return true;
      }),
    { what: "Chromium's warning with a way past it", timeout: 10_000 },
  );
  await until(
    () => page.evaluate(() => location.protocol === 'https:' && document.readyState === 'complete'),
    {
      what: 'the page behind the warning',
      timeout: 10_000,
    },
  );
}
