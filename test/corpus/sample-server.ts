// Serves the sample's pages on loopback over http and https, with a throw-away CA of the lab.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAuthority, makeLeaf } from '../lab/lab-certificates.ts';
import { planLeaf } from '../lab/leaf-kinds.ts';
import { SAMPLE_HOST, SAMPLE_PAGES } from '../sample/sample-pages.ts';
import type { Corpus } from './corpus-schema.ts';

/** Starts both servers on free ports. */
export async function startSample(): Promise<Corpus> {
  const now = Date.now();
  const lab = await makeAuthority('Sample CA', now);
  const plan = planLeaf('dv', [SAMPLE_HOST, '*.sample.test'], now);
  const leaf = await makeLeaf(plan, {
    lab,
    constrained: lab,
    distrusted: lab,
    stranger: lab,
    interceptor: lab,
  });
  const folder = await mkdtemp(join(tmpdir(), 'sample-ca-'));
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, lab.certificate);
  const servers = [
    createHttpServer(answer),
    createHttpsServer({ cert: leaf.certificate, key: leaf.key }, answer),
  ] as const;
  const [httpPort, httpsPort] = await Promise.all([listen(servers[0]), listen(servers[1])]);
  return {
    name: `the sample of ${SAMPLE_PAGES.length} pages`,
    isSample: true,
    pages: SAMPLE_PAGES.map(({ id, status, insecureUrls }) => ({
      id,
      url: `https://${SAMPLE_HOST}/${id}.html`,
      type: id,
      mode: 'static',
      expect: status === 'none' ? 'stay-silent' : 'report',
      status,
      resourceTypes: [],
      insecureUrls: [...insecureUrls],
      act: null,
      settle: null,
    })),
    caFile,
    map: `MAP *:443 127.0.0.1:${httpsPort}, MAP *:80 127.0.0.1:${httpPort}`,
    close: () => {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
      void rm(folder, { recursive: true, force: true });
    },
  };
}

/** Serves a page by its name; the pages' requests get status 404. */
const answer: RequestListener = (request, response) => {
  const id = /^\/([a-z-]+)\.html$/.exec(request.url ?? '')?.[1];
  const page = SAMPLE_PAGES.find((one) => one.id === id);
  response.setHeader('access-control-allow-origin', '*');
  response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    page === undefined
      ? ''
      : `<!doctype html><html lang="en"><title>${page.id}</title><link rel="icon" href="data:,"><body>${page.body}</body></html>`,
  );
};

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
