// Finds and reads the sources of words, and writes what is made of them: `_locales` for the browsers and the list of files for the compiler.
import { globSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { LANGUAGE_IDS } from '../../lib/text/language.ts';
import { format, resolveConfig } from 'prettier';
import { faultsOf, joinFiles, toMessages } from './messages.ts';
import type { WordFile } from './messages.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** The list of sources for the compiler. */
export const WORD_LIST = join(ROOT, 'lib', 'words', 'word-sources.ts');

/** The paths of all sources from the root, sorted. */
function findWordFiles(): readonly string[] {
  return globSync('{lib,components}/**/*.words.json', { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** All entries by key. Throws with every fault: a key without a note, a language without a text, a text that stands twice. */
export function readWords(): WordFile {
  const files = findWordFiles().map((path) => {
    // The project's own files, whose shape faultsOf checks.
    const file = JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as WordFile;
    return [path, file] as const;
  });
  const entries = joinFiles(Object.fromEntries(files));
  const faults = faultsOf(entries, LANGUAGE_IDS);
  if (faults.length > 0) throw new Error(`The words have faults:\n${faults.join('\n')}`);
  return entries;
}

/** Writes `<folder>/<language>/messages.json` for every language. Notes are for translators and stay behind. */
export async function writeLocales(folder: string): Promise<void> {
  const entries = readWords();
  for (const language of LANGUAGE_IDS) {
    const file = join(folder, language, 'messages.json');
    await mkdir(dirname(file), { recursive: true });
    await writeIfOther(file, `${JSON.stringify(toMessages(entries, language), null, 1)}\n`);
  }
}

/** Writes the list of sources, from which the compiler knows every key. */
export async function writeWordList(): Promise<void> {
  await writeIfOther(WORD_LIST, await renderWordList());
}

/** The list as it must be: a module of types alone. */
export async function renderWordList(): Promise<string> {
  const sources = findWordFiles().map((path) => ({
    name: basename(path, '.words.json').replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    from: relative(dirname(WORD_LIST), join(ROOT, path)).replaceAll('\\', '/'),
  }));
  const text = [
    '// Every source of words, for the compiler. Written by `npm run words`; a test holds it against the files.',
    ...sources.map(
      ({ name, from }) => `import type ${name} from '${from.startsWith('.') ? from : `./${from}`}';`,
    ),
    '',
    '/** What the sources hold, by key. */',
    `export type WordSources = ${sources.map(({ name }) => `typeof ${name}`).join(' & ')};`,
  ].join('\n');
  return format(text, { ...(await resolveConfig(WORD_LIST)), parser: 'typescript' });
}

/** Leaves a file that is right as it is: watchers and make-like checks see no change. */
async function writeIfOther(file: string, text: string): Promise<void> {
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known !== text) await writeFile(file, text);
}
