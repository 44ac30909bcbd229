// docs/lab.md is what the table says. To write it anew: npx vitest run test/unit/lab/docs.test.ts --update
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { renderDocs } from '../../lab/docs.ts';
import { GROUPS } from '../../lab/scenarios/scenario-table.ts';

const FILE = new URL('../../../docs/lab.md', import.meta.url).pathname;

test('docs/lab.md tells the table of scenarios', async () => {
  const options = await resolveConfig(FILE);
  const text = await format(renderDocs(GROUPS), { ...options, parser: 'markdown' });
  await expect(text).toMatchFileSnapshot(FILE);
});
