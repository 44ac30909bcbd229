// The contenders of the benches: browsers with the extension, with extensions that do nothing, and without any, each in a fresh profile.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import type { Lab } from '../lab/lab.ts';

export const OUTPUT = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');

/** The same listeners as the extension's (lib/platform/background/record/page-events.ts): every event with the response of a page. */
const LISTENERS = `
const pages = { urls: ['http://*/*', 'https://*/*'], types: ['main_frame'] };
const { webRequest } = chrome;
webRequest.onBeforeRedirect.addListener(() => {}, pages);
webRequest.onResponseStarted.addListener(() => {}, pages, ['responseHeaders']);
webRequest.onHeadersReceived.addListener(() => {}, pages, ['securityInfoRawDer']);
webRequest.onErrorOccurred.addListener(() => {}, pages);`;

/** The extension of each contender; all but `none` and `again` request the same permissions. */
const CONTENDERS = {
  extension: null,
  /** An earlier build of the extension, from the folder in `BEFORE`: shows what a change costs. */
  before: null,
  /** An empty script in every frame, and listeners for the responses of pages: the difference to it is the work of this extension's own code. */
  listening: { script: true, background: LISTENERS },
  script: { script: true, background: '' },
  idle: { script: false, background: '' },
  none: null,
  /** A second browser without any: its difference from the first is the noise of the bench. */
  again: null,
} as const;

const before = process.env['BEFORE'];
/** The folder of the earlier build; null: none is compared. */
export const BEFORE = before === undefined ? null : resolve(before);

/** ms of rest before each load: by then the work after the previous load, in the page and in the background, has finished. */
export const REST = 500;
/** Number of first loads that are not measured, because they differ from later ones. */
export const WARM_UP = 3;
/** Rounds until the browsers are restarted. */
const BLOCK = 10;

export type Title = keyof typeof CONTENDERS;

export interface Contender {
  readonly title: Title;
  readonly open: OpenBrowser;
  readonly tab: Tab;
}

/** Runs that many rounds in blocks of ten, each block with new browsers. `work` receives the number of its rounds. */
export async function inBlocks(
  lab: Lab,
  titles: readonly Title[],
  rounds: number,
  work: (contenders: readonly Contender[], rounds: number) => Promise<void>,
): Promise<void> {
  for (let done = 0; done < rounds; done += BLOCK) {
    const { contenders, close } = await openContenders(lab, titles);
    try {
      await work(contenders, Math.min(BLOCK, rounds - done));
    } finally {
      await close();
    }
  }
}

/** Opens a browser for each, with one tab. `close` closes all of them. */
async function openContenders(
  lab: Lab,
  titles: readonly Title[],
): Promise<{ readonly contenders: readonly Contender[]; readonly close: () => Promise<void> }> {
  const folders: string[] = [];
  const contenders: Contender[] = [];
  const close = async (): Promise<void> => {
    for (const { open } of contenders) await open.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const title of titles) {
      const parts = CONTENDERS[title];
      const idle = parts && makeIdleExtension(parts);
      if (idle !== null) folders.push(idle);
      const open = await openBrowser({
        browser: 'chromium',
        headless: true,
        caFile: lab.caFile,
        map: lab.map,
        extensionDir: title === 'extension' ? OUTPUT : title === 'before' ? BEFORE : idle,
      });
      contenders.push({ title, open, tab: await open.newTab() });
    }
    return { contenders, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** An extension that has the same permissions and does nothing. */
function makeIdleExtension({
  script,
  background,
}: {
  readonly script: boolean;
  readonly background: string;
}): string {
  const folder = mkdtempSync(join(tmpdir(), 'idle-extension-'));
  const manifest: unknown = JSON.parse(readFileSync(join(OUTPUT, 'manifest.json'), 'utf8'));
  const { permissions, host_permissions, content_scripts } = manifest as Readonly<Record<string, unknown>>;
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Idle',
      version: '1',
      permissions,
      host_permissions,
      background: { service_worker: 'idle.js' },
      ...(script ? { content_scripts } : {}),
    }),
  );
  writeFileSync(join(folder, 'idle.js'), background);
  writeFileSync(join(folder, 'observer.js'), '');
  return folder;
}
