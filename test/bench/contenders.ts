// Who is compared with whom: browsers with the extension, with some that do nothing, and with none, each in a fresh profile.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import type { Lab } from '../lab/lab.ts';

export const OUTPUT = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');

/** As the extension listens to pages (lib/platform/background/record/page-events.ts): every event with the response of a page. */
const LISTENERS = `
const pages = { urls: ['http://*/*', 'https://*/*'], types: ['main_frame'] };
const { webRequest } = chrome;
webRequest.onBeforeRedirect.addListener(() => {}, pages);
webRequest.onResponseStarted.addListener(() => {}, pages, ['responseHeaders']);
webRequest.onHeadersReceived.addListener(() => {}, pages, ['securityInfoRawDer']);
webRequest.onErrorOccurred.addListener(() => {}, pages);`;

/** What each has; all but `none` and `again` ask for the same permissions. */
const CONTENDERS = {
  extension: null,
  /** An earlier build of the extension, from the folder in `BEFORE`: what a change costs. */
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
/** The folder of the earlier build; null: none is compared with. */
export const BEFORE = before === undefined ? null : resolve(before);

/** ms of rest before each load: what follows a load, in the page and in the background, is over by then. */
export const REST = 500;
/** The first loads of a browser are not like the later ones. */
export const WARM_UP = 3;
/** Rounds until the browsers are opened anew. */
const BLOCK = 10;

export type Title = keyof typeof CONTENDERS;

export interface Contender {
  readonly title: Title;
  readonly open: OpenBrowser;
  readonly tab: Tab;
}

/** So many rounds, in blocks of ten, each block with browsers of its own. `work` gets the number of its rounds. */
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

/** Opens a browser for each, with one tab. `close` ends them all. */
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
