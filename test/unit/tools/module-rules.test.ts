// Each rule of module-rules.config.ts finds the import that breaks it, and leaves alone what looks like it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import config from '../../../module-rules.config.ts';

type Files = Readonly<Record<string, string>>;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'module-rules-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A project of a few files: everything that rules are about exists in it. */
const PROJECT: Files = {
  'package.json':
    '{ "name": "p", "dependencies": { "react": "*", "react-dom": "*", "webextension-polyfill": "*", "tldts": "*" }, "devDependencies": { "wxt": "*", "tool": "*" } }',
  ...Object.fromEntries(
    ['react', 'react-dom', 'webextension-polyfill', 'tldts', 'wxt', 'tool'].map((name) => [
      `node_modules/${name}/index.js`,
      'export default 1;',
    ]),
  ),
  'lib/text/hex.ts': 'export type Hex = string;',
  'lib/verdict/verdict.ts': "import type { Hex } from '../text/hex.ts'; export type Verdict = Hex;",
  'lib/platform/browser.ts': "export { default as browser } from 'webextension-polyfill';",
  'lib/platform/background/writer.ts':
    "import { browser } from '../browser.ts'; export const writer = browser;",
  'lib/platform/views/reader.ts': "import { browser } from '../browser.ts'; export const reader = browser;",
  'components/ui/button.tsx': "import react from 'react'; export const Button = () => <b>{react}</b>;",
  'components/popup/popup.tsx': "import { Button } from '../ui/button.tsx'; export const Popup = Button;",
  'entrypoints/popup/main.tsx':
    "import dom from 'react-dom'; import { Popup } from '../../components/popup/popup.tsx'; dom(Popup);",
  'scripts/tool.ts':
    "import tool from 'tool'; import { join } from 'node:path'; export const made = join(tool);",
};

/** The names of the rules that are broken once `files` are added to the project. */
async function brokenRules(files: Files): Promise<readonly string[]> {
  for (const [path, text] of Object.entries({ ...PROJECT, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { output } = await cruise(['lib', 'components', 'entrypoints', 'scripts'], {
    ...config.options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: config.forbidden },
  });
  if (typeof output === 'string') throw new Error(output);
  return [...new Set(output.summary.violations.map(({ rule }) => rule.name))].toSorted();
}

/** Rule → files that break it and no other. */
const BREAKING: Readonly<Record<string, Files>> = {
  'file-circle': {
    'lib/verdict/a.ts': "import type { B } from './b.ts'; export type A = B | 1;",
    'lib/verdict/b.ts': "import type { A } from './a.ts'; export type B = A | 2;",
  },
  'room-circle': {
    'lib/plans/price.ts':
      "import type { Verdict } from '../verdict/verdict.ts'; export type Price = Verdict;",
    'lib/plans/other.ts': 'export type Other = 1;',
    'lib/verdict/rows.ts': "import type { Other } from '../plans/other.ts'; export type Rows = Other;",
  },
  ground: {
    'lib/address/host.ts': "import type { Verdict } from '../verdict/verdict.ts'; export type H = Verdict;",
  },
  'certificate-read': {
    'lib/certificate/read/pem.ts': "import type { N } from '../describe/names.ts'; export type P = N;",
    'lib/certificate/describe/names.ts': 'export type N = 1;',
  },
  'certificate-describe': {
    'lib/certificate/describe/names.ts': "import type { J } from '../judge/level.ts'; export type N = J;",
    'lib/certificate/judge/level.ts': 'export type J = 1;',
  },
  'suffix-list-in-views': {
    'lib/platform/background/site.ts': "import { site } from '../../address/site.ts'; export const s = site;",
    'lib/address/site.ts': "import suffixes from 'tldts'; export const site = suffixes;",
  },
  'pure-lib': {
    'lib/verdict/assess.ts': "import { browser } from '../platform/browser.ts'; export const a = browser;",
  },
  'views-without-browser': {
    'components/popup/rows.tsx':
      "import { browser } from '../../lib/platform/browser.ts'; export const a = browser;",
  },
  kit: {
    'components/mixed/list.tsx': 'export const List = 1;',
    'components/ui/card.tsx': "import { List } from '../mixed/list.tsx'; export const Card = List;",
  },
  'platform-without-views': {
    'lib/platform/views/show.ts':
      "import type { Popup } from '../../../components/popup/popup.tsx'; export type P = typeof Popup;",
  },
  runtimes: {
    'lib/platform/views/order.ts':
      "import type { writer } from '../background/writer.ts'; export type W = typeof writer;",
  },
  'shared-platform': {
    'lib/platform/storage.ts':
      "import { writer } from './background/writer.ts'; export const storage = writer;",
  },
  'polyfill-in-platform': {
    'entrypoints/popup/tabs.ts': "import browser from 'webextension-polyfill'; browser();",
  },
  'entry-points-are-tops': { 'scripts/open.ts': "import '../entrypoints/popup/main.tsx';" },
  'product-without-tools': {
    'lib/verdict/made.ts': "import { made } from '../../scripts/tool.ts'; export const a = made;",
  },
  'product-without-development-dependencies': {
    'lib/verdict/tool.ts': "import tool from 'tool'; export const a = tool;",
  },
  unresolvable: { 'lib/verdict/lost.ts': "import type { Lost } from './found.ts'; export type L = Lost;" },
};

describe('the rules of modules', () => {
  it('find nothing in a project that keeps them', async () => {
    expect(await brokenRules({})).toEqual([]);
  });

  it.each(config.forbidden.map(({ name }) => name))('find what breaks %s', async (name) => {
    expect(await brokenRules(BREAKING[name] ?? {})).toEqual([name]);
  });

  it.each([
    [
      'Node in lib',
      'lib/verdict/a.ts',
      "import { join } from 'node:path'; export const a = join('a');",
      'product-without-development-dependencies',
    ],
    ['React in lib', 'lib/verdict/a.ts', "import react from 'react'; export const a = react;", 'pure-lib'],
    [
      'the polyfill in lib',
      'lib/verdict/a.ts',
      "import a from 'webextension-polyfill'; export const b = a;",
      'pure-lib',
    ],
    [
      'a component in lib',
      'lib/verdict/a.ts',
      "import type { Popup } from '../../components/popup/popup.tsx'; export type P = typeof Popup;",
      'pure-lib',
    ],
    [
      'the polyfill in a component',
      'components/popup/a.ts',
      "import a from 'webextension-polyfill'; export const b = a;",
      'views-without-browser',
    ],
    [
      'an import on demand',
      'components/popup/a.ts',
      "export const a = () => import('../../lib/platform/browser.ts');",
      'views-without-browser',
    ],
    [
      'React DOM in the platform',
      'lib/platform/views/a.ts',
      "import dom from 'react-dom'; export const a = dom;",
      'platform-without-views',
    ],
  ])('find %s', async (_, file, text, rule) => {
    expect(await brokenRules({ [file]: text })).toEqual([rule]);
  });

  it('let entry points and the platform use what WXT gives', async () => {
    const text = "import wxt from 'wxt'; export const a = wxt;";
    expect(await brokenRules({ 'entrypoints/popup/a.ts': text, 'lib/platform/a.ts': text })).toEqual([]);
  });
});
