// What kind of load a sighting is, from the raw words of the observer: the element and attribute, or the initiator in the list of loads.
// Kept out of the observer, because a script in every page of every tab pays for each byte.
import {
  DIRECTIVES,
  ELEMENTS,
  IDLE_ICONS,
  INITIATORS,
  LINKS,
  PRELOADS,
  REQUESTS,
  SCRIPT_TYPE,
} from './kind-words.ts';
import type { KindWord, LoadKind } from './mixed-content.ts';

/** Longest value of an attribute in a `what`, and all of them: every word that is known here is far shorter. */
export const MAX_DETAIL = 150;
export const MAX_WHAT = 1000;

/**
 * The kind of an element's request. `what` is `<tag> <attribute>`, `source <parent tag>`, `img srcset`, `style` for a style attribute, and on lines of
 * their own the element's `as`, `rel`, `type`, `formmethod` and `http-equiv`. Null: that element loads and sends nothing there.
 */
export function kindOfElement(what: string): KindWord | null {
  const { part, as, type, formmethod, httpEquiv, relations } = readWords(what);
  switch (part) {
    case 'link href':
      return relations.kind ?? (relations.isPreload ? (kindIn(PRELOADS, as) ?? 'other') : null);
    case 'meta content':
      return httpEquiv === 'refresh' ? 'frame' : null;
    case 'script src':
    case 'script href':
      return SCRIPT_TYPE.test(type) ? 'script' : null;
    case 'input src':
      return type === 'image' ? 'image' : null;
    case 'input formaction':
      return type === 'image' || type === 'submit' ? 'form' : null;
    case 'button formaction':
      return type === 'button' || type === 'reset' || formmethod === 'dialog' ? null : 'form';
    default:
      return kindIn(ELEMENTS, part) ?? null;
  }
}

/** Whether an element names an icon for a home screen and nothing else: policies are asked, but nothing is loaded. */
export function isIdleIcon(what: string): boolean {
  const { part, relations } = readWords(what);
  return part === 'link href' && relations.isIdle;
}

interface Relations {
  /** null: none of them loads but a preload. */
  readonly kind: LoadKind | null;
  readonly isPreload: boolean;
  readonly isIdle: boolean;
}

function readWords(what: string): {
  readonly part: string;
  readonly as: string;
  readonly type: string;
  readonly formmethod: string;
  readonly httpEquiv: string;
  readonly relations: Relations;
} {
  const [part = '', ...details] = what.split('\n');
  const [as = '', rel = '', type = '', formmethod = '', httpEquiv = ''] = details.map((detail) =>
    detail.trim().toLowerCase(),
  );
  return { part, as, type, formmethod, httpEquiv, relations: readRelations(rel) };
}

function readRelations(rel: string): Relations {
  const tokens = new Set(rel.split(' '));
  const loading = LINKS.filter(([token]) => tokens.has(token));
  const isPreload = tokens.has('preload');
  const isIdle = !isPreload && loading.length > 0 && loading.every(([token]) => IDLE_ICONS.has(token));
  // One that was cut may go on with any relation.
  const isCut = rel.length >= MAX_DETAIL;
  return { kind: loading[0]?.[1] ?? (isCut ? 'other' : null), isPreload, isIdle };
}

/** What an entry of the resource timing shows about its kind. */
export function kindOfInitiator(initiator: string): KindWord {
  return kindIn(INITIATORS, initiator) ?? 'any';
}

/** What a violation report shows about a request's kind, by the violated directive. */
export function kindOfDirective(directive: string, url: string): KindWord {
  return /^wss?:/.test(url) ? 'websocket' : (kindIn(DIRECTIVES, directive) ?? 'any');
}

/** What the browser's own name of a request type shows about its kind. */
export function kindOfRequest(type: string): KindWord {
  return kindIn(REQUESTS, type) ?? 'any';
}

/** Own entries only: `as="constructor"` would find what every object has, and a record with that in it cannot be read back. */
function kindIn<T extends KindWord>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
