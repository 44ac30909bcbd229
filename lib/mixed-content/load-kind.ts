// Determines the kind of a request from the raw words of the observer: the element and attribute, or the initiator in the list of loads. It is not
// part of the observer, because every byte of a script in all pages costs.
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

/** The longest value of an attribute in a `what`, and the longest `what`: every known word is much shorter. */
export const MAX_DETAIL = 150;
export const MAX_WHAT = 1000;

/**
 * Returns the kind of an element's request. `what` is `<tag> <attribute>`, `source <parent tag>`, `img srcset`, `style` for a style attribute, and on
 * lines of their own the element's `as`, `rel`, `type`, `formmethod` and `http-equiv`. Null: the element loads and sends nothing with that attribute.
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

/** Whether an element is only an icon for a home screen: policies are checked, but nothing is loaded. */
export function isIdleIcon(what: string): boolean {
  const { part, relations } = readWords(what);
  return part === 'link href' && relations.isIdle;
}

interface Relations {
  /** null: no relation but a preload loads anything. */
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
  // A value that was cut may continue with any relation.
  const isCut = rel.length >= MAX_DETAIL;
  return { kind: loading[0]?.[1] ?? (isCut ? 'other' : null), isPreload, isIdle };
}

/** Returns what an entry of the resource timing reports about the kind of its request. */
export function kindOfInitiator(initiator: string): KindWord {
  return kindIn(INITIATORS, initiator) ?? 'any';
}

/** Returns what a violation report reports about a request's kind, by the violated directive. */
export function kindOfDirective(directive: string, url: string): KindWord {
  return /^wss?:/.test(url) ? 'websocket' : (kindIn(DIRECTIVES, directive) ?? 'any');
}

/** Returns what the browser's type of a request reports about its kind. */
export function kindOfRequest(type: string): KindWord {
  return kindIn(REQUESTS, type) ?? 'any';
}

/** Own properties only: `as="constructor"` would find an inherited one, and a record with that value could not be read back. */
function kindIn<T extends KindWord>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
