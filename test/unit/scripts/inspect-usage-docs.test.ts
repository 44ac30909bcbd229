// docs/inspect.md shows the usage that the command prints. `npm run docs` writes it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { INSPECT_USAGE } from '../../../scripts/inspect/inspect-options.ts';

const FILE = join(import.meta.dirname, '../../../docs/inspect.md');
const USAGE = /(?<=^```text\n)[^]*?(?=^```$)/m;

test('docs/inspect.md shows the usage', async () => {
  const text = readFileSync(FILE, 'utf8');
  expect(text).toMatch(USAGE);
  await expect(text.replace(USAGE, () => `${INSPECT_USAGE.trim()}\n`)).toMatchFileSnapshot(FILE);
});
