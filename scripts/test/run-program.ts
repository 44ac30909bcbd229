// Runs a program of a dependency under this Node and returns its output.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import * as v from 'valibot';

export const ROOT = dirname(dirname(import.meta.dirname));

const manifest = v.object({ bin: v.union([v.string(), v.record(v.string(), v.string())]) });

export interface ProgramResult {
  readonly hasPassed: boolean;
  /** Both streams in the order of their arrival. */
  readonly output: string;
}

interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Receives each line of standard output as it is printed. */
  readonly onLine?: (line: string) => void;
}

/** `dependency`: a package of node_modules; `program`: one of its programs. Rejects when it cannot be started. */
export async function runProgram(
  [dependency, program]: readonly [string, string],
  args: readonly string[],
  { env = {}, onLine = () => undefined }: ProgramOptions = {},
): Promise<ProgramResult> {
  const child = spawn(process.execPath, [findProgram(dependency, program), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  createInterface({ input: child.stdout.pipe(new PassThrough()) }).on('line', onLine);
  const status = await new Promise<number | null>((done, failed) => {
    child.once('error', failed);
    child.once('close', done);
  });
  return { hasPassed: status === 0, output: Buffer.concat(chunks).toString('utf8') };
}

/** The path of the script behind a program. Throws when the package has no such program. */
export function findProgram(dependency: string, program: string): string {
  const folder = join(ROOT, 'node_modules', dependency);
  const { bin } = v.parse(manifest, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const script = typeof bin === 'string' ? bin : bin[program];
  if (script === undefined) throw new Error(`${dependency} has no program ${program}.`);
  return join(folder, script);
}
