// The facts about one document in one tab, as the background keeps them. Plain JSON: it lives in `storage.session`, survives a killed
// worker, and is the only thing that assess() sees. Every part says where it came from; what was not seen is `null`, never a default.
import type { LookUp } from '../look-up/look-up.ts';
import type { CertificateErrorKind } from './certificate-error.ts';
import type { FieldCounts, ScanState } from './sightings/observer-report.ts';
import type { MixedEntry, StoppedLoad } from '../mixed-content/mixed-content.ts';

/** Raised when the shape changes: a record of another schema is dropped, not guessed at. */
export const RECORD_SCHEMA = 7;

/** What the observer in one frame reported. */
export interface FrameFacts {
  /** The observer's random id of the frame's document. */
  readonly documentId: string;
  /** The frame's address, as the browser names it. */
  readonly url: string;
  /** `isSecureContext`: false too for an https frame inside an http page (W3C Secure Contexts, 3.1). */
  readonly secureContext: boolean;
  readonly fields: FieldCounts;
  /** Sightings that the observer left out because it had too many. */
  readonly dropped: number;
  /** The address that relative ones are resolved against, when a `<base>` makes it an insecure one; else null. */
  readonly base: string | null;
  /** The sandboxes of its frames let no form be sent from them; reported of the page itself alone. */
  readonly sealsFrames?: boolean | undefined;
  /** How far the frame's document was scanned. */
  readonly scan: ScanState;
  /** Parts of the observer's reports that were refused at the boundary because their shape or size was wrong. */
  readonly refused: number;
}

/** One request on the way to the page. */
export interface Hop {
  readonly url: string;
  /** HTTP status, or null when the browser gave none. */
  readonly status: number | null;
  /** True when the browser itself rewrote http to https (HSTS, https upgrade): this address was never asked for on the network. */
  readonly internal: boolean;
}

/** A Strict-Transport-Security header (RFC 6797, 6.1). */
export interface Hsts {
  /** Seconds; at most 2^53 - 1. */
  readonly maxAge: number;
  readonly includeSubDomains: boolean;
  readonly preload: boolean;
}

/** Why browsers ignore a Strict-Transport-Security header (RFC 6797, 6.1; in a <meta>: 8.5). */
export const HSTS_FAULTS = [
  'no-max-age',
  'bad-max-age',
  'directive-twice',
  'comma-joined',
  'in-meta',
] as const;
export type HstsFault = (typeof HSTS_FAULTS)[number];

/** A Strict-Transport-Security header that browsers ignore. */
export interface InvalidHsts {
  readonly why: HstsFault;
  /** Bounded. */
  readonly value: string;
}

/** What the headers of the page itself said. */
export interface PageHeaders {
  /** null: the header is missing or not valid. */
  readonly hsts: Hsts | null;
  /** The first header, when it is not valid. */
  readonly invalidHsts: InvalidHsts | null;
  /** How many such headers came: the first alone counts (RFC 6797, 8.1). */
  readonly hstsCount: number;
  /** The page's own policy turns http loads into https (W3C Upgrade Insecure Requests). */
  readonly upgradesInsecureRequests: boolean;
  /** The page's own policy lets no form be sent over http (CSP 3, `form-action`), or none at all (`sandbox`). */
  readonly stopsForms: boolean;
  /** The key in the deep check's policy, if one came with them; whether it is of a check is for the background to say. */
  readonly deepKey: string | null;
}

/** How the browser came to the page. Seen through the main frame's request events; null parts were not seen. */
export interface Navigation {
  readonly requestId: string;
  /** Redirects in order, without the page itself. */
  readonly hops: readonly Hop[];
  /** Redirects are missing here: events that tell of them were lost. */
  readonly hopsUnseen?: true | undefined;
  readonly url: string;
  readonly status: number | null;
  readonly headers: PageHeaders | null;
  readonly fromCache: boolean;
  /** When its first redirect or its answer came, ms since epoch. */
  readonly startedAt: number;
}

/** The browser did not open the page. */
export interface Refusal {
  readonly kind: CertificateErrorKind;
  /** The browser's own name for the error, e.g. `net::ERR_CERT_DATE_INVALID`; bounded. */
  readonly code: string;
  /** ms since epoch. */
  readonly at: number;
}

