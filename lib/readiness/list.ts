// A pasted list of addresses, one a line, read within bounds. Lines that are no address are told and not dropped silently.
import { parseTarget } from './target.ts';
import type { Target } from './target.ts';

/** Lines that are read. */
export const MAX_LINES = 500;
/** Characters that are read. */
const MAX_TEXT = 200_000;
/** Unreadable lines that are told. */
const MAX_UNREAD = 20;

export interface AddressList {
  readonly targets: readonly Target[];
  readonly unread: readonly UnreadLine[];
  /** Lines that were not looked at, and unreadable ones that are not told. */
  readonly leftOut: number;
}

export interface UnreadLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** The addresses in a text. Quotes and commas around them, empty lines and lines that begin with `#` are passed over. */
export function readAddressList(text: string): AddressList {
  const lines = text
    .slice(0, MAX_TEXT)
    .split(/\r\n|[\r\n]/)
    .map((line, index) => ({ line: index + 1, text: line.replace(/^[\s"'`,;]+|[\s"'`,;]+$/g, '') }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));
  const targets = new Map<string, Target>();
  const unread: UnreadLine[] = [];
  for (const line of lines.slice(0, MAX_LINES)) {
    const target = parseTarget(line.text);
    if (target === null) unread.push(line);
    else targets.set(target.text, target);
  }
  return {
    targets: [...targets.values()],
    unread: unread.slice(0, MAX_UNREAD),
    leftOut: Math.max(0, lines.length - MAX_LINES) + Math.max(0, unread.length - MAX_UNREAD),
  };
}
