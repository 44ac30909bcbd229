// No file, export or dependency that nobody uses. `npm run lint -- unused` checks it. https://knip.dev/reference/configuration
import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'entrypoints/**/*.{ts,tsx,html}',
    'scripts/*.{ts,mjs}',
    'test/{bench,browser,package,unit}/**/*.{bench,spec,test}.ts',
    'test/gallery/*.{html,tsx}',
    // Programs that are named by their path: a bundle that a test makes, the gallery's server, and what makes the sample anew.
    'test/browser/places-entry.ts',
    'test/gallery/vite.config.ts',
    'test/sample/make-certificates.ts',
  ],
  project: '{lib,components,entrypoints,scripts,test}/**/*.{ts,tsx,mjs}',
  // A type that is a part of an exported one may have a name that nobody else needs.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreIssues: {
    // Tests and documents walk the findings' folder and read the examples of each.
    'lib/verdict/findings/*.ts': ['exports'],
  },
  // Started by scripts/run.mjs or by a program of their own: the linter and its part for types, dependency-cruiser's reader of TypeScript, and
  // the types of a global object.
  ignoreDependencies: ['oxlint', 'oxlint-tsgolint', '@swc/core', '@types/chrome'],
  ignoreBinaries: ['apt-get'],
};

export default config;
