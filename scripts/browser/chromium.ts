// Starts Chromium with puppeteer over a pipe: no port is open while it runs.
import { launch } from 'puppeteer-core';
import type { Browser, LaunchOptions, Page } from 'puppeteer-core';
import { chromiumArguments } from './chromium-arguments.ts';
import { pinInChromium, unpackedId } from './chromium-pin.ts';
import { trustInChromium } from './chromium-trust.ts';
import { placeForChromium } from './managed-policy.ts';
import type { BrowserOptions, Launched } from './browser-options.ts';
import { until } from './until.ts';

/** `program`: the path of the browser; `profile`: an empty folder. */
export async function launchChromium(
  program: string,
  options: BrowserOptions,
  profile: string,
): Promise<Launched> {
  // A reopened profile has both.
  const isNew = options.restoreSession !== true;
  if (isNew && options.caFile !== undefined) trustInChromium(profile, options.caFile);
  if (isNew && options.extensionDir !== null)
    pinInChromium(profile, options.extensionDir, options.preferences);
  const removePolicy =
    options.policy === undefined || options.extensionDir === null
      ? null
      : placeForChromium(unpackedId(options.extensionDir), options.policy);
  const browser = await launch(launchOptions(program, options, profile));
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
    // Not runtime.reload(): an extension that the driver installed does not come back from it.
    update: async (extensionDir) =>
      void (await browser.installExtension(extensionDir, {
        enabledInIncognito: options.inPrivateWindows ?? false,
      })),
    clickThrough,
    release: async () => removePolicy?.(),
  };
}

function launchOptions(program: string, options: BrowserOptions, profile: string): LaunchOptions {
  return {
    executablePath: program,
    ignoreDefaultArgs: true,
    args: [...chromiumArguments(options, profile)],
    pipe: true,
    defaultViewport: null,
    ...(options.startTimeout === undefined ? {} : { timeout: options.startTimeout }),
    issuesEnabled: false,
    downloadBehavior: { policy: 'deny' },
    // This project cleans up itself, and more than the browser.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // On Linux the language of the interface comes from the environment.
    env: options.locale === undefined ? process.env : { ...process.env, LANGUAGE: options.locale },
  };
}

/**
 * Stops the worker without the driver's own function, which attaches to the worker, requests its end and detaches: while something is attached, the
 * request is dropped silently, and also if the browser was quicker than the driver. https://github.com/puppeteer/puppeteer/pull/11870
 */
async function stopServiceWorker(browser: Browser, extensionId: string): Promise<void> {
  const origin = `chrome-extension://${extensionId}/`;
  const session = await browser.target().createCDPSession();
  const find = async (): Promise<string | undefined> =>
    (await session.send('Target.getTargets')).targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.startsWith(origin),
    )?.targetId;
  try {
    const targetId = await find();
    // Without one it has already stopped.
    if (targetId === undefined) return;
    await until(
      async () => {
        // The next event woke another one.
        if ((await find()) !== targetId) return true;
        // Repeated, because the driver may be attached to a new worker for a moment.
        await session.send('Target.closeTarget', { targetId });
        return false;
      },
      { what: 'the service worker to stop', timeout: 20_000 },
    );
  } finally {
    await session.detach();
  }
}

/** Presses "Advanced" and "Proceed" on Chromium's own warning. */
async function clickThrough(page: Page): Promise<void> {
  await until(
    () =>
      page.evaluate(() => {
        const [details, proceed] = ['#details-button', '#proceed-link'].map((id) =>
          document.querySelector(id),
        );
        // The browser provides this object before the page's script runs, and the script listens once the document is parsed.
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
