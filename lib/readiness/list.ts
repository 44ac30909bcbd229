// Reads a pasted list of addresses within bounds. What is not an address is reported and not dropped silently.
import { withoutTypedCredentials } from '../address/credentials.ts';
import { readItems } from './list-items.ts';
import { parseTarget } from './target.ts';
import type { Target } from './target.ts';

/** The most addresses that are read. */
export const MAX_ITEMS = 500;
/** The most characters that are read. */
const MAX_TEXT = 200_000;
/** The most unreadable pieces that are reported, and the most characters of each. */
const MAX_UNREAD = 20;
const MAX_TOLD = 200;

export interface AddressList {
  readonly targets: readonly Target[];
  readonly unread: readonly UnreadLine[];
  /** Pieces that were not read, and unreadable ones that are not reported. */
  readonly leftOut: number;
}

export interface UnreadLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** The addresses in a text, in every form in which owners write lists (list-items.ts). */
export function readAddressList(text: string): AddressList {
  const items = readItems(text.slice(0, MAX_TEXT));
  const targets = new Map<string, Target>();
  const unread: UnreadLine[] = [];
  for (const { line, text: piece, kind } of items.slice(0, MAX_ITEMS)) {
    const target = kind === 'address' ? parseTarget(piece) : null;
    if (target === null) unread.push({ line, text: shownPiece(piece) });
    else targets.set(target.text, target);
  }
  // The text that was cut off counts as at least one more piece.
  const beyond = Math.max(0, items.length - MAX_ITEMS) + (text.slice(MAX_TEXT).trim() === '' ? 0 : 1);
  return {
    targets: [...targets.values()],
    unread: unread.slice(0, MAX_UNREAD),
    leftOut: beyond + Math.max(0, unread.length - MAX_UNREAD),
  };
}

/** An e-mail address is not secret; a text with a colon before its @ may be a user name and password. */
function shownPiece(piece: string): string {
  // Full-width characters were replaced before.
  const isSecret = piece.includes(':') && piece.indexOf(':') < piece.lastIndexOf('@');
  return (isSecret ? withoutTypedCredentials(piece) : piece).slice(0, MAX_TOLD);
}
