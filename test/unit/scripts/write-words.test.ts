import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LANGUAGE_IDS } from '../../../lib/text/language.ts';
import { writeLocales } from '../../../scripts/words/write-words.ts';

it('writes the messages of every language, without notes, and removes a language that is gone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'locales-'));
  try {
    await mkdir(join(folder, 'fr'));
    await writeLocales(folder);
    expect((await readdir(folder)).sort()).toEqual([...LANGUAGE_IDS].sort());
    for (const language of LANGUAGE_IDS) {
      const text = await readFile(join(folder, language, 'messages.json'), 'utf8');
      expect(text).toContain('"extension_name"');
      expect(text).not.toContain('"note"');
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
