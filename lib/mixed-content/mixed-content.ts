// Mixed content: insecure requests of an https page, and what browsers do with them.
// https://www.w3.org/TR/mixed-content/ (Level 2), 3.1 "upgradeable" and 3.2 "blockable".

/** What the page requested, in the terms of the Fetch standard's destinations and initiators. */
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

/** Groups of kinds that a source cannot distinguish. The first kind is used if no other source names one. */
const GROUPS = {
  /** Treated as an image, but refused before the request if it is of another origin. */
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
/** What a source reports about a request's kind: the kind itself, or a group of kinds. */
export type KindWord = LoadKind | KindGroup;
export const KIND_WORDS: readonly KindWord[] = [
  ...LOAD_KINDS,
  // Object.keys() has no narrower type.
  ...(Object.keys(GROUPS) as KindGroup[]),
];

/** Returns the kinds of a group, or the kind itself; at least one. */
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
  /** In the page, but the browser has not requested it. */
  'not-loaded',
] as const;
export type MixedOutcome = (typeof MIXED_OUTCOMES)[number];

/**
 * How a request was seen. `request`: the browser sent it unencrypted. `report`: the browser reported it to the deep check. `redirect`: an https
 * address redirected to it.
 */
export const SIGHTING_SOURCES = ['dom', 'sheet', 'timing', 'report', 'request', 'redirect'] as const;
export type SightingSource = (typeof SIGHTING_SOURCES)[number];

/** What a source reports about a request. */
export const FACT_OUTCOMES = ['loaded', 'blocked', 'upgraded', 'unknown', 'not-loaded', 'failed'] as const;

/** How the outcome of an entry is known. `rule`, `policy`: it was not observed, but follows from the specification or from the page's own policy. */
export const MIXED_EVIDENCE = [...SIGHTING_SOURCES, 'rule', 'policy'] as const;

/** The engine's rules: both engines follow the standard, and differ in what it leaves open. */
export type Engine = 'chromium' | 'firefox';
