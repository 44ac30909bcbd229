// Mixed content: what an https page asks for without encryption, and what browsers do with it.
// https://www.w3.org/TR/mixed-content/ (Level 2), 3.1 "upgradeable" and 3.2 "blockable".
import { isIpHost, requestedAddress } from './address.ts';
import type { ElementPlace, SourcePlace } from './place.ts';

/** What the page wanted to load, in the terms of the Fetch standard's destinations and initiators. */
export const LOAD_KINDS = [
  'image',
  'image-set',
  'icon',
  'audio',
  'video',
  'track',
  'script',
  'style',
  'font',
  'frame',
  'object',
  'fetch',
  'beacon',
  'event-source',
  'websocket',
  'worker',
  'manifest',
  'prefetch',
  'form',
  'download',
  'other',
] as const;
export type LoadKind = (typeof LOAD_KINDS)[number];

export const MIXED_CLASSES = ['upgradeable', 'blockable', 'form', 'download', 'private-network'] as const;
export type MixedClass = (typeof MIXED_CLASSES)[number];

export const MIXED_OUTCOMES = [
  'blocked',
  'upgraded',
  'upgraded-by-policy',
  'loaded',
  'would-be-sent',
  'unknown',
] as const;
export type MixedOutcome = (typeof MIXED_OUTCOMES)[number];

/**
 * How a load was seen. `request`: on its way out, unencrypted. `report`: the browser's own report to the deep check. `redirect`: an encrypted
 * address led there.
 */
export const SIGHTING_SOURCES = ['dom', 'sheet', 'timing', 'report', 'request', 'redirect'] as const;
export type SightingSource = (typeof SIGHTING_SOURCES)[number];

/** How an entry is known. `rule`, `policy`: its outcome was not watched but follows from the specification, or from the page's own policy. */
export const MIXED_EVIDENCE = [...SIGHTING_SOURCES, 'rule', 'policy'] as const;
export type MixedEvidence = (typeof MIXED_EVIDENCE)[number];

/** One insecure load, however many sources saw it. */
export interface MixedEntry {
  /** Absolute, as the page asked for it. */
  readonly url: string;
  readonly kind: LoadKind;
  readonly class: MixedClass;
  readonly outcome: MixedOutcome;
  /** The element that asks for it; null: none does, or none was seen. */
  readonly element: ElementPlace | null;
  /** The file that asks for it: a script, a style sheet, a document. */
  readonly source: SourcePlace | null;
  /** Elements that ask for it, at least 1. */
  readonly count: number;
  readonly evidence: readonly MixedEvidence[];
  /** The frame that asked for it; the browser's number for it is 0 for the page itself, -1 for a worker. */
  readonly frameId: number;
  readonly frameUrl: string;
}

/** What makes an entry one, and its name in views and messages: a form that posts to an address and a script from there are two. */
export function entryId({ url, class: mixedClass }: Pick<MixedEntry, 'url' | 'class'>): string {
  const what = mixedClass === 'form' || mixedClass === 'download' ? mixedClass : 'load';
  return `${what} ${requestedAddress(url)}`;
}

/** Kinds that browsers try as https instead (Level 2, 3.1: image without srcset, CSS image, audio, video). */
const UPGRADEABLE: ReadonlySet<LoadKind> = new Set(['image', 'icon', 'audio', 'video']);

/** The class of an insecure load from its kind and from what kind of network its target is on. */
export function classifyMixed(kind: LoadKind, target: 'http-public' | 'http-private'): MixedClass {
  if (kind === 'form') return 'form';
  if (kind === 'download') return 'download';
  if (target === 'http-private') return 'private-network';
  return UPGRADEABLE.has(kind) ? 'upgradeable' : 'blockable';
}

/** Whose rules: both follow the standard, and differ where it leaves off. */
export type Engine = 'chromium' | 'firefox';

/**
 * What follows from the rules alone, where nobody watched: blockable loads never happen, forms are sent when submitted. `isFetched`: the browser
 * did begin with it; without that, an image that is never scrolled to may never be asked for.
 */
export function outcomeByRule(
  { kind, url, class: mixedClass }: Pick<MixedEntry, 'kind' | 'url' | 'class'>,
  engine: Engine,
  isFetched: boolean,
): MixedOutcome {
  switch (mixedClass) {
    case 'form':
    case 'download':
      return 'would-be-sent';
    case 'blockable':
      return 'blocked';
    case 'private-network':
      // Chromium lets them through, and may ask the person first; Firefox makes no difference.
      if (engine === 'firefox' && !UPGRADEABLE.has(kind)) return 'blocked';
      return isFetched ? (engine === 'firefox' ? 'upgraded' : 'loaded') : 'unknown';
    case 'upgradeable':
      // Chromium's blink::MixedContentChecker: an address is not upgraded, since certificates are for names; and no icon of a page.
      if (engine === 'chromium' && (kind === 'icon' || isIpHost(url))) return 'blocked';
      return isFetched ? 'upgraded' : 'unknown';
  }
}
