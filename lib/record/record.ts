// The facts about one document in one tab, as the background stores them. Plain JSON: it is in `storage.session`, outlives the worker, and is the
// only input of assess(). Every part names its source; what was not seen is `null`, never a default. The schemas are the source: storage is checked
// against them (read-record.ts), and the types are inferred from them.
import * as v from 'valibot';
import { lookUpStateSchema } from '../look-up/look-up.ts';
import { mixedEntrySchema, stoppedLoadSchema } from '../mixed-content/mixed-entry.ts';
import type { Infer } from '../schema/schema.ts';
import { count } from '../schema/schema.ts';
import { CERTIFICATE_ERROR_KINDS } from './certificate-error.ts';
import { certificateReportSchema } from './certificate-record.ts';
import { navigationSchema } from './navigation-record.ts';
import { FIELD_KINDS, SCAN_STATES } from './sightings/observer-report.ts';

/** Raised when the shape changes: a record of another schema is dropped. */
export const RECORD_SCHEMA = 8;

const errorKind = v.picklist(CERTIFICATE_ERROR_KINDS);

const frameFactsSchema = v.object({
  /** The observer's random id of the frame's document. */
  documentId: v.string(),
  /** The frame's address, as the browser reports it. */
  url: v.string(),
  /** `isSecureContext`: also false for an https frame inside an http page (W3C Secure Contexts, 3.1). */
  secureContext: v.boolean(),
  fields: v.object(v.entriesFromList(FIELD_KINDS, count)),
  /** The number of sightings that the observer left out because its list was full. */
  dropped: count,
  /** The base of relative addresses, if a `<base>` makes it insecure; else null. */
  base: v.nullable(v.string()),
  /** The sandboxes of its frames forbid forms in them; only reported for the page itself. */
  sealsFrames: v.optional(v.boolean()),
  /** How far the frame's document was scanned. */
  scan: v.picklist(SCAN_STATES),
  /** Parts of the observer's reports that were refused at the boundary because their shape or size was wrong. */
  refused: count,
});

/** The reports of the observer in one frame. */
export type FrameFacts = Infer<typeof frameFactsSchema>;

const refusalSchema = v.object({
  kind: errorKind,
  /** The browser's code for the error, e.g. `net::ERR_CERT_DATE_INVALID`; bounded. */
  code: v.string(),
  /** ms since epoch. */
  at: v.number(),
});

/** The browser did not open the page. */
export type Refusal = Infer<typeof refusalSchema>;

/** `browser`: the browser reports it. `earlier-refusal`: the browser refused the same origin in the days before and then opened it. */
export const OVERRIDE_SOURCES = ['browser', 'earlier-refusal'] as const;

export const overrideSchema = v.object({
  kind: errorKind,
  code: v.string(),
  source: v.picklist(OVERRIDE_SOURCES),
  /** When the browser refused, ms since epoch; null if only the connection's state shows it. */
  refusedAt: v.nullable(v.number()),
});

/** The page was opened in spite of a certificate error. */
export type Override = Infer<typeof overrideSchema>;

/**
 * Why there is no page. `not-loaded`: loading failed for another reason than its certificate. `held-back`: the browser tried https first, which
 * failed, and does not show the http page. `redirect-loop`: it was redirected without end. `client-certificate`: the server requires a client
 * certificate, or rejects the one that was sent.
 */
export const ABSENCE_KINDS = ['not-loaded', 'held-back', 'redirect-loop', 'client-certificate'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

const absenceSchema = v.object({
  kind: v.picklist(ABSENCE_KINDS),
  /** The browser's code for the error; bounded. */
  code: v.string(),
});

export const pageRecordSchema = v.object({
  schema: v.literal(RECORD_SCHEMA),
  tabId: v.number(),
  /** Created by the observer; `unobserved` when none runs in this page. */
  documentId: v.string(),
  /** Raised with every stored change, so that a view knows whether it has the newest. */
  revision: count,
  url: v.string(),
  /** ms since epoch. */
  openedAt: v.number(),
  /** An observer has reported from the page. Otherwise its content is unknown. */
  observed: v.boolean(),
  secureContext: v.nullable(v.boolean()),
  navigation: v.nullable(navigationSchema),
  refusal: v.nullable(refusalSchema),
  override: v.nullable(overrideSchema),
  absence: v.nullable(absenceSchema),
  /** The known certificates of the host, in the order of the ladder of sources. */
  certificates: v.array(certificateReportSchema),
  /** The look-up of this host in the certificate logs by a user, and how it ended; the certificates that it found are in the list. */
  lookUp: v.nullable(lookUpStateSchema),
  /** Hosts from which the page loaded over https and that share the last two labels of its host; bounded. */
  hosts: v.array(v.string()),
  /**
   * Since when the page's markup upgrades its http requests: 0 from the start, else ms since epoch; null: it does not. Its headers may also do so.
   */
  upgradesByMetaSince: v.nullable(v.pipe(v.number(), v.finite())),
  /** The Strict-Transport-Security in a <meta> of the page, which browsers ignore (RFC 6797, 8.5). Bounded. */
  hstsMeta: v.optional(v.string()),
  /** The page was loaded with the deep check's report-only policy: its insecure requests are listed as completely as the browser reports them. */
  deepChecked: v.boolean(),
  /** The page's own service worker responded: the browser made no request for the page, so there were no headers and no connection to report. */
  servedByWorker: v.boolean(),
  /** By the browser's frame id. */
  frames: v.record(v.string(), frameFactsSchema),
  framesDropped: count,
  /** The record was created again for an existing page, and its inner frames were not asked yet: their earlier reports are lost. */
  framesUnheard: v.boolean(),
  mixed: v.array(mixedEntrySchema),
  /** Requests that the page's own policies blocked; bounded. */
  stopped: v.array(stoppedLoadSchema),
  /** The number of sightings that were left out because a list was full, in all frames: one request may be counted more than once. */
  mixedDropped: count,
  /** The number of refused parts of reports that belong to no present frame: of workers, and of earlier documents. */
  refused: count,
});

/** All facts about one document in one tab. One writer: the background. */
export interface PageRecord extends Infer<typeof pageRecordSchema> {}
