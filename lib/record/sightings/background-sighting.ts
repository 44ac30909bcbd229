// What the background sees of a page's loads itself, without an observer's word: what workers ask for, and where encrypted addresses lead.
import { MAX_URL, shortAddress } from '../../address/address-bounds.ts';
import { ONLY_ASKED } from './received-report.ts';
import type { AnySighting } from './received-report.ts';

/** In place of a frame's number: a worker asked. */
export const NO_FRAME = -1;

/**
 * Which pages a sighting belongs to: the one in a tab, or all of an origin. With both it is the one in the tab, if it or one of its frames is of the
 * origin; null where the browser names none, `null` as text where it is opaque (a sandboxed frame).
 */
export type PagesConcerned =
  { readonly tabId: number; readonly origin: string | null } | { readonly origin: string };

export interface BackgroundSighting {
  readonly frameId: number;
  /** The frame's or the worker's address, or the origin that it belongs to where only that is known. */
  readonly frameUrl: string;
  readonly sighting: AnySighting;
}

/** A request that a shared worker sent without encryption: no browser blocks it, and none says so. */
export function workerRequest(origin: string, url: string): BackgroundSighting {
  return {
    frameId: NO_FRAME,
    frameUrl: origin,
    sighting: {
      ...ONLY_ASKED,
      url: shortAddress(url),
      what: 'worker',
      via: 'request',
      outcome: 'loaded',
    },
  };
}

/** What the browser says of the frame that a request is of; -1: there is none around it. */
export interface RequestFrame {
  /** The browser's word for what is loaded. */
  readonly type: string;
  readonly frameId: number;
  readonly parentFrameId: number;
}

/**
 * The number of the frame whose document asked. In Chromium a page's first requests may be told before its document counts as the tab's; until
 * then its frame bears a number like any other, and only that no frame is around it shows that it is the main one:
 * https://source.chromium.org/chromium/chromium/src/+/main:extensions/browser/extension_api_frame_id_map.cc
 */
export function askingFrame({ type, frameId, parentFrameId }: RequestFrame): number {
  // A frame's own request has the frame's own number; the frame around it asks.
  if (type === 'sub_frame') return parentFrameId;
  return parentFrameId === -1 ? 0 : frameId;
}

/** A frame's request for an encrypted address that was sent on to an unencrypted one. */
export interface RedirectedRequest {
  /** The browser's word for what is loaded. */
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly frameId: number;
  readonly frameUrl: string;
}

/** The source of such a load is the address that leads there: that is where it is mended. */
export function redirectSighting({
  type,
  from,
  to,
  frameId,
  frameUrl,
}: RedirectedRequest): BackgroundSighting {
  return {
    frameId,
    frameUrl,
    sighting: {
      ...ONLY_ASKED,
      url: shortAddress(to),
      what: type,
      via: 'redirect',
      source: { url: from.slice(0, MAX_URL), line: 0, column: 0 },
    },
  };
}
