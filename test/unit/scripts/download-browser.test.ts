// Browsers that were downloaded are found again; a server without them is an error with a message.
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Browser, computeExecutablePath } from '@puppeteer/browsers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadBrowser, findDownload } from '../../../scripts/setup/download-browser.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'downloads-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Puts a program where a download of this build would be. */
function place(browser: Browser, buildId: string): string {
  const program = computeExecutablePath({ browser, buildId, cacheDir: folder });
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(program, '');
  return program;
}

describe('findDownload', () => {
  it('returns the newest build of the browser', async () => {
    place(Browser.CHROME, '99.0.1.0');
    const newest = place(Browser.CHROME, '126.0.1.0');
    place(Browser.CHROME, '100.0.1.0');
    expect(await findDownload('chromium', folder)).toBe(newest);
  });

  it('distinguishes the browsers', async () => {
    place(Browser.CHROME, '126.0.1.0');
    expect(await findDownload('firefox', folder)).toBeNull();
    const firefox = place(Browser.FIREFOX, 'stable_142.0');
    expect(await findDownload('firefox', folder)).toBe(firefox);
  });

  it('returns null when nothing was downloaded', async () => {
    expect(await findDownload('chromium', join(folder, 'nothing'))).toBeNull();
  });
});

describe('downloadBrowser', () => {
  it.each(['chromium', 'firefox'] as const)(
    'rejects when the server has no %s, and leaves nothing',
    async (name) => {
      const asked: string[] = [];
      const server = createServer((request, response) => {
        asked.push(request.url ?? '');
        response.writeHead(404).end();
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const buildId = name === 'chromium' ? '126.0.1.0' : 'stable_142.0';
      try {
        const source = { buildId, baseUrl: `http://127.0.0.1:${port}` };
        await expect(downloadBrowser(name, { folder, source })).rejects.toThrow(/404/);
        expect(asked.join()).toContain(buildId.replace('stable_', ''));
        expect(await findDownload(name, folder)).toBeNull();
      } finally {
        server.close();
      }
    },
  );
});
