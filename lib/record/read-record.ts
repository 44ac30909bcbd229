// A stored record read back. Storage may hold anything (an older version's shape, a half-written value), so everything is checked and what
// does not fit is no record: the page is then shown as not checked instead of wrongly judged.
import * as v from 'valibot';
import { lookUpSchema } from '../look-up/read-look-up.ts';
import { CERTIFICATE_ERROR_KINDS } from './certificate-error.ts';
import {
  KIND_WORDS,
  LOAD_KINDS,
  MIXED_CLASSES,
  MIXED_EVIDENCE,
  MIXED_OUTCOMES,
  SIGHTING_SOURCES,
} from '../mixed-content/mixed-content.ts';
import type { ConnectionReport, PageRecord } from './record.ts';
import { ABSENCE_KINDS, HSTS_FAULTS, RECORD_SCHEMA } from './record.ts';
import { SCAN_STATES } from './sightings/observer-report.ts';

const errorKind = v.picklist(CERTIFICATE_ERROR_KINDS);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const hsts = v.object({ maxAge: count, includeSubDomains: v.boolean(), preload: v.boolean() });

const navigation = v.object({
  requestId: v.string(),
  hops: v.array(v.object({ url: v.string(), status: v.nullable(v.number()), internal: v.boolean() })),
  url: v.string(),
  status: v.nullable(v.number()),
  headers: v.nullable(
    v.object({
      hsts: v.nullable(hsts),
      invalidHsts: v.nullable(v.object({ why: v.picklist(HSTS_FAULTS), value: v.string() })),
      hstsCount: count,
      upgradesInsecureRequests: v.boolean(),
      stopsForms: v.boolean(),
      deepKey: v.nullable(v.string()),
    }),
  ),
  hopsUnseen: v.optional(v.literal(true)),
  fromCache: v.boolean(),
  startedAt: v.number(),
});

/** The shape of what a browser told, in storage. */
export const connectionSchema: v.GenericSchema<unknown, ConnectionReport> = v.object({
  browser: v.picklist(['firefox', 'chromium']),
  at: v.number(),
  state: v.picklist(['secure', 'weak', 'broken', 'insecure']),
  chain: v.array(v.string()),
  sha256: v.nullable(v.string()),
  protocol: v.nullable(v.string()),
  cipherSuite: v.nullable(v.string()),
  keyExchange: v.nullable(v.string()),
  extendedValidation: v.nullable(v.boolean()),
  encryptedClientHello: v.nullable(v.boolean()),
  rootIsBuiltIn: v.nullable(v.boolean()),
  isOrganizationRoot: v.boolean(),
});

const override = v.object({
  kind: errorKind,
  code: v.string(),
  source: v.picklist(['browser', 'earlier-refusal']),
  refusedAt: v.nullable(v.number()),
});

const frame = v.object({
  documentId: v.string(),
  url: v.string(),
  secureContext: v.boolean(),
  fields: v.object({ password: count, card: count, oneTimeCode: count, text: count }),
  dropped: count,
  base: v.nullable(v.string()),
  sealsFrames: v.optional(v.boolean()),
  scan: v.picklist(SCAN_STATES),
  refused: count,
});

const frameId = v.pipe(v.number(), v.integer(), v.minValue(-1));

const sourcePlace = v.nullable(v.object({ url: v.string(), line: count, column: count }));

const mixedFact = v.object({
  word: v.picklist(KIND_WORDS),
  via: v.picklist(SIGHTING_SOURCES),
  outcome: v.nullable(v.picklist(['loaded', 'blocked', 'upgraded', 'unknown', 'not-loaded', 'failed'])),
  policy: v.boolean(),
  wide: v.boolean(),
  source: sourcePlace,
});

const mixedEntry = v.object({
  url: v.string(),
  kind: v.picklist(LOAD_KINDS),
  class: v.picklist(MIXED_CLASSES),
  outcome: v.picklist(MIXED_OUTCOMES),
  element: v.nullable(v.object({ selectors: v.array(v.string()), closed: v.boolean() })),
  source: sourcePlace,
  count: v.pipe(count, v.minValue(1)),
  evidence: v.array(v.picklist(MIXED_EVIDENCE)),
  frameId,
  frameUrl: v.string(),
  facts: v.array(mixedFact),
});

const pageRecord: v.GenericSchema<unknown, PageRecord> = v.object({
  schema: v.literal(RECORD_SCHEMA),
  tabId: v.number(),
  documentId: v.string(),
  url: v.string(),
  openedAt: v.number(),
  observed: v.boolean(),
  secureContext: v.nullable(v.boolean()),
  navigation: v.nullable(navigation),
  refusal: v.nullable(v.object({ kind: errorKind, code: v.string(), at: v.number() })),
  override: v.nullable(override),
  absence: v.nullable(v.object({ kind: v.picklist(ABSENCE_KINDS), code: v.string() })),
  connection: v.nullable(connectionSchema),
  remembered: v.nullable(connectionSchema),
  lookUp: v.nullable(lookUpSchema),
  hosts: v.array(v.string()),
  upgradesByMetaSince: v.nullable(v.pipe(v.number(), v.finite())),
  hstsMeta: v.optional(v.string()),
  deepChecked: v.boolean(),
  servedByWorker: v.boolean(),
  frames: v.record(v.string(), frame),
  framesDropped: count,
  framesUnheard: v.boolean(),
  mixed: v.array(mixedEntry),
  stopped: v.array(
    v.object({ frameId, url: v.string(), word: v.picklist(KIND_WORDS), facts: v.array(mixedFact) }),
  ),
  mixedDropped: count,
  refused: count,
});

const pendingNavigation = v.object({
  navigation,
  connection: v.nullable(connectionSchema),
  override: v.nullable(override),
  takenBy: v.nullable(v.string()),
  prerendered: v.boolean(),
});

/** A page on its way: what is known before its document is there. */
export interface PendingNavigation {
  readonly navigation: NonNullable<PageRecord['navigation']>;
  readonly connection: PageRecord['connection'];
  readonly override: PageRecord['override'];
  /** The document that it led to, once that has reported: no other one came this way. */
  readonly takenBy: string | null;
  /** It is for a page that is prefetched or prerendered, which takes the place of the shown one only once it is activated. */
  readonly prerendered: boolean;
}

/** The record in a stored value, or null when it is none. */
export function readRecord(value: unknown): PageRecord | null {
  const result = v.safeParse(pageRecord, typeof value === 'string' ? parseText(value) : value);
  return result.success ? result.output : null;
}

/**
 * The record as it is stored: one text. Chromium counts the memory of every value for its quota, so a long list of small values would take several
 * times the room of its text. https://developer.chrome.com/docs/extensions/reference/api/storage#property-session
 */
export function writeRecord(record: PageRecord): string {
  return JSON.stringify(record);
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The pages on their way in a stored value; what is none is left out. */
export function readPending(value: unknown): readonly PendingNavigation[] {
  const result = v.safeParse(v.array(pendingNavigation), value);
  return result.success ? result.output : [];
}
