// `npm run words`: checks the sources of words and generates files from them. The build writes `_locales` automatically; this command is for a new
// source file, which the compiler must know, and for a quick check.
import { join } from 'node:path';
import { writeLocales, writeWordList } from './words/write-words.ts';

await writeWordList();
await writeLocales(join(import.meta.dirname, '..', 'public', '_locales'));
