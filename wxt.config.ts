// One manifest for two browsers; docs/permissions.md gives the reason for every permission, and a test holds the built files against it.
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
      // The look-up sends a host's name, once a user has ordered it and Firefox has asked.
      data_collection_permissions: { required: ['none'], optional: ['browsingActivity'] },
    },
    gecko_android: { strict_min_version: '142.0' },
  },
} satisfies Partial<UserManifest>;

const CHROMIUM = {
  // URL.parse; test/package/compat.test.ts holds it against what the scripts use.
  minimum_chrome_version: '126',
  // https://developer.chrome.com/docs/extensions/reference/manifest/storage
  storage: { managed_schema: 'managed-schema.json' },
} satisfies Partial<UserManifest>;

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  hooks: {
    // The drawings are kept as SVG and the words beside the code that speaks them; browsers want PNG and one file a language.
    'build:before': async (wxt) => {
      await writeIcons(join(wxt.config.publicDir, 'icon'));
      await writeLocales(join(wxt.config.publicDir, '_locales'));
    },
  },
  outDir: '.output',
  vite: ({ browser }) => ({
    plugins: [react(), bareScripts(), withoutOtherBrowser(browser)],
    build: {
      // Inlining constants doubles tldts' table of suffixes.
      rolldownOptions: { optimization: { inlineConst: false }, output: { topLevelVar: false } },
      // Every browser that takes this package preloads modules by itself.
      modulePreload: { polyfill: false },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_short_name__',
    description: '__MSG_extension_description__',
    default_locale: LANGUAGES[0].id,
    icons: iconPaths('app', [16, 32, 48, 96, 128]),
    // Until a tab is judged, and on pages that are none, the toolbar says "not applicable".
    action: {
      default_title: '__MSG_extension_name__',
      default_icon: iconPaths('not-applicable', [16, 24, 32, 48]),
      // Beside the address, where a state is seen, and not behind the puzzle piece. Only Firefox knows it.
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
    // Asked for on the click that wants to be reminded of a trial's end.
    optional_permissions: ['notifications'],
    commands: {
      'deep-check': {
        suggested_key: { default: 'Alt+Shift+M' },
        description: '__MSG_command_deep_check__',
      },
    },
    host_permissions: SITES,
    // What is asked of the network a person ordered: a look-up of a server of their choice, and whether the hosts of a page's http content answer
    // over https. So any https address, and no other.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    },
    ...(browser === 'firefox' ? FIREFOX : CHROMIUM),
    // https://developer.chrome.com/docs/extensions/reference/manifest/content-scripts : also in frames without an address of their own.
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
 * Leaves out of a package what only the other browser needs. Firefox has the promises that webextension-polyfill adds to Chromium, which takes
 * Firefox's own object where it is: https://github.com/mozilla/webextension-polyfill/blob/master/src/browser-polyfill.js. Chromium never reports
 * an error by NSS's number.
 */
function withoutOtherBrowser(browser: string): Plugin {
  const [id, code] =
    browser === 'firefox'
      ? [/webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js$/, 'export default globalThis.browser;']
      : [/lib[\\/]record[\\/]nss-errors\.ts$/, 'export const nssErrorName = () => null;'];
  return { name: 'without-other-browser', load: { filter: { id }, handler: () => code } };
}

/** WXT's frame around a script that goes into pages only reports its errors while developing, in 600 bytes: these go in without it. */
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
