// The linter's limit of 60 lines a function, held against a function of 60 lines and one of 61.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findProgram } from '../../../scripts/test/run-program.ts';

const CONFIG = join(import.meta.dirname, '../../../.oxlintrc.json');
const folder = mkdtempSync(join(tmpdir(), 'function-length-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A function of so many lines of code, with a comment and an empty line inside that do not count. */
function functionOf(lines: number): string {
  const calls = Array.from({ length: lines - 2 }, (_, index) => `  print(${index});`);
  return `export function long(print: (n: number) => void): void {\n  // why\n\n${calls.join('\n')}\n}\n`;
}

function lint(text: string): Promise<string> {
  const file = join(folder, 'long.ts');
  writeFileSync(file, text);
  return new Promise((resolve) => {
    execFile(process.execPath, [findProgram('oxlint', 'oxlint'), '--config', CONFIG, file], (_, stdout) =>
      resolve(stdout),
    );
  });
}

test('a function has 60 lines at most, comments and empty lines aside', async () => {
  expect(await lint(functionOf(60))).toContain('Found 0 warnings and 0 errors');
  expect(await lint(functionOf(61))).toContain('max-lines-per-function');
});
