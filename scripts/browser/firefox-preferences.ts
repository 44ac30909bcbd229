// Firefox's preferences, with reasons. The driver and Firefox's remote agent set preferences of their own; those that change what a page may do are
// reset, so that pages behave as for users.
import type { BrowserOptions } from './browser-options.ts';

type Preferences = Readonly<Record<string, string | number | boolean>>;

/** The browser itself makes no requests, so that all requests are the pages'. */
const NO_REQUESTS_OF_ITS_OWN: Preferences = {
  'app.update.disabledForTesting': true,
  'browser.region.network.url': '',
  'browser.topsites.contile.enabled': false,
  'browser.urlbar.merino.endpointURL': '',
  'datareporting.usage.uploadEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.discovery.api_url': 'data:,',
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'security.remote_settings.intermediates.enabled': false,
  'toolkit.telemetry.server': 'data:,',
};

const NO_QUESTIONS: Preferences = {
  // After several dialogs in a row Firefox adds a prompt that the protocol does not report.
  'dom.successive_dialog_time_limit': 0,
  'browser.aboutwelcome.enabled': false,
  'termsofuse.bypassNotification': true,
};

/** Set by the driver, reset when Firefox has started. */
export const TAKEN_BACK: readonly string[] = [
  'browser.contentblocking.features.standard',
  'dom.disable_open_during_load',
  'network.cookie.sameSite.laxByDefault',
  'network.http.prompt-temp-redirect',
  'security.fileuri.strict_origin_policy',
];

/** `proxyPort`: of the SOCKS proxy that applies the host rules; null without rules. */
export function firefoxPreferences(
  { locale, preferences }: BrowserOptions,
  profile: string,
  proxyPort: number | null,
): Preferences {
  return {
    ...NO_REQUESTS_OF_ITS_OWN,
    ...NO_QUESTIONS,
    // The remote agent's own list switches off pop-up blocking, hang detection and more.
    'remote.prefs.recommended': false,
    // Downloads are removed with the profile.
    'browser.download.folderList': 2,
    'browser.download.dir': profile,
    ...(proxyPort === null ? {} : proxyPreferences(proxyPort)),
    ...(locale === undefined
      ? {}
      : { 'intl.locale.requested': locale, 'intl.accept_languages': `${locale}, en` }),
    ...preferences,
  };
}

function proxyPreferences(port: number): Preferences {
  return {
    'network.proxy.type': 1,
    'network.proxy.socks': '127.0.0.1',
    'network.proxy.socks_port': port,
    'network.proxy.socks_version': 5,
    'network.proxy.socks_remote_dns': true,
    // Rules may contain localhost too.
    'network.proxy.allow_hijacking_localhost': true,
    'network.proxy.no_proxies_on': '',
  };
}
