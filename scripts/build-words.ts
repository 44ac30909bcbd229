// `npm run words`: checks the sources of words and writes what is made of them. The build writes `_locales` by itself; this is for a new source
// file, which the compiler must know, and for a quick look.
import { join } from 'node:path';
import { writeLocales, writeWordList } from './words/write-words.ts';

await writeWordList();
await writeLocales(join(import.meta.dirname, '..', 'public', '_locales'));
