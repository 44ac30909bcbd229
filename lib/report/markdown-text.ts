// Text in Markdown: our own words with every mark escaped, and the page's own text in code spans, so that it can be neither a link nor
// markup. https://spec.commonmark.org/0.31.2/#code-spans
import { proseParts } from '../words/inline-code.ts';
import type { WordPart } from '../words/words.ts';

/** A sentence in pieces: ours escaped, the page's own in code spans. */
export function markup(parts: readonly WordPart[]): string {
  return parts.map((part) => (part.isParam ? code(part.text) : plain(part.text))).join('');
}

/** Our own words: settings stay code spans, and no other character is markup. */
export function plain(text: string): string {
  return proseParts(text)
    .map((part) => (part.isCode ? `\`${part.text}\`` : part.text.replace(/[\\`*_<[\]]/g, '\\$&')))
    .join('');
}

/** A code span whose fence is longer than any run of backticks inside. `text` has no line breaks: showHostile() made tokens of them. */
export function code(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${text} ${fence}`.replace(/^` ([^`]*) `$/, '`$1`');
}
