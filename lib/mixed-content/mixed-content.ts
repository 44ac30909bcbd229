// Mixed content: insecure requests of an https page, and what browsers do with them.
// https://www.w3.org/TR/mixed-content/ (Level 2), 3.1 "upgradeable" and 3.2 "blockable".

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

/** Kinds that a source can't distinguish. The first one is used if no other source names the kind. */
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
/** What a source reports about the kind of a request: the kind itself, or a group of kinds. */
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
  /** In the page, but the browser has not requested it. */
  'not-loaded',
] as const;
export type MixedOutcome = (typeof MIXED_OUTCOMES)[number];

/**
 * How a load was seen. `request`: on its way out, unencrypted. `report`: the browser's own report to the deep check. `redirect`: an encrypted
 * address led there.
 */
export const SIGHTING_SOURCES = ['dom', 'sheet', 'timing', 'report', 'request', 'redirect'] as const;
export type SightingSource = (typeof SIGHTING_SOURCES)[number];

/** What a source itself shows of a request. */
export const FACT_OUTCOMES = ['loaded', 'blocked', 'upgraded', 'unknown', 'not-loaded', 'failed'] as const;

/** How an entry is known. `rule`, `policy`: its outcome was not watched but follows from the specification, or from the page's own policy. */
export const MIXED_EVIDENCE = [...SIGHTING_SOURCES, 'rule', 'policy'] as const;

/** Whose rules: both follow the standard, and differ where it leaves off. */
export type Engine = 'chromium' | 'firefox';
