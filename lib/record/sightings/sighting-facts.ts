// From a sighting to a fact: which kind of request it is about, and what its source shows of it.
import { classifyAddress, parseAddress, requestedAddress } from '../../address/address.ts';
import type { AddressClass } from '../../address/address.ts';
import { isHostCut } from '../../address/address-bounds.ts';
import {
  kindOfDirective,
  kindOfElement,
  kindOfInitiator,
  kindOfRequest,
} from '../../mixed-content/load-kind.ts';
import { kindsIn } from '../../mixed-content/mixed-content.ts';
import type { Engine, KindWord, SightingSource } from '../../mixed-content/mixed-content.ts';
import type { MixedFact } from '../../mixed-content/mixed-entry.ts';
import { hasCredentials } from '../../mixed-content/mixed-judge.ts';
import { isFrame, originOf } from './join-sightings.ts';
import type { PlacedFact } from './join-sightings.ts';
import type { AnySighting } from './received-report.ts';

/** Where sightings come from, as far as their meaning depends on it. */
export interface SightingContext {
  readonly frameId: number;
  readonly frameUrl: string;
  /** A policy turned the frame's http requests into https from the start: its page's header, or one that it inherited. */
  readonly byPolicy: boolean;
  /** The frame has such a policy now: it holds for every form, since a form asks for it only when it is sent. */
  readonly upgradesForms: boolean;
  /** The frame's policy lets no form be sent over http. */
  readonly stopsForms: boolean;
  /** Whoever asks is not stopped by the browser: what nobody watched may have left in the clear. */
  readonly mayLeave: boolean;
  readonly engine: Engine;
  /** The deep check's policy is in the frame's document. */
  readonly deep: boolean;
}

export interface FreshFact extends PlacedFact {
  readonly sighting: AnySighting;
}

/** The observer is trusted for what it saw, not for what it means: address and kind are judged here. Null: it is no insecure request. */
export function toFact(sighting: AnySighting, context: SightingContext): FreshFact | null {
  const { url, via, source } = sighting;
  if (via === 'stop') return null;
  const target = targetOf(url);
  if (target !== 'http-public' && target !== 'http-private') return null;
  const word = wordOf(sighting, via);
  // A page that goes elsewhere leaves; a frame that does loads into the page around it.
  if (context.frameId === 0 && sighting.what.startsWith('meta ')) return null;
  if (word === null || (context.engine === 'chromium' && isSvgScript(sighting))) return null;
  if (word === 'form' && context.stopsForms) return null;
  const isForm = word === 'form';
  const policy = context.byPolicy || sighting.underPolicy || (isForm && context.upgradesForms);
  const outcome = outcomeOf(sighting, word, context);
  const wide = via === 'report' && kindsIn(word).some(isFrame) && isOrigin(url);
  return { ...placeFact(url, { word, via, outcome, policy, wide, source }), sighting };
}

/** Only insecure addresses are reported: one whose host was cut off is one of them, whatever the part that is left looks like. */
function targetOf(url: string): AddressClass {
  return isHostCut(url) && /^(http|ws):/.test(url) ? 'http-public' : classifyAddress(url);
}

function outcomeOf(
  { via, outcome, url }: AnySighting,
  word: KindWord,
  { mayLeave, engine, frameUrl }: SightingContext,
): MixedFact['outcome'] {
  if (via === 'request') return 'loaded';
  // Requests of shared workers are seen on their way, their sockets are not.
  if (mayLeave && word === 'websocket') return 'unknown';
  // Chromium refuses frames with credentials.
  if (via === 'dom' && word === 'frame' && engine === 'chromium' && hasCredentials(url)) return 'not-loaded';
  // Chromium has them in its list all the same. In the deep check its report counts, as it does for its own DevTools.
  if (word === 'drawing' && isElsewhere(url, frameUrl)) return 'not-loaded';
  // Firefox lists what it upgraded under the address that the page asked for.
  return via === 'timing' && engine === 'firefox' ? null : outcome;
}

/** Drawings are used from the page's own origin alone (SVG 2, 16.1.2). Documents without an address of their own have another one's origin. */
function isElsewhere(url: string, frameUrl: string): boolean {
  const frame = parseAddress(frameUrl);
  const asked = parseAddress(url.replace(/^http:/, 'https:'));
  return frame?.protocol === 'https:' && asked?.origin !== frame.origin;
}

function wordOf({ what, url }: AnySighting, via: SightingSource): KindWord | null {
  switch (via) {
    case 'dom':
    case 'sheet':
      return kindOfElement(what);
    case 'timing':
      return kindOfInitiator(what);
    case 'report':
      return kindOfDirective(what, url);
    case 'request':
      return 'worker';
    case 'redirect':
      return kindOfRequest(what);
  }
}

/** Chromium fetches scripts of SVG only as the parser made them; those that it did fetch, or block, are in its list of loads. */
function isSvgScript({ via, what }: AnySighting): boolean {
  return via === 'dom' && /^script (xlink:)?href\b/.test(what);
}

function isOrigin(url: string): boolean {
  return /^\w+:\/\/[^/?#]*\/?$/.test(url);
}

/** A fact about every frame of an origin is kept with each of them, but is about none of their addresses. */
export function placeFact(url: string, fact: MixedFact): PlacedFact {
  return { address: fact.wide ? `${originOf(url)}/` : requestedAddress(url), fact };
}
