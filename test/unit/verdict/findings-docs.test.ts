// docs/findings.md is made of the findings and their English words below its introduction. `npm run docs` writes it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import type { FindingDocs } from '../../../lib/verdict/finding.ts';
import { FINDINGS } from '../../../lib/verdict/finding-list.ts';
import type { ListedFinding } from '../../../lib/verdict/finding-list.ts';
import { findingKey } from '../../../lib/words/word-keys.ts';
import { wordsIn } from '../../fixtures/built-messages.ts';

const FILE = join(import.meta.dirname, '../../../docs/findings.md');
const FINDINGS_FOLDER = new URL('../../../lib/verdict/findings/', import.meta.url);
const words = wordsIn('en');

/** The section of a finding: its file's data and docs, and its words. */
async function renderSection({ id, severity, subject, needs }: ListedFinding): Promise<string> {
  // Every file of the folder exports it; the assertion below fails where one does not.
  const { docs } = (await import(new URL(`${id}.ts`, FINDINGS_FOLDER).href)) as { docs: FindingDocs };
  return [
    `## ${id}`,
    `Severity \`${severity}\` · subject \`${subject}\` · needs ${needs.map((fact) => `\`${fact}\``).join(', ')}`,
    docs.finds,
    [
      `- **For visitors:** ${words.text(findingKey(id, 'visitor'))}`,
      `- **For the owner:** ${words.text(findingKey(id, 'owner'))}`,
      `- **It does not say:** ${docs.doesNotSay}`,
    ].join('\n'),
  ].join('\n\n');
}

it('docs/findings.md has a section of every finding, in the order of presentation', async () => {
  const [intro = ''] = readFileSync(FILE, 'utf8').split(/^## /m);
  const sections = await Promise.all(FINDINGS.map(renderSection));
  const options = await resolveConfig(FILE);
  const text = await format([intro.trim(), ...sections].join('\n\n'), { ...options, parser: 'markdown' });
  await expect(text).toMatchFileSnapshot(FILE);
});
