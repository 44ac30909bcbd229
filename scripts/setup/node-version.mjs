// Finds a Node that runs TypeScript without flags, and downloads the version in .nvmrc from the npm registry when the installed one is older.
// https://nodejs.org/api/typescript.html#type-stripping (22.18 and 23.6)
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the path of a Node that can run this project. Throws when there is none. */
export function findNode(root) {
  if (runsTypeScript(process.versions.node)) return process.execPath;
  const version = readFileSync(join(root, '.nvmrc'), 'utf8').trim();
  const memory = join(root, '.cache', `node-${version}`);
  if (existsSync(memory)) {
    const remembered = readFileSync(memory, 'utf8');
    if (existsSync(remembered)) return remembered;
  }
  console.error(`Node ${process.versions.node} is too old for this project: fetching Node ${version} …`);
  const found = fetchNode(version);
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(memory, found);
  return found;
}

function runsTypeScript(version) {
  const [major, minor] = version.split('.').map(Number);
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/** The npm package `node` is Node in that version for this platform; npx stores it in npm's own cache. */
function fetchNode(version) {
  const result = spawnSync('npx', ['-y', '-p', `node@${version}`, '--', 'node', '-p', 'process.execPath'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  const path = result.stdout?.trim().split(/\r?\n/).at(-1);
  if (result.status === 0 && path !== undefined && existsSync(path)) return path;
  throw new Error(
    `Node 22.18 or newer is needed, and Node ${version} could not be fetched from the npm registry. ` +
      'Install a newer Node (https://nodejs.org/) and run the command again.',
  );
}
