// A pasted list of addresses, read within bounds. What is no address is told and not dropped silently.
import { withoutTypedCredentials } from '../address/credentials.ts';
import { readItems } from './list-items.ts';
import { parseTarget } from './target.ts';
import type { Target } from './target.ts';

/** Addresses that are read. */
export const MAX_ITEMS = 500;
/** Characters that are read. */
const MAX_TEXT = 200_000;
/** Unreadable pieces that are told, and characters of each. */
const MAX_UNREAD = 20;
const MAX_TOLD = 200;

export interface AddressList {
  readonly targets: readonly Target[];
  readonly unread: readonly UnreadLine[];
  /** Pieces that were not read, and unreadable ones that are not told. */
  readonly leftOut: number;
}

export interface UnreadLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** The addresses in a text, in whatever way owners write lists (list-items.ts). */
export function readAddressList(text: string): AddressList {
  const items = readItems(text.slice(0, MAX_TEXT));
  const targets = new Map<string, Target>();
  const unread: UnreadLine[] = [];
  for (const { line, text: piece, kind } of items.slice(0, MAX_ITEMS)) {
    const target = kind === 'address' ? parseTarget(piece) : null;
    if (target === null) unread.push({ line, text: shownPiece(piece) });
    else targets.set(target.text, target);
  }
  // What was cut off is at least one more.
  const beyond = Math.max(0, items.length - MAX_ITEMS) + (text.slice(MAX_TEXT).trim() === '' ? 0 : 1);
  return {
    targets: [...targets.values()],
    unread: unread.slice(0, MAX_UNREAD),
    leftOut: beyond + Math.max(0, unread.length - MAX_UNREAD),
  };
}

/** An e-mail address is no secret; what has a colon before its @ may be a name and a password. */
function shownPiece(piece: string): string {
  // Full-width signs have become half-width ones by now.
  const isSecret = piece.includes(':') && piece.indexOf(':') < piece.lastIndexOf('@');
  return (isSecret ? withoutTypedCredentials(piece) : piece).slice(0, MAX_TOLD);
}