/** The page was opened in spite of a certificate error. */
export interface Override {
  readonly kind: CertificateErrorKind;
  readonly code: string;
  /** `browser`: it says so itself. `earlier-refusal`: it refused the same origin in the days before and then opened it. */
  readonly source: 'browser' | 'earlier-refusal';
  /** When the browser refused, ms since epoch; null when only the connection itself tells. */
  readonly refusedAt: number | null;
}

/** What the browser told about the connection and its certificate. */
export interface ConnectionReport {
  readonly browser: 'firefox' | 'chromium';
  /** ms since epoch. */
  readonly at: number;
  readonly state: 'secure' | 'weak' | 'broken' | 'insecure';
  /** The certificates as DER in base64, leaf first; Chromium gives the leaf only. */
  readonly chain: readonly string[];
  /** SHA-256 of the leaf, lower-case hex; null when not given. */
  readonly sha256: string | null;
  /** Firefox only; null: the browser does not tell. */
  readonly protocol: string | null;
  readonly cipherSuite: string | null;
  readonly keyExchange: string | null;
  readonly extendedValidation: boolean | null;
  readonly encryptedClientHello: boolean | null;
  readonly rootIsBuiltIn: boolean | null;
  /** The organisation's policy names a certificate of the chain. */
  readonly isOrganizationRoot: boolean;
}

/**
 * Why there is no page. `not-loaded`: it could not be loaded for a reason that is not its certificate. `held-back`: the browser asked for the
 * encrypted address itself, which failed, and does not show the unencrypted one. `redirect-loop`: it was redirected without end.
 * `client-certificate`: the server wants a certificate of the person's, or does not take the one that was sent.
 */
export const ABSENCE_KINDS = ['not-loaded', 'held-back', 'redirect-loop', 'client-certificate'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

export interface Absence {
  readonly kind: AbsenceKind;
  /** The browser's own name for the error; bounded. */
  readonly code: string;
}

/** All facts about one document in one tab. One writer: the background. */
export interface PageRecord {
  readonly schema: typeof RECORD_SCHEMA;
  readonly tabId: number;
  /** Made by the observer; `unobserved` when none runs in this page. */
  readonly documentId: string;
  readonly url: string;
  /** ms since epoch. */
  readonly openedAt: number;
  /** An observer reported from the page. Without one, nothing is known of its content. */
  readonly observed: boolean;
  readonly secureContext: boolean | null;
  readonly navigation: Navigation | null;
  readonly refusal: Refusal | null;
  readonly override: Override | null;
  readonly absence: Absence | null;
  /** What the browser told with this page's own answer. */
  readonly connection: ConnectionReport | null;
  /** What the browser told of the same origin earlier in this session, when it told nothing with this page (cache, service worker). */
  readonly remembered: ConnectionReport | null;
  /** What the public logs said of this host, when a person asked for it. */
  readonly lookUp: LookUp | null;
  /** Hosts that the page loaded from over an encrypted connection and that share its host's last two labels; bounded. */
  readonly hosts: readonly string[];
  /** Since when the page's markup turns its http loads into https: 0 from the start, else ms since epoch; null: it does not. Its headers may say so too. */
  readonly upgradesByMetaSince: number | null;
  /** What a <meta> of the page says in the name of Strict-Transport-Security; browsers do not read it (RFC 6797, 8.5). Bounded. */
  readonly hstsMeta?: string | undefined;
  /** The page was loaded with the deep check's report-only policy: what it asks for without encryption is listed as completely as the browser tells. */
  readonly deepChecked: boolean;
  /** The page's own service worker answered: no request for the page left the browser, so there were no headers and no connection to report. */
  readonly servedByWorker: boolean;
  /** By the browser's frame id. */
  readonly frames: Readonly<Record<string, FrameFacts>>;
  readonly framesDropped: number;
  /** The record was made anew for a page that was there before, and its inner frames were not asked yet: what they reported earlier is lost. */
  readonly framesUnheard: boolean;
  readonly mixed: readonly MixedEntry[];
  /** Requests that the page's own policies stopped; bounded. */
  readonly stopped: readonly StoppedLoad[];
  /** Sightings left out because a list was full, in all frames: one load may be seen, and left out, more than once. */
  readonly mixedDropped: number;
  /** Parts of reports that were refused and are of no frame that is still there: of workers, and of documents that are gone. */
  readonly refused: number;
}
