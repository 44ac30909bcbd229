// docs/lab.md is what the table says. `npm run docs` writes it.
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { renderDocs } from '../../lab/docs.ts';
import { GROUPS } from '../../lab/scenarios/scenario-table.ts';

const FILE = join(import.meta.dirname, '../../../docs/lab.md');

test('docs/lab.md tells the table of scenarios', async () => {
  const options = await resolveConfig(FILE);
  const text = await format(renderDocs(GROUPS), { ...options, parser: 'markdown' });
  await expect(text).toMatchFileSnapshot(FILE);
});
