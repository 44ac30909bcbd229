// `npm run inspect` on pages that do not end well: each gets its line, and the run goes on.
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import * as v from 'valibot';
import type { InspectResult } from '../../lib/report/inspect-json.ts';
import { inspectResult } from '../../lib/report/inspect-schema.ts';
import { inspectAll } from '../../scripts/inspect/inspect-all.ts';
import { BROWSER_NAMES } from '../../scripts/setup/find-browser.ts';
import { startLab } from '../lab/lab.ts';
import type { Lab } from '../lab/lab.ts';
import { optionsFor } from './in-browser.ts';

const HOST = 'http://odd.lab.test';
/** A site of its own: what shares its process is stuck with it. */
const LOOP = 'http://loop.test/loop';
/** Long enough for a page of the lab on a busy machine, short enough to wait for it a few times. ms */
const TIMEOUT = 30_000;

/** What the server does for each path; a page with a password field for every other. */
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
  '/reset': (response) => response.destroy(),
  '/loop': (response) => html(response, '<script>onload = () => setTimeout(() => { for (;;) {} })</script>'),
  '/dialogs': (response) =>
    html(response, '<script>alert(1); confirm(2); onbeforeunload = () => "stay"</script>'),
};

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
  // On a port of loopback, so its address is no pipe's name.
  const { port } = server.address() as AddressInfo;
  map = `MAP odd.lab.test:80 127.0.0.1:${port}, MAP loop.test:80 127.0.0.1:${port}, ${lab.map}`;
});

test.afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await lab.close();
});

for (const browser of BROWSER_NAMES) {
  test(`every address gets its line in ${browser}, in order`, async () => {
    const expected: readonly (readonly [string, Partial<Record<'state' | 'error', string | null>>])[] = [
      [`${HOST}/no-content`, { state: null, error: 'no-page' }],
      [`${HOST}/download`, { state: null, error: 'no-page' }],
      [`${HOST}/silent`, { state: null, error: 'timeout' }],
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
    const results: InspectResult[] = [];
    const { caFile, extensionDir, headless } = optionsFor(browser, lab);
    await inspectAll(
      expected.map(([url]) => url),
      {
        browser: { browser, extensionDir, headless, map, ...(caFile === undefined ? {} : { caFile }) },
        tabs: 3,
        deep: false,
        timeout: TIMEOUT,
        screenshots: null,
      },
      (result) => results.push(result),
    );
    expect(results.map(({ url }) => url)).toEqual(expected.map(([url]) => url));
    for (const [index, [url, outcome]] of expected.entries()) {
      const { state, error } = results[index] ?? { state: null, error: null };
      expect({ state, error: error?.kind ?? null }, url).toMatchObject(outcome);
    }
    for (const result of results) expect(v.safeParse(inspectResult, result).issues).toBeUndefined();
    const page = results.find(({ url }) => url === `${HOST}/page`);
    expect(page?.findings.map(({ id }) => id)).toEqual(['password-over-http', 'http-page']);
  });
}
