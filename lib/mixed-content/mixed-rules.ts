// What browsers do with an insecure request by the standard, and where the engines differ.
// https://www.w3.org/TR/mixed-content/ (Level 2), 3.1 "upgradeable" and 3.2 "blockable".
import { isIpHost } from '../address/address.ts';
import type { Engine, LoadKind, MixedClass, MixedOutcome } from './mixed-content.ts';
import type { MixedEntry } from './mixed-entry.ts';

/** Kinds that browsers request over https instead (Level 2, 3.1: image without srcset, CSS image, audio, video). */
const UPGRADEABLE: ReadonlySet<LoadKind> = new Set(['image', 'icon', 'audio', 'video']);

/** The class of an insecure request from its kind and the network of its target. */
export function classifyMixed(kind: LoadKind, target: 'http-public' | 'http-private'): MixedClass {
  if (kind === 'form') return 'form';
  if (kind === 'download') return 'download';
  if (target === 'http-private') return 'private-network';
  return UPGRADEABLE.has(kind) ? 'upgradeable' : 'blockable';
}

/**
 * The outcome by the rules, for a request that was not observed: blockable requests are never made, forms are sent when submitted. `isFetched`: the
 * browser began the request; otherwise an image that is never scrolled into view may never be requested.
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
      // Chromium allows them, and may ask the user first; Firefox makes no difference.
      if (engine === 'firefox' && !UPGRADEABLE.has(kind)) return 'blocked';
      return isFetched ? (engine === 'firefox' ? 'upgraded' : 'loaded') : 'unknown';
    case 'upgradeable':
      // Chromium's blink::MixedContentChecker: IP addresses are not upgraded, since certificates are for names, and neither are a page's icons.
      if (engine === 'chromium' && (kind === 'icon' || isIpHost(url))) return 'blocked';
      return isFetched ? 'upgraded' : 'unknown';
  }
}
