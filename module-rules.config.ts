// Which room may import which: layers, runtimes and circles (docs/architecture.md). `npm run lint -- modules` checks it, and
// test/unit/tools/module-rules.test.ts has for each rule an import that breaks it. Imports of types count like all others.
// https://github.com/sverweij/dependency-cruiser/blob/main/doc/rules-reference.md
import type { IConfiguration } from 'dependency-cruiser';

const LIB_OUTSIDE_PLATFORM = '^lib/(?!platform/)';
const RUNTIMES = '^lib/platform/(background|content|views)/';

const config = {
  forbidden: [
    {
      name: 'file-circle',
      comment: 'Files that import each other should be one file, or share a third one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'room-circle',
      comment: 'Rooms that import each other cannot be read, tested or moved independently.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'ground',
      comment:
        'lib/text, lib/schema, lib/der and lib/address are the ground: everything stands on them, and they on nothing else.',
      severity: 'error',
      from: { path: '^lib/(text|schema|der|address)/' },
      to: { path: '^(lib|components|entrypoints)/', pathNot: '^lib/(text|schema|der|address)/' },
    },
    {
      name: 'certificate-read',
      comment: 'Reading a certificate does not depend on describing or judging it.',
      severity: 'error',
      from: { path: '^lib/certificate/read/' },
      to: { path: '^lib/certificate/(describe|judge)/' },
    },
    {
      name: 'certificate-describe',
      comment: 'Describing takes a parsed certificate: it neither reads bytes nor judges.',
      severity: 'error',
      from: { path: '^lib/certificate/describe/' },
      to: { path: '^lib/certificate/(read|judge)/' },
    },
    {
      name: 'suffix-list-in-views',
      comment:
        'The public suffix list is larger than all of the background: only views and scripts may reach it.',
      severity: 'error',
      from: { path: '^lib/platform/(background|content)/' },
      to: { path: '(^|/)tldts(/|$)', reachable: true },
    },
    {
      name: 'pure-lib',
      comment:
        'lib outside of lib/platform takes its input as parameters: it uses no browser, no views and no Node.',
      severity: 'error',
      from: { path: LIB_OUTSIDE_PLATFORM },
      to: {
        path: ['^lib/platform/', '^components/', '(^|/)(react|react-dom|wxt|webextension-polyfill)(/|$)'],
      },
    },
    {
      name: 'views-without-browser',
      comment: 'Components take props and report events: only lib/platform calls the browser.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: ['^lib/platform/', '(^|/)(wxt|webextension-polyfill)(/|$)'] },
    },
    {
      name: 'kit',
      comment: 'components/ui is the kit of all views, so it imports none of them.',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^components/', pathNot: '^components/ui/' },
    },
    {
      name: 'platform-without-views',
      comment: 'lib/platform provides data to views and imports none of them.',
      severity: 'error',
      from: { path: '^lib/platform/' },
      to: { path: ['^components/', '(^|/)react-dom(/|$)'] },
    },
    {
      name: 'runtimes',
      comment:
        'Background, content scripts and views are programs of their own: they share lib/platform and talk by commands and storage.',
      severity: 'error',
      from: { path: RUNTIMES },
      to: { path: RUNTIMES, pathNot: '^lib/platform/$1/' },
    },
    {
      name: 'shared-platform',
      comment: 'A module that all programs share must not import one of them.',
      severity: 'error',
      from: { path: '^lib/platform/[^/]+$' },
      to: { path: RUNTIMES },
    },
    {
      name: 'polyfill-in-platform',
      comment: 'Entry points compose: only lib/platform calls the browser.',
      severity: 'error',
      from: { path: '^entrypoints/' },
      to: { path: '(^|/)webextension-polyfill(/|$)' },
    },
    {
      name: 'entry-points-are-tops',
      comment: 'Entry points compose everything else, so nothing imports them.',
      severity: 'error',
      from: { pathNot: '^entrypoints/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'product-without-tools',
      comment: 'Shipped code needs no script, no test, no Node and no development dependency.',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/' },
      to: { path: '^(scripts|test)/' },
    },
    {
      name: 'product-without-development-dependencies',
      comment: 'Shipped code needs no Node and no development dependency.',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/' },
      to: { dependencyTypes: ['core', 'npm-dev'], pathNot: '(^|/)(wxt|@types)/' },
    },
    {
      name: 'unresolvable',
      comment: 'An import that does not resolve cannot be checked by any rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: '(^|/)node_modules/' },
    // The list of all words imports each room's words, for the compiler alone.
    exclude: { path: '\\.words\\.json$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
} satisfies IConfiguration;

export default config;
