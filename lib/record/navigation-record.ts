// The navigation to a page, as stored in the page's record. It comes from the main frame's request events; null parts were not seen.
import * as v from 'valibot';
import type { Infer } from '../schema/schema.ts';
import { count } from '../schema/schema.ts';

export const hopSchema = v.object({
  url: v.string(),
  /** HTTP status, or null when the browser reported none. */
  status: v.nullable(v.number()),
  /** True when the browser itself rewrote http to https (HSTS, https upgrade): this address was never requested on the network. */
  internal: v.boolean(),
});

/** One request of the navigation to the page. */
export type Hop = Infer<typeof hopSchema>;

const hstsSchema = v.object({
  /** Seconds; at most 2^53 - 1. */
  maxAge: count,
  includeSubDomains: v.boolean(),
  preload: v.boolean(),
});

/** A Strict-Transport-Security header (RFC 6797, 6.1). */
export type Hsts = Infer<typeof hstsSchema>;

/** Why browsers ignore a Strict-Transport-Security header (RFC 6797, 6.1; in a <meta>: 8.5). */
export const HSTS_FAULTS = [
  'no-max-age',
  'bad-max-age',
  'directive-twice',
  'comma-joined',
  'in-meta',
] as const;
export type HstsFault = (typeof HSTS_FAULTS)[number];

const invalidHstsSchema = v.object({
  why: v.picklist(HSTS_FAULTS),
  /** Bounded. */
  value: v.string(),
});

/** A Strict-Transport-Security header that browsers ignore. */
export type InvalidHsts = Infer<typeof invalidHstsSchema>;

const pageHeadersSchema = v.object({
  /** null: the header is missing or not valid. */
  hsts: v.nullable(hstsSchema),
  /** The first header, when it is not valid. */
  invalidHsts: v.nullable(invalidHstsSchema),
  /** The number of such headers: only the first one counts (RFC 6797, 8.1). */
  hstsCount: count,
  /** The page's own policy upgrades http requests to https (W3C Upgrade Insecure Requests). */
  upgradesInsecureRequests: v.boolean(),
  /** The page's own policy forbids forms over http (CSP 3, `form-action`), or all forms (`sandbox`). */
  stopsForms: v.boolean(),
  /** The key in the deep check's policy, if the response had one; the background checks whether it belongs to a check. */
  deepKey: v.nullable(v.string()),
});

/** The relevant headers of the page itself. */
export type PageHeaders = Infer<typeof pageHeadersSchema>;

export const navigationSchema = v.object({
  requestId: v.string(),
  /** Redirects in order, without the page itself. */
  hops: v.array(hopSchema),
  url: v.string(),
  status: v.nullable(v.number()),
  headers: v.nullable(pageHeadersSchema),
  /** Redirects are missing: the events that report them were lost. */
  hopsUnseen: v.optional(v.literal(true)),
  fromCache: v.boolean(),
  /** The time of its first redirect or its response, ms since epoch. */
  startedAt: v.number(),
});

/** The navigation to a page. */
export type Navigation = Infer<typeof navigationSchema>;
