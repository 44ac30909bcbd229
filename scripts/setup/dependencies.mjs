// Installs the locked dependencies when the installed ones differ from the lockfile.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs `npm ci` under `node` when it is needed. Throws when it fails. */
export function ensureDependencies(root, node, env) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  // npm's own record of the installation; npm writes it last, so an interrupted installation has none.
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (isInstalled(wanted, installed)) return;
  console.error('Installing the locked dependencies (npm ci) …');
  const [file, args] = npm(node);
  const options = { cwd: root, stdio: ['ignore', 2, 2], env, shell: process.platform === 'win32' };
  const { status, error } = spawnSync(file, [...args, 'ci', '--no-audit', '--no-fund'], options);
  if (status !== 0) {
    const reason = error?.message ?? `npm ci ended with ${status}`;
    throw new Error(`The dependencies could not be installed: ${reason}.`);
  }
}

/** Whether every locked package is installed in its version. Optional ones may be missing: they are for other platforms. */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    const found = installed[path];
    return path === '' || (found === undefined ? optional || devOptional : found.version === version);
  });
}

function readPackages(file) {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).packages ?? {}) : {};
}

/** npm's script, run by the selected Node; by its name only if npm did not provide its path. */
function npm(node) {
  const script = process.env['npm_execpath'];
  return script?.endsWith('npm-cli.js') ? [node, [script]] : ['npm', []];
}
