// Mixed content: what an https page asks for without encryption, and what browsers do with it.
// https://www.w3.org/TR/mixed-content/ (Level 2), 3.1 "upgradeable" and 3.2 "blockable".
import { isIpHost, requestedAddress } from '../address/address.ts';
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

/** Kinds that a source cannot tell apart. The first one names a request that nothing else describes. */
const GROUPS = {
  /** An image by its rules, but of another origin it is refused before it is requested. */
  drawing: ['image'],
  'image-request': ['image', 'image-set'],
  'image-policy': ['image', 'image-set', 'icon'],
  /** Redirected, and not upgraded. */
  'image-refused': ['icon', 'image-set'],
  'link-request': [
    'style',
    'script',
    'font',
    'image',
    'icon',
    'fetch',
    'track',
    'manifest',
    'prefetch',
    'other',
  ],
  'sheet-request': ['font', 'image', 'style'],
  'image-upgraded': ['image', 'icon'],
  'media-upgraded': ['video', 'audio'],
  'media-request': ['video', 'audio', 'image'],
  'media-policy': ['video', 'audio', 'track'],
  'script-request': ['script', 'worker'],
  'connect-policy': ['fetch', 'event-source', 'beacon'],
  embedded: ['frame', 'object'],
  // `other` is the last of the kinds.
  any: LOAD_KINDS.filter((kind) => kind !== 'form' && kind !== 'download').reverse(),
} as const satisfies Readonly<Record<string, readonly LoadKind[]>>;

type KindGroup = keyof typeof GROUPS;
/** What a source tells of the kind of a request: the kind itself, or a group of kinds. */
export type KindWord = LoadKind | KindGroup;
export const KIND_WORDS: readonly KindWord[] = [
  ...LOAD_KINDS,
  // Object.keys() has no narrower type.
  ...(Object.keys(GROUPS) as KindGroup[]),
];

/** The kinds that a word stands for, at least one. */
export function kindsIn(word: KindWord): readonly LoadKind[] {
  return Object.hasOwn(GROUPS, word) ? GROUPS[word as KindGroup] : [word as LoadKind];
}

export const MIXED_CLASSES = ['upgradeable', 'blockable', 'form', 'download', 'private-network'] as const;
export type MixedClass = (typeof MIXED_CLASSES)[number];

export const MIXED_OUTCOMES = [
  'blocked',
  'upgraded',
  'upgraded-by-policy',
  'loaded',
  'would-be-sent',
  'unknown',
  /** In the page, but the browser has not asked for it. */
  'not-loaded',
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

/** What one source told of one insecure request. */
export interface MixedFact {
  readonly word: KindWord;
  readonly via: SightingSource;
  /** What the source itself shows; null: only that the request is named. */
  readonly outcome: 'loaded' | 'blocked' | 'upgraded' | 'unknown' | 'not-loaded' | 'failed' | null;
  /** `upgrade-insecure-requests` was in force for it. */
  readonly policy: boolean;
  /** The browser names a frame by its origin alone, so the fact is about every frame of that origin. */
  readonly wide: boolean;
  readonly source: SourcePlace | null;
}

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
  /** What it follows from: with a later fact the entry is judged again. Each of them once, in a fixed order. */
  readonly facts: readonly MixedFact[];
}

/** A request that a policy of the page's own stopped: browsers ask it before they look at mixed content, so it is none. */
export interface StoppedLoad {
  readonly frameId: number;
  /** As policies name it: without fragment and credentials, and of a frame the origin alone. */
  readonly url: string;
  readonly word: KindWord;
  /** What is known of requests to this address that would be mixed content. */
  readonly facts: readonly MixedFact[];
}

/** What makes an entry one, and its name in views and messages: the frame that asks, the kind, the address. */
export function entryId({ frameId, kind, url }: Pick<MixedEntry, 'frameId' | 'kind' | 'url'>): string {
  return `${frameId} ${kind} ${requestedAddress(url)}`;
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
