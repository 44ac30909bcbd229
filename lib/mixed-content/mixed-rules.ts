// What browsers do with an insecure request by the standard alone, and where the engines differ.
// https://www.w3.org/TR/mixed-content/ (Level 2), 3.1 "upgradeable" and 3.2 "blockable".
import { isIpHost } from '../address/address.ts';
import type { Engine, LoadKind, MixedClass, MixedOutcome } from './mixed-content.ts';
import type { MixedEntry } from './mixed-entry.ts';

/** Kinds that browsers try as https instead (Level 2, 3.1: image without srcset, CSS image, audio, video). */
const UPGRADEABLE: ReadonlySet<LoadKind> = new Set(['image', 'icon', 'audio', 'video']);

/** The class of an insecure load from its kind and from what kind of network its target is on. */
export function classifyMixed(kind: LoadKind, target: 'http-public' | 'http-private'): MixedClass {
  if (kind === 'form') return 'form';
  if (kind === 'download') return 'download';
  if (target === 'http-private') return 'private-network';
  return UPGRADEABLE.has(kind) ? 'upgradeable' : 'blockable';
}

/**
 * What follows from the rules alone, where nobody watched: blockable loads never happen, forms are sent when submitted. `isFetched`: the browser
 * did begin with it; without that, an image that is never scrolled to may never be requested.
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
      // Chromium lets them through, and may ask the user first; Firefox makes no difference.
      if (engine === 'firefox' && !UPGRADEABLE.has(kind)) return 'blocked';
      return isFetched ? (engine === 'firefox' ? 'upgraded' : 'loaded') : 'unknown';
    case 'upgradeable':
      // Chromium's blink::MixedContentChecker: an address is not upgraded, since certificates are for names; and no icon of a page.
      if (engine === 'chromium' && (kind === 'icon' || isIpHost(url))) return 'blocked';
      return isFetched ? 'upgraded' : 'unknown';
  }
}
