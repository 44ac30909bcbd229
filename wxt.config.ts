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
    permissions:
      browser === 'firefox'
        ? ['scripting', 'storage', 'webRequest', 'webRequestBlocking']
        : ['scripting', 'storage', 'webRequest'],
    host_permissions: SITES,
  }),
});
