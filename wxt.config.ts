// One manifest for two browsers. docs/permissions.md gives the reason for every permission, and a test compares the built files with it.
import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import type { UserManifest } from 'wxt';
import { LANGUAGES } from './lib/text/language.ts';
import { writeIcons } from './scripts/icons.ts';
import { writeLocales } from './scripts/words/write-words.ts';

const SITES = ['http://*/*', 'https://*/*'];

const FIREFOX = {
  browser_specific_settings: {
    gecko: {
      id: 'https-trust-inspector@https-trust-inspector.example',
      strict_min_version: '142.0',
      // The look-up sends a host name, after the user has started it and Firefox has requested consent.
      data_collection_permissions: { required: ['none'], optional: ['browsingActivity'] },
    },
    gecko_android: { strict_min_version: '142.0' },
  },
} satisfies Partial<UserManifest>;

const CHROMIUM = {
  // For URL.parse. test/package/compat.test.ts compares the version with the APIs that the scripts use.
  minimum_chrome_version: '126',
  // https://developer.chrome.com/docs/extensions/reference/manifest/storage
  storage: { managed_schema: 'managed-schema.json' },
} satisfies Partial<UserManifest>;

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  hooks: {
    // The sources are SVG drawings, and words beside the code that uses them; browsers need PNG images and one file per language.
    'build:before': async (wxt) => {
      await writeIcons(join(wxt.config.publicDir, 'icon'));
      await writeLocales(join(wxt.config.publicDir, '_locales'));
    },
  },
  outDir: '.output',
  vite: ({ browser }) => ({
    plugins: [react(), bareScripts(), withoutOtherBrowser(browser)],
    build: {
      // Inlining constants would double tldts' table of suffixes.
      rolldownOptions: { optimization: { inlineConst: false }, output: { topLevelVar: false } },
      // Every supported browser preloads modules without a polyfill.
      modulePreload: { polyfill: false },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_short_name__',
    description: '__MSG_extension_description__',
    default_locale: LANGUAGES[0].id,
    icons: iconPaths('app', [16, 32, 48, 96, 128]),
    // The toolbar shows "not applicable" until a tab is judged, and for tabs that cannot be judged.
    action: {
      default_title: '__MSG_extension_name__',
      default_icon: iconPaths('not-applicable', [16, 24, 32, 48]),
      // Places the button beside the address bar, where its state is visible, not in the extensions menu. Only Firefox supports it.
      ...(browser === 'firefox' ? { default_area: 'navbar' as const } : {}),
    },
    permissions: [
      'alarms',
      'declarativeNetRequestWithHostAccess',
      'scripting',
      'storage',
      'webNavigation',
      'webRequest',
      ...(browser === 'firefox' ? (['webRequestBlocking'] as const) : []),
    ],
    // Requested when the user turns on notifications about a trial's end.
    optional_permissions: ['notifications'],
    commands: {
      'deep-check': {
        suggested_key: { default: 'Alt+Shift+M' },
        description: '__MSG_command_deep_check__',
      },
    },
    host_permissions: SITES,
    // The extension sends requests only on a user's click: a look-up, to a server that the user may choose, and probes whether the hosts of
    // insecure requests answer over https. So connect-src allows any https address, and no other.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    },
    ...(browser === 'firefox' ? FIREFOX : CHROMIUM),
    // https://developer.chrome.com/docs/extensions/reference/manifest/content-scripts : also in frames without their own address.
    content_scripts: [
      {
        matches: SITES,
        js: ['observer.js'],
        run_at: 'document_start',
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
      },
    ],
  }),
});

/**
 * Removes from a package the code that only the other browser needs. Firefox has the promises that webextension-polyfill adds to Chromium;
 * where Firefox's own object exists, the polyfill returns it:
 * https://github.com/mozilla/webextension-polyfill/blob/master/src/browser-polyfill.js. Chromium never reports an error by NSS's number.
 */
function withoutOtherBrowser(browser: string): Plugin {
  const [id, code] =
    browser === 'firefox'
      ? [/webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js$/, 'export default globalThis.browser;']
      : [/lib[\\/]record[\\/]nss-errors\.ts$/, 'export const nssErrorName = () => null;'];
  return { name: 'without-other-browser', load: { filter: { id }, handler: () => code } };
}

/** Removes WXT's wrapper of injected scripts: it takes 600 bytes and only reports errors during development. */
function bareScripts(): Plugin {
  return {
    name: 'bare-scripts',
    transform: {
      filter: { id: /virtual:wxt-unlisted-script-entrypoint/ },
      handler: (code) => `${code.slice(0, code.indexOf('\n'))}\nexport default definition.main();`,
    },
  };
}

function iconPaths(name: string, sizes: readonly number[]): Record<number, string> {
  return Object.fromEntries(sizes.map((size) => [size, `icon/${name}-${size}.png`]));
}
