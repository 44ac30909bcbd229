// Turns a sighting into a fact: the kind of its request, and what its source reports.
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

/** The context of sightings, as far as their meaning depends on it. */
export interface SightingContext {
  readonly frameId: number;
  readonly frameUrl: string;
  /** A policy upgraded the frame's http requests from the start: from its page's header, or inherited. */
  readonly byPolicy: boolean;
  /** The frame has such a policy now: it applies to every form, because the policy is checked when the form is sent. */
  readonly upgradesForms: boolean;
  /** The frame's policy forbids forms over http. */
  readonly stopsForms: boolean;
  /** The browser does not block this requester: a request that was not observed may have been sent unencrypted. */
  readonly mayLeave: boolean;
  readonly engine: Engine;
  /** The deep check's policy is in the frame's document. */
  readonly deep: boolean;
}

export interface FreshFact extends PlacedFact {
  readonly sighting: AnySighting;
}

/** Observers are trusted for what they saw, not for its meaning: address and kind are determined here. Null: it is not an insecure request. */
export function toFact(sighting: AnySighting, context: SightingContext): FreshFact | null {
  const { url, via, source } = sighting;
  if (via === 'stop') return null;
  const target = targetOf(url);
  if (target !== 'http-public' && target !== 'http-private') return null;
  const word = wordOf(sighting, via);
  // A meta refresh of the page itself is a navigation; one in a frame loads into the surrounding page.
  if (context.frameId === 0 && sighting.what.startsWith('meta ')) return null;
  if (word === null || (context.engine === 'chromium' && isSvgScript(sighting))) return null;
  if (word === 'form' && context.stopsForms) return null;
  const isForm = word === 'form';
  const policy = context.byPolicy || sighting.underPolicy || (isForm && context.upgradesForms);
  const outcome = outcomeOf(sighting, word, context);
  const wide = via === 'report' && kindsIn(word).some(isFrame) && isOrigin(url);
  return { ...placeFact(url, { word, via, outcome, policy, wide, source }), sighting };
}

/** Observers report insecure addresses only: one whose host was cut off is insecure, whatever the remaining part looks like. */
function targetOf(url: string): AddressClass {
  return isHostCut(url) && /^(http|ws):/.test(url) ? 'http-public' : classifyAddress(url);
}

function outcomeOf(
  { via, outcome, url }: AnySighting,
  word: KindWord,
  { mayLeave, engine, frameUrl }: SightingContext,
): MixedFact['outcome'] {
  if (via === 'request') return 'loaded';
  // Requests of shared workers are seen by the background, their sockets are not.
  if (mayLeave && word === 'websocket') return 'unknown';
  // Chromium refuses frames with credentials.
  if (via === 'dom' && word === 'frame' && engine === 'chromium' && hasCredentials(url)) return 'not-loaded';
  // Chromium lists them all the same. In the deep check its report counts, as in its DevTools.
  if (word === 'drawing' && isElsewhere(url, frameUrl)) return 'not-loaded';
  // Firefox lists a request that it upgraded under the address that the page requested.
  return via === 'timing' && engine === 'firefox' ? null : outcome;
}

/** SVG's `use` loads from the page's own origin only (SVG 2, 16.1.2). Documents without an address of their own have another document's origin. */
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

/** Chromium fetches scripts of SVG only as the parser created them; those that it fetched, or blocked, are in its list of loads. */
function isSvgScript({ via, what }: AnySighting): boolean {
  return via === 'dom' && /^script (xlink:)?href\b/.test(what);
}

function isOrigin(url: string): boolean {
  return /^\w+:\/\/[^/?#]*\/?$/.test(url);
}

/** A fact about every frame of an origin is stored with each of them, but concerns no single address. */
export function placeFact(url: string, fact: MixedFact): PlacedFact {
  return { address: fact.wide ? `${originOf(url)}/` : requestedAddress(url), fact };
}
