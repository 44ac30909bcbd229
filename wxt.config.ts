// One manifest for two browsers; docs/permissions.md gives the reason for every permission, and a test holds the built files against it.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'wxt';

const SITES = ['http://*/*', 'https://*/*'];

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  outDir: '.output',
  vite: () => ({
    plugins: [react()],
    // Inlining constants doubles tldts' table of suffixes.
    build: { rolldownOptions: { optimization: { inlineConst: false } } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_short_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    action: { default_title: '__MSG_extension_name__' },
    permissions:
      browser === 'firefox'
        ? ['scripting', 'storage', 'webNavigation', 'webRequest', 'webRequestBlocking']
        : ['scripting', 'storage', 'webRequest'],
    host_permissions: SITES,
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'https-trust-inspector@https-trust-inspector.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '120' }),
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
