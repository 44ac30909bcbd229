// The facts about one document in one tab, as the background keeps them. Plain JSON: it lives in `storage.session`, survives a killed
// worker, and is the only thing that assess() sees. Every part says where it came from; what was not seen is `null`, never a default.
// The schemas are the source: storage is checked against them (read-record.ts), and the types are inferred from them.
import * as v from 'valibot';
import { lookUpStateSchema } from '../look-up/look-up.ts';
import { mixedEntrySchema, stoppedLoadSchema } from '../mixed-content/mixed-entry.ts';
import type { Infer } from '../schema/schema.ts';
import { count } from '../schema/schema.ts';
import { CERTIFICATE_ERROR_KINDS } from './certificate-error.ts';
import { certificateReportSchema } from './certificate-record.ts';
import { navigationSchema } from './navigation-record.ts';
import { FIELD_KINDS, SCAN_STATES } from './sightings/observer-report.ts';

/** Raised when the shape changes: a record of another schema is dropped, not guessed at. */
export const RECORD_SCHEMA = 8;

const errorKind = v.picklist(CERTIFICATE_ERROR_KINDS);

const frameFactsSchema = v.object({
  /** The observer's random id of the frame's document. */
  documentId: v.string(),
  /** The frame's address, as the browser names it. */
  url: v.string(),
  /** `isSecureContext`: false too for an https frame inside an http page (W3C Secure Contexts, 3.1). */
  secureContext: v.boolean(),
  fields: v.object(v.entriesFromList(FIELD_KINDS, count)),
  /** Sightings that the observer left out because it had too many. */
  dropped: count,
  /** The address that relative ones are resolved against, when a `<base>` makes it an insecure one; else null. */
  base: v.nullable(v.string()),
  /** The sandboxes of its frames let no form be sent from them; reported of the page itself alone. */
  sealsFrames: v.optional(v.boolean()),
  /** How far the frame's document was scanned. */
  scan: v.picklist(SCAN_STATES),
  /** Parts of the observer's reports that were refused at the boundary because their shape or size was wrong. */
  refused: count,
});

/** What the observer in one frame reported. */
export type FrameFacts = Infer<typeof frameFactsSchema>;

const refusalSchema = v.object({
  kind: errorKind,
  /** The browser's own name for the error, e.g. `net::ERR_CERT_DATE_INVALID`; bounded. */
  code: v.string(),
  /** ms since epoch. */
  at: v.number(),
});

/** The browser did not open the page. */
export type Refusal = Infer<typeof refusalSchema>;

/** `browser`: it reports so itself. `earlier-refusal`: it refused the same origin in the days before and then opened it. */
export const OVERRIDE_SOURCES = ['browser', 'earlier-refusal'] as const;

export const overrideSchema = v.object({
  kind: errorKind,
  code: v.string(),
  source: v.picklist(OVERRIDE_SOURCES),
  /** When the browser refused, ms since epoch; null when only the connection itself shows it. */
  refusedAt: v.nullable(v.number()),
});

/** The page was opened in spite of a certificate error. */
export type Override = Infer<typeof overrideSchema>;

/**
 * Why there is no page. `not-loaded`: it could not be loaded for a reason that is not its certificate. `held-back`: the browser asked for the
 * encrypted address itself, which failed, and does not show the unencrypted one. `redirect-loop`: it was redirected without end.
 * `client-certificate`: the server wants a certificate of the user's, or does not take the one that was sent.
 */
export const ABSENCE_KINDS = ['not-loaded', 'held-back', 'redirect-loop', 'client-certificate'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

const absenceSchema = v.object({
  kind: v.picklist(ABSENCE_KINDS),
  /** The browser's own name for the error; bounded. */
  code: v.string(),
});

export const pageRecordSchema = v.object({
  schema: v.literal(RECORD_SCHEMA),
  tabId: v.number(),
  /** Made by the observer; `unobserved` when none runs in this page. */
  documentId: v.string(),
  /** Raised with every change that is stored, so that a view sees whether it has this one. */
  revision: count,
  url: v.string(),
  /** ms since epoch. */
  openedAt: v.number(),
  /** An observer reported from the page. Without one, nothing is known of its content. */
  observed: v.boolean(),
  secureContext: v.nullable(v.boolean()),
  navigation: v.nullable(navigationSchema),
  refusal: v.nullable(refusalSchema),
  override: v.nullable(overrideSchema),
  absence: v.nullable(absenceSchema),
  /** What is known of the host's certificate, in the order of the ladder of sources. */
  certificates: v.array(certificateReportSchema),
  /** What a user asked the public logs about this host, and how that ended; the certificates of the answer are in the list. */
  lookUp: v.nullable(lookUpStateSchema),
  /** Hosts that the page loaded from over an encrypted connection and that share its host's last two labels; bounded. */
  hosts: v.array(v.string()),
  /** Since when the page's markup turns its http loads into https: 0 from the start, else ms since epoch; null: it does not. Its headers may say so too. */
  upgradesByMetaSince: v.nullable(v.pipe(v.number(), v.finite())),
  /** What a <meta> of the page says in the name of Strict-Transport-Security; browsers do not read it (RFC 6797, 8.5). Bounded. */
  hstsMeta: v.optional(v.string()),
  /** The page was loaded with the deep check's report-only policy: what it asks for without encryption is listed as completely as the browser reports. */
  deepChecked: v.boolean(),
  /** The page's own service worker answered: no request for the page left the browser, so there were no headers and no connection to report. */
  servedByWorker: v.boolean(),
  /** By the browser's frame id. */
  frames: v.record(v.string(), frameFactsSchema),
  framesDropped: count,
  /** The record was made anew for a page that was there before, and its inner frames were not asked yet: what they reported earlier is lost. */
  framesUnheard: v.boolean(),
  mixed: v.array(mixedEntrySchema),
  /** Requests that the page's own policies stopped; bounded. */
  stopped: v.array(stoppedLoadSchema),
  /** Sightings left out because a list was full, in all frames: one load may be seen, and left out, more than once. */
  mixedDropped: count,
  /** Parts of reports that were refused and are of no frame that is still there: of workers, and of documents that are gone. */
  refused: count,
});

/** All facts about one document in one tab. One writer: the background. */
export interface PageRecord extends Infer<typeof pageRecordSchema> {}
