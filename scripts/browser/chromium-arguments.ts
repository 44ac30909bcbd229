// Chromium's arguments, with reasons. Whatever affects the loading of pages stays as for users: no --enable-automation, no disabled features of the
// network or of page loading.
// https://peter.sh/experiments/chromium-command-line-switches/
import type { BrowserOptions } from './browser-options.ts';

/** No first-run pages, no prompts, no passwords from the system's keychain. */
const NO_QUESTIONS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-search-engine-choice-screen',
  '--password-store=basic',
  '--use-mock-keychain',
];

/** The browser itself makes no requests, so that all requests are the pages'. */
const NO_REQUESTS_OF_ITS_OWN = [
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--metrics-recording-only',
  // Two services without a switch of their own get a port to which Chromium never connects (net/base/port_util.cc).
  '--gaia-url=http://127.0.0.1:1',
  '--component-updater=url-source=http://127.0.0.1:1',
];

/** Features of the browser only: models, hints about pages, the time, casting, translation. They do not affect pages. */
const FEATURES_WITH_REQUESTS = [
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationGuideModelDownloading',
  'OptimizationHints',
  'OptimizationHintsFetching',
  'OptimizationTargetPrediction',
  'Translate',
];

/**
 * The suggestions under the address bar, which Chromium 156 draws by web pages in a process of their own. They take a quarter of a test run's time
 * (25 tabs opened and closed: 16.5 s with them, 12.5 s without), and do not affect pages.
 */
const ADDRESS_BAR_PAGES = ['WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxPopup'];

/** `profile`: the folder of the profile. */
export function chromiumArguments(options: BrowserOptions, profile: string): readonly string[] {
  const { headless, map, securityInfo, locale, networkLog, restoreSession } = options;
  const enabled = securityInfo === true ? ['WebRequestSecurityInfo'] : [];
  const disabled = [
    ...FEATURES_WITH_REQUESTS,
    ...ADDRESS_BAR_PAGES,
    ...(securityInfo === false ? ['WebRequestSecurityInfo'] : []),
  ];
  return [
    `--user-data-dir=${profile}`,
    // Lets the driver load the extension; works in branded Chrome too, which has no --load-extension any more.
    '--enable-unsafe-extension-debugging',
    ...NO_QUESTIONS,
    ...NO_REQUESTS_OF_ITS_OWN,
    `--disable-features=${disabled.join(',')}`,
    ...(enabled.length === 0 ? [] : [`--enable-features=${enabled.join(',')}`]),
    ...(networkLog === undefined ? [] : [`--log-net-log=${networkLog}`]),
    // A screen of common size; the headless default is 800 × 600.
    ...(headless ? ['--headless=new', '--mute-audio', '--screen-info={1600x1200}'] : []),
    '--window-size=1280,900',
    // Mapped hosts are reached directly, even if the environment has a proxy.
    ...(map === undefined ? [] : [`--host-resolver-rules=${map}`, '--no-proxy-server']),
    ...(locale === undefined ? [] : [`--lang=${locale}`, `--accept-lang=${locale}`]),
    ...(process.platform === 'linux' ? linuxArguments() : []),
    ...(restoreSession === true ? ['--restore-last-session'] : ['about:blank']),
  ];
}

function linuxArguments(): readonly string[] {
  // Containers have a small /dev/shm, and Chromium's sandbox refuses to work for root.
  return ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
}
