// `npm run inspect` on pages that fail: each gets its line, and the run continues.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import * as v from 'valibot';
import { inspectResult } from '../../lib/report/inspect-schema.ts';
import { inspectAll } from '../../scripts/inspect/inspect-all.ts';
import { ensureBrowser } from '../../scripts/setup/ensure-browser.ts';
import { BROWSER_NAMES } from '../../scripts/setup/find-browser.ts';
import type { BrowserName } from '../../scripts/setup/find-browser.ts';
import { startLab } from '../lab/lab.ts';
import type { Lab } from '../lab/lab.ts';
import { optionsFor } from './in-browser.ts';
import type { InspectResult } from '../../lib/report/inspect-schema.ts';

const HOST = 'http://odd.lab.test';
/** The page has its own site, because pages in the same process would hang with it. */
const LOOP = 'http://loop.test/loop';
/** Long enough for a page of the lab on a busy machine, short enough to wait for it a few times. ms */
const TIMEOUT = 30_000;

/** ms after the load event at which a page sends another request. */
const LATE = 1500;

/** The server's response for each path; other paths get a page with a password field. */
const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/no-content': (response) => response.writeHead(204).end(),
  '/download': (response) =>
    response
      .writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment; filename=x.bin',
      })
      .end('x'),
  '/silent': () => {},
  // A busy server that answers the second request, once for each browser.
  '/once?chromium': once(),
  '/once?firefox': once(),
  '/reset': (response) => response.destroy(),
  '/loop': (response) => html(response, '<script>onload = () => setTimeout(() => { for (;;) {} })</script>'),
  '/late': (response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<!doctype html><title>Late</title><p>Later</p><script>onload = () => setTimeout(() => { document.body.innerHTML = '<input type=password>' }, ${LATE})</script>`,
      ),
  '/dialogs': (response) =>
    html(response, '<script>alert(1); confirm(2); onbeforeunload = () => "stay"</script>'),
};

function once(): (response: ServerResponse) => void {
  let isFirst = true;
  return (response) => {
    if (!isFirst) html(response, '');
    isFirst = false;
  };
}

let lab: Lab;
let server: Server;
let map = '';

function html(response: ServerResponse, body: string): void {
  response
    .writeHead(200, { 'content-type': 'text/html' })
    .end(`<!doctype html><title>Odd</title>${body}<input type="password">`);
}

test.describe.configure({ timeout: 300_000 });

test.beforeAll(async () => {
  lab = await startLab();
  server = createServer((request, response) => {
    const answer = ANSWERS[request.url ?? ''] ?? ((each: ServerResponse) => html(each, ''));
    answer(response);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  // The server listens on a loopback port, so its address is an object, not the name of a pipe.
  const { port } = server.address() as AddressInfo;
  map = `MAP odd.lab.test:80 127.0.0.1:${port}, MAP loop.test:80 127.0.0.1:${port}, ${lab.map}`;
});

test.afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await lab.close();
});

/** Inspects addresses of the lab and of the server above, with the options of a test. */
async function inspect(
  urls: readonly string[],
  { browser, stay = 0, executablePath }: { browser: BrowserName; stay?: number; executablePath?: string },
): Promise<readonly InspectResult[]> {
  const results: InspectResult[] = [];
  const { caFile, extensionDir, headless } = optionsFor(browser, lab);
  await inspectAll(
    urls,
    {
      browser: {
        browser,
        extensionDir,
        headless,
        map,
        ...(caFile === undefined ? {} : { caFile }),
        ...(executablePath === undefined ? {} : { executablePath }),
      },
      tabs: 3,
      deep: false,
      timeout: TIMEOUT,
      stay,
      screenshots: null,
    },
    (result) => results.push(result),
  );
  for (const result of results) expect(v.safeParse(inspectResult, result).issues).toBeUndefined();
  return results;
}

test('in stock Chromium the certificate is read over DevTools, and judged as in Firefox', async () => {
  const urls = ['https://clean.lab.test/', 'https://expires-soon.lab.test/', 'https://expired.lab.test/'];
  const chromium = await inspect(urls, { browser: 'chromium' });
  const firefox = await inspect(urls, { browser: 'firefox' });
  const [clean] = chromium;
  expect(clean?.certificate?.connection).toMatchObject({
    source: 'devtools',
    state: 'secure',
    protocol: 'TLSv1.3',
    cipherSuite: expect.any(String),
  });
  // The chain as verified: the leaf, any intermediates, and the root, which no server of the lab sends.
  expect(clean?.certificate?.connection?.chain.length).toBeGreaterThan(1);
  for (const [index, told] of chromium.entries()) {
    const other = firefox[index];
    expect(told.state).toBe(other?.state);
    expect(told.certificate?.kind).toBe(other?.certificate?.kind);
    if (told.certificate?.kind !== 'told') continue;
    expect(other?.certificate?.connection?.source).toBe('extension');
    expect(told.certificate.connection?.sha256).toBe(other?.certificate?.connection?.sha256);
    expect(told.certificate.connection?.chain).toEqual(other?.certificate?.connection?.chain);
    const reading = told.certificate.reading;
    expect(reading !== null && 'level' in reading).toBe(true);
    const same = ['level', 'organization', 'sha256', 'coverage', 'weaknesses'];
    const pick = (from: unknown): readonly unknown[] => same.map((key) => Reflect.get(Object(from), key));
    expect(pick(reading)).toEqual(pick(other?.certificate?.reading));
  }
  expect(chromium[1]?.findings.map(({ id }) => id)).toEqual(firefox[1]?.findings.map(({ id }) => id));
  // DevTools does not report a refused certificate, but the page has a verdict.
  expect(chromium[2]).toMatchObject({ error: null, certificate: { kind: 'refused', connection: null } });
});

test('a late request is observed while the page is watched', async () => {
  const [late] = await inspect([`${HOST}/late`], { browser: 'chromium', stay: LATE + 1000 });
  expect(late?.findings.map(({ id }) => id)).toContain('password-over-http');
  expect(late?.error).toBeNull();
});

test('a browser that does not start is tried again', async () => {
  test.skip(process.platform === 'win32', 'the program is a shell script');
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  try {
    const program = await ensureBrowser('chromium');
    const executablePath = join(folder, 'browser');
    const script = `#!/bin/sh\nif [ ! -e "${folder}/tried" ]; then touch "${folder}/tried"; exit 1; fi\nexec "${program}" "$@"\n`;
    writeFileSync(executablePath, script, { mode: 0o755 });
    const [page] = await inspect([`${HOST}/page`], { browser: 'chromium', executablePath });
    expect(page).toMatchObject({ state: 'danger', error: null });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

for (const browser of BROWSER_NAMES) {
  test(`every address gets its line in ${browser}, in order`, async () => {
    const expected: readonly (readonly [string, Partial<Record<'state' | 'error', string | null>>])[] = [
      [`${HOST}/no-content`, { state: null, error: 'no-page' }],
      [`${HOST}/download`, { state: null, error: 'no-page' }],
      [`${HOST}/silent`, { state: null, error: 'timeout' }],
      [`${HOST}/once?${browser}`, { state: 'danger', error: null }],
      [`${HOST}/reset`, { state: 'not-applicable', error: 'not-loaded' }],
      [LOOP, { state: 'danger' }],
      [`${HOST}/dialogs`, { state: 'danger', error: null }],
      [`${HOST}/page`, { state: 'danger', error: null }],
      ...(browser === 'chromium' ? [['chrome://crash/', { error: 'crashed' }] as const] : []),
      ['nonsense', { state: null, error: 'address' }],
      ['foo://bar', { state: null, error: 'scheme' }],
      ['data:text/html,x', { state: 'not-applicable', error: null }],
      ['https://expired.lab.test/', { state: 'danger', error: null }],
      ['https://bücher.lab.test/', { state: 'nothing-found', error: null }],
      ['https://clean.lab.test/', { state: 'nothing-found', error: null }],
    ];
    const results = await inspect(
      expected.map(([url]) => url),
      { browser },
    );
    expect(results.map(({ url }) => url)).toEqual(expected.map(([url]) => url));
    for (const [index, [url, outcome]] of expected.entries()) {
      const { state, error } = results[index] ?? { state: null, error: null };
      expect({ state, error: error?.kind ?? null }, `${url} ${error?.message ?? ''}`).toMatchObject(outcome);
    }
    const page = results.find(({ url }) => url === `${HOST}/page`);
    expect(page?.findings.map(({ id }) => id)).toEqual(['password-over-http', 'http-page']);
  });
}
