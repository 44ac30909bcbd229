// `npm run sizes`: prints the bytes of both built packages, script by script, as a table in Markdown. Builds what is missing or old.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runCommand } from './command-line.ts';
import { ensureBuild } from './ensure-build.ts';
import { BROWSER_NAMES } from './setup/find-browser.ts';

/** Chunks have a hash in their name that means nothing in a table. */
const HASH = /-[\w-]{8}(?=\.\w+$)/;
/** Files below this size share one line. Bytes. */
const SMALL = 10_000;

interface Size {
  readonly name: string;
  readonly bytes: number;
  readonly zipped: number;
}

/** Returns a table of one package's files, the largest first. `folder`: of the built package. */
function describeSizes(title: string, folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => sizeOf(folder, join(entry.parentPath, entry.name)))
    .toSorted((a, b) => b.bytes - a.bytes || a.name.localeCompare(b.name));
  const small = files.filter(({ bytes }) => bytes < SMALL);
  const rows = [
    ...files.filter(({ bytes }) => bytes >= SMALL),
    ...(small.length === 0 ? [] : [sum(`${small.length} smaller files`, small)]),
    sum('all', files),
  ];
  return [
    `| ${title} | bytes | gzip |`,
    '| --- | ---: | ---: |',
    ...rows.map(({ name, bytes, zipped }) => `| ${name} | ${bytes} | ${zipped} |`),
  ].join('\n');
}

function sizeOf(folder: string, path: string): Size {
  const content = readFileSync(path);
  const name = path.slice(folder.length + 1).replaceAll('\\', '/');
  return { name: name.replace(HASH, ''), bytes: content.length, zipped: gzipSync(content).length };
}

function sum(name: string, files: readonly Size[]): Size {
  return {
    name,
    bytes: files.reduce((all, { bytes }) => all + bytes, 0),
    zipped: files.reduce((all, { zipped }) => all + zipped, 0),
  };
}

await runCommand('Usage: npm run sizes', async () => {
  for (const name of BROWSER_NAMES) console.log(`${describeSizes(name, ensureBuild(name))}\n`);
  return 0;
});
