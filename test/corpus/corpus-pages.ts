// The pages of the corpus of mixed content with their recorded truth, served on loopback. Read where they lie; nothing of them is copied.
import { createServer } from 'node:net';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawnSync } from 'node:child_process';
import * as v from 'valibot';

const CORPORA = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpora');

const pages = v.array(
  v.object({
    id: v.string(),
    url: v.string(),
    type: v.string(),
    mode: v.string(),
    expect: v.picklist(['report', 'stay-silent', 'contested', 'not-https']),
    status: v.string(),
    resourceTypes: v.array(v.string()),
    insecureUrls: v.array(v.string()),
    act: v.nullable(v.array(v.string())),
    settle: v.nullable(v.number()),
  }),
);
export type CorpusPage = v.InferOutput<typeof pages>[number];

export interface Corpus {
  readonly pages: readonly CorpusPage[];
  readonly caFile: string;
  /** Chromium's and our rules for hosts. */
  readonly map: string;
  readonly close: () => void;
}

/** Whether the corpus is there at all. */
export function hasCorpus(): boolean {
  return existsSync(join(CORPORA, 'mixed-pages', 'manifest.json'));
}

/** Serves the corpus with a throw-away CA, on two free ports. */
export async function startCorpus(): Promise<Corpus> {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-ca-'));
  const made = spawnSync('bash', [join(CORPORA, 'make-ca.sh'), folder], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`make-ca.sh failed: ${made.stderr}`);
  // Read by the server's module when it starts.
  process.env['CORPUS_CA'] = folder;
  // A module of its own each time: it reads the folder once, when it is loaded.
  const module: unknown = await import(`${pathToFileURL(join(CORPORA, 'serve.mjs')).href}?${folder}`);
  const { start } = module as { start: (options: object) => Promise<{ close: () => void }> };
  const [httpPort, httpsPort] = [await freePort(), await freePort()];
  const server = await start({ httpPort, httpsPort });
  const manifest: unknown = JSON.parse(readFileSync(join(CORPORA, 'mixed-pages', 'manifest.json'), 'utf8'));
  return {
    pages: v.parse(pages, manifest),
    caFile: join(folder, 'ca.pem'),
    map: `MAP *:443 127.0.0.1:${httpsPort}, MAP *:80 127.0.0.1:${httpPort}`,
    close: () => {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server of the corpus gets its ports as arguments. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
