// Pages of mixed content with their recorded results, served on loopback: from the corpus beside the repository, or, where that is missing, from the
// sample in the repository (test/sample/README.md). `SAMPLE=1` selects the sample.
import { createServer } from 'node:net';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawnSync } from 'node:child_process';
import * as v from 'valibot';
import { corpusPages } from './corpus-schema.ts';
import type { Corpus } from './corpus-schema.ts';
import { startSample } from './sample-server.ts';

const CORPORA = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpora');

/** Starts the corpus; the sample, with a warning, where the corpus is missing. */
export async function startCorpus(): Promise<Corpus> {
  const isMissing = !existsSync(join(CORPORA, 'mixed-pages', 'manifest.json'));
  if (!isMissing && (process.env['SAMPLE'] ?? '') === '') return serveCorpus();
  const sample = await startSample();
  if (isMissing)
    console.warn(`The corpus of mixed pages is not at ${CORPORA}: ${sample.name} is visited instead.`);
  return sample;
}

/** Serves the corpus with a throw-away CA, on two free ports. */
async function serveCorpus(): Promise<Corpus> {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-ca-'));
  const made = spawnSync('bash', [join(CORPORA, 'make-ca.sh'), folder], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`make-ca.sh failed: ${made.stderr}`);
  // Read by the server's module when it starts.
  process.env['CORPUS_CA'] = folder;
  // The module is loaded again each time, because it reads the folder only once, when it is loaded.
  const module: unknown = await import(`${pathToFileURL(join(CORPORA, 'serve.mjs')).href}?${folder}`);
  const { start } = module as { start: (options: object) => Promise<{ close: () => void }> };
  const [httpPort, httpsPort] = [await freePort(), await freePort()];
  const server = await start({ httpPort, httpsPort });
  const manifest: unknown = JSON.parse(readFileSync(join(CORPORA, 'mixed-pages', 'manifest.json'), 'utf8'));
  return {
    name: 'the corpus',
    isSample: false,
    pages: v.parse(corpusPages, manifest),
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
