// knip with this project's configuration finds a file, an export, a type and a dependency that nobody uses.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findProgram } from '../../../scripts/test/run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'unused-'));
afterAll(() => rmSync(folder, { recursive: true }));

const USED: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "p", "type": "module", "dependencies": { "react": "1.0.0" } }',
  'entrypoints/background/index.ts':
    "import react from 'react'; import { assess } from '../../lib/assess.ts'; assess(react);",
  'lib/assess.ts':
    'export interface Verdict { rows: Rows } export interface Rows { a: 1 } export function assess(a: unknown): Verdict { return a as Verdict; }',
};

/** What knip prints of a project, one line per thing that is not used. */
function findUnused(files: Readonly<Record<string, string>>): Promise<string> {
  rmSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const config = join(import.meta.dirname, '../../../knip.config.ts');
  const args = [
    '--no-progress',
    '--no-config-hints',
    '--directory',
    folder,
    '--config',
    config,
    '--reporter',
    'compact',
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, [findProgram('knip', 'knip'), ...args], (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}

describe('knip', () => {
  it('finds nothing where everything is used, by an import or by the name of a file', async () => {
    const found = await findUnused({
      ...USED,
      'lib/verdict/findings/a.ts': 'export const finding = 1; export const examples = 2;',
      'entrypoints/popup/index.ts':
        "import { finding } from '../../lib/verdict/findings/a.ts'; void finding;",
      'test/gallery/vite.config.ts': '',
    });
    expect(found).toBe('');
  });

  it('finds what nobody uses, and what nobody declared', async () => {
    const found = await findUnused({
      ...USED,
      'package.json': '{ "name": "p", "type": "module", "dependencies": { "left": "1.0.0" } }',
      'lib/alone.ts': 'const a = 1; void a;',
      'lib/assess.ts': `${USED['lib/assess.ts']} export const LIMIT = 1; void LIMIT; export type Alone = 1;`,
    });
    expect(found.split('\n').filter((line) => line.includes(': '))).toEqual([
      'lib/alone.ts: lib/alone.ts',
      'package.json: left',
      'entrypoints/background/index.ts: react',
      'lib/assess.ts: LIMIT',
      'lib/assess.ts: Alone',
    ]);
  });
});
