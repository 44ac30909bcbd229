// Finds unused files, exports and dependencies. `npm run lint -- unused` runs it. https://knip.dev/reference/configuration
import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'entrypoints/**/*.{ts,tsx,html}',
    'scripts/*.{ts,mjs}',
    'test/{bench,browser,package,unit}/**/*.{bench,spec,test}.ts',
    'test/gallery/*.{html,tsx}',
    // Files that are used by path, not by import: the source of a bundle that a test builds, the gallery's server, and the script that makes the sample.
    'test/browser/places-entry.ts',
    'test/gallery/vite.config.ts',
    'test/sample/make-certificates.ts',
  ],
  project: '{lib,components,entrypoints,scripts,test}/**/*.{ts,tsx,mjs}',
  // A type may be exported although only an exported type in its own file uses it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreIssues: {
    // Tests and generated documents read the folder of findings and use the examples of each.
    'lib/verdict/findings/*.ts': ['exports'],
  },
  // Dependencies without an import: the linter and its type checker, dependency-cruiser's TypeScript parser, and the types of a global
  // object. scripts/run.mjs or another program starts them.
  ignoreDependencies: ['oxlint', 'oxlint-tsgolint', '@swc/core', '@types/chrome'],
  ignoreBinaries: ['apt-get'],
};

export default config;
