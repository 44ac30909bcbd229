// Mixed content: what an https page asks for without encryption, and what browsers do with it.
// https://www.w3.org/TR/mixed-content/ (Level 2), 3.1 "upgradeable" and 3.2 "blockable".

/** What the page wanted to load, in the terms of the Fetch standard's destinations and initiators. */
export const LOAD_KINDS = [
  'image',
  'image-set',
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

/** Where a sighting came from. `rule`: the outcome follows from the specification and was not watched. */
export const MIXED_EVIDENCE = ['dom', 'timing', 'rule', 'policy'] as const;
export type MixedEvidence = (typeof MIXED_EVIDENCE)[number];

/** One insecure load, however many sources saw it. */
export interface MixedEntry {
  /** Absolute, as the page asked for it. */
  readonly url: string;
  readonly kind: LoadKind;
  readonly class: MixedClass;
  readonly outcome: MixedOutcome;
  /** A short selector of the element, or null. */
  readonly place: string | null;
  readonly evidence: readonly MixedEvidence[];
  /** The frame that asked for it. */
  readonly frameUrl: string;
}

/** Kinds that browsers try as https instead (Level 2, 3.1: image without srcset, CSS image, audio, video). */
const UPGRADEABLE: ReadonlySet<LoadKind> = new Set(['image', 'audio', 'video']);

/** The class of an insecure load from its kind and from what kind of network its target is on. */
export function classifyMixed(kind: LoadKind, target: 'http-public' | 'http-private'): MixedClass {
  if (kind === 'form') return 'form';
  if (kind === 'download') return 'download';
  if (target === 'http-private') return 'private-network';
  return UPGRADEABLE.has(kind) ? 'upgradeable' : 'blockable';
}

/** What follows from the rules alone, where nobody watched: blockable loads never happen, forms are sent when submitted. */
export function outcomeByRule(mixedClass: MixedClass): MixedOutcome {
  switch (mixedClass) {
    case 'blockable':
      return 'blocked';
    case 'form':
    case 'download':
      return 'would-be-sent';
    case 'upgradeable':
    case 'private-network':
      return 'unknown';
  }
}
