// The gallery: every view in every named state as plain pages, without a browser extension. `npx vite -c
// test/gallery/vite.config.ts` opens it; the browser tests build it and check it under the extension's own content security policy.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const HERE = import.meta.dirname;

export default defineConfig({
  root: HERE,
  base: './',
  // The product's words are imported, not served.
  publicDir: false,
  plugins: [react()],
  server: { fs: { allow: [resolve(HERE, '../..')] } },
  build: {
    emptyOutDir: true,
    // The policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index', 'popup', 'options', 'explain', 'welcome'].map((page) => resolve(HERE, `${page}.html`)),
      optimization: { inlineConst: false },
    },
  },
  preview: {
    headers: {
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'",
    },
  },
});
