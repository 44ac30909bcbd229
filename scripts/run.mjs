// Runs a command of this project on any machine with Node 20 or newer: first it installs what is missing, then it runs the command under a Node that
// runs TypeScript directly. It only uses Node's own modules, because nothing is installed yet.
//
//   node scripts/run.mjs scripts/inspect.ts https://example.com/   a script of this project
//   node scripts/run.mjs wxt build                                 a program of a dependency
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ensureDependencies } from './setup/dependencies.mjs';
import { findNode } from './setup/node-version.mjs';

const root = dirname(import.meta.dirname);

try {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) throw new Error('Usage: node scripts/run.mjs SCRIPT.ts|PROGRAM [ARGUMENT…]');
  const node = findNode(root);
  const env = { ...process.env, PATH: [dirname(node), process.env['PATH'] ?? ''].join(delimiter) };
  ensureDependencies(root, node, env);
  process.exitCode = await run(node, command, args, env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

function run(node, command, args, env) {
  const [file, parameters, options] = resolve(node, command, args);
  const child = spawn(file, parameters, { ...options, stdio: 'inherit', env });
  // The terminal also interrupts the child; it cleans up, and this process waits to report its status.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
  }
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (status, signal) => done(status ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

function resolve(node, command, args) {
  if (/\.m?[jt]s$/.test(command)) return [node, [join(root, command), ...args], {}];
  const windows = process.platform === 'win32';
  const program = join(root, 'node_modules', '.bin', windows ? `${command}.cmd` : command);
  if (!existsSync(program)) throw new Error(`No dependency has a program named ${command}.`);
  // Windows starts a .cmd file only through its shell; the arguments are this project's own.
  return windows ? [`"${program}"`, args, { shell: true }] : [program, args, {}];
}
