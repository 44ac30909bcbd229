// The command that marketing proves a catalogue with.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CATALOGUE_FILE, changed } from './packaged-catalogue.ts';

const COMMAND = join(import.meta.dirname, '../../../scripts/check-catalogue.ts');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
});
afterAll(() => rm(folder, { recursive: true }));

function run(...files: readonly string[]): Promise<{ readonly code: unknown; readonly text: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, ...files], (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, text: stdout + stderr }),
    );
  });
}

it('lists the contents of the packaged catalogue', async () => {
  const { code, text } = await run(CATALOGUE_FILE);
  expect(code).toBe(0);
  expect(text).toContain(
    'advanced, OV, one wildcard, GeoTrust: CNY 5500.00 a year, CNY 11000.00 for 3 years',
  );
});

it('names the wrong field of another catalogue', async () => {
  const file = join(folder, 'plans.json');
  await writeFile(file, JSON.stringify(changed('plans.1.variants.0.price', '550')));
  const { code, text } = await run(file);
  expect(code).toBe(1);
  expect(text).toContain('plans[1].variants[0].price: expected number, found "550" (wrong-type)');
});

it('shows its usage without a file', async () => {
  expect((await run()).code).toBe(2);
  expect((await run(join(folder, 'nothing.json'))).code).toBe(2);
});
