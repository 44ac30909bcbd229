// The JSON of `npm run inspect -- --json`: a published shape. The schema is the source: programs can check against it, the types are inferred from
// it, and the table of fields in docs/inspect.md is generated from its descriptions (test/unit/report/inspect-docs.test.ts). New fields keep the
// version number; changed or removed ones raise it.
import * as v from 'valibot';
import type { CertificateSummary } from '../certificate/judge/summary.ts';
import { CERTIFICATE_ERROR_KINDS } from '../record/certificate-error.ts';
import { CONNECTION_STATES } from '../record/certificate-record.ts';
import { OVERRIDE_SOURCES } from '../record/record.ts';
import type { Infer } from '../schema/schema.ts';
import { count } from '../schema/schema.ts';
import { LOAD_KINDS, MIXED_CLASSES, MIXED_EVIDENCE, MIXED_OUTCOMES } from '../mixed-content/mixed-content.ts';
import { GAP_KINDS, NOT_APPLICABLE_REASONS, STATES } from '../verdict/verdict.ts';
import { EVIDENCE_SOURCES, SEVERITIES, SUBJECTS } from '../verdict/terms.ts';
import { FINDING_IDS } from '../verdict/finding-list.ts';
import { CERTIFICATE_KINDS } from '../verdict/verdict-rows.ts';

export const INSPECT_SCHEMA = 1;

/** Why an address has no verdict, or one that may be incomplete. */
export const INSPECT_ERRORS = [
  /** Not an absolute address. */
  'address',
  /** A scheme that is not opened. */
  'scheme',
  /** The page did not finish loading in time; the results until then are included. */
  'timeout',
  /** The browser could not load the page, for another reason than its certificate. */
  'not-loaded',
  /** The server sent a file to store, or no content: the browser shows no page. */
  'no-page',
  /** The page's process or the whole browser ended. */
  'crashed',
  /** The extension could not scan the page. */
  'not-observed',
] as const;

/**
 * The reporter of a connection. `devtools`: Chromium's DevTools protocol, which reports to this program only, not to the extension of a user.
 * `extension`: the browser, to the extension.
 */
export const CONNECTION_SOURCES = ['extension', 'devtools'] as const;
export type ConnectionSource = (typeof CONNECTION_SOURCES)[number];

/** One certificate, or why it could not be parsed. */
export type CertificateReading =
  | CertificateSummary
  | {
      readonly error: {
        readonly name: string;
        readonly code: string;
        readonly message: string;
        readonly offset: number;
      };
    };

const duration = v.pipe(v.number(), v.minValue(0));
const errorKind = v.picklist(CERTIFICATE_ERROR_KINDS);

const finding = v.strictObject({
  id: v.picklist(FINDING_IDS),
  severity: v.picklist(SEVERITIES),
  voice: v.picklist(['both', 'owner']),
  subject: v.picklist(SUBJECTS),
  count: v.pipe(count, v.minValue(1)),
  evidence: v.pipe(
    v.array(v.strictObject({ source: v.picklist(EVIDENCE_SOURCES), params: v.array(v.string()) })),
    v.description(
      'objects of `source` and `params`, e.g. `{"source": "password-field", "params": ["1", "http://example.org/"]}`',
    ),
  ),
});

const mixedEntry = v.strictObject({
  url: v.string(),
  kind: v.picklist(LOAD_KINDS),
  class: v.picklist(MIXED_CLASSES),
  outcome: v.picklist(MIXED_OUTCOMES),
  place: v.nullable(v.string()),
  source: v.nullable(v.string()),
  count: v.pipe(count, v.minValue(1)),
  evidence: v.array(v.picklist(MIXED_EVIDENCE)),
  frameUrl: v.string(),
});

/** Its fields have a version of their own: docs/certificate-schema.md. */
const reading = v.custom<CertificateReading>(
  (value) => typeof value === 'object' && value !== null && ('level' in value || 'error' in value),
);

const certificate = v.strictObject({
  kind: v.picklist(CERTIFICATE_KINDS),
  refusal: v.nullable(v.strictObject({ kind: errorKind, code: v.string() })),
  override: v.nullable(
    v.strictObject({
      kind: errorKind,
      code: v.string(),
      source: v.picklist(OVERRIDE_SOURCES),
    }),
  ),
  connection: v.nullable(
    v.strictObject({
      source: v.picklist(CONNECTION_SOURCES),
      state: v.picklist(CONNECTION_STATES),
      chain: v.array(v.string()),
      sha256: v.nullable(v.string()),
      protocol: v.nullable(v.string()),
      cipherSuite: v.nullable(v.string()),
      keyExchange: v.nullable(v.string()),
      extendedValidation: v.nullable(v.boolean()),
      encryptedClientHello: v.nullable(v.boolean()),
      rootIsBuiltIn: v.nullable(v.boolean()),
      isOrganizationRoot: v.boolean(),
    }),
  ),
  reading: v.nullable(reading),
});

/** One line. */
export const inspectResult = v.strictObject({
  schema: v.pipe(v.literal(INSPECT_SCHEMA), v.description('`1`')),
  url: v.pipe(
    v.string(),
    v.description('the address as it was given, but with `***` for a name and a password in it'),
  ),
  finalUrl: v.pipe(v.nullable(v.string()), v.description('where it led; `null` when no page was opened')),
  browser: v.pipe(
    v.nullable(v.string()),
    v.description('name and version, e.g. `Chrome/156.0.8078.79`; `null` when no browser was asked'),
  ),
  state: v.pipe(
    v.nullable(v.picklist(STATES)),
    v.description(
      '`not-applicable`, `nothing-found`, `notice`, `warning` or `danger`; `null` when there is no verdict',
    ),
  ),
  reason: v.pipe(
    v.nullable(v.picklist(NOT_APPLICABLE_REASONS)),
    v.description(
      'with `not-applicable`: `browser-page`, `file`, `blank`, `other-scheme`, `not-loaded`, `held-back` (the browser requested https itself, which failed, and does not open the http page), `not-observed` or `not-wholly-checked` (nothing was found, but `gaps` names what was not checked); else `null`',
    ),
  ),
  findings: v.pipe(
    v.array(finding),
    v.description(
      'worst first: objects of `id`, `severity` (`advice`, `notice`, `warning`, `danger`), `voice` (`both`, or `owner` for advice), `subject` (`connection`, `certificate`, `content`), `count` and `evidence`. [findings.md](findings.md) explains every id',
    ),
  ),
  gaps: v.pipe(
    v.array(v.strictObject({ kind: v.picklist(GAP_KINDS), count: v.pipe(count, v.minValue(1)) })),
    v.description(
      'what of the page was not checked, in any state: objects of `kind` (`scan-running`, `scan-gave-up`, `frame-deaf`, `reports-refused`, `sightings-dropped`, `frames-dropped`, `frames-unheard`, `navigation-not-seen`, `redirects-not-seen`; see [what "not wholly checked" means](findings.md)) and `count`',
    ),
  ),
  hops: v.pipe(
    v.array(v.strictObject({ url: v.string(), status: v.nullable(v.number()), internal: v.boolean() })),
    v.description(
      'the redirects on the way, in order: `url`, `status` (`null`: not reported), `internal` (the browser itself changed http to https, nothing was sent)',
    ),
  ),
  mixed: v.pipe(
    v.array(mixedEntry),
    v.description(
      "the page's insecure requests: `url` as the page requested it, `kind` (`image`, `script`, …), `class` (`upgradeable`, `blockable`, `form`, `download`, `private-network`), `outcome` (`blocked`, `upgraded`, `upgraded-by-policy`, `loaded`, `would-be-sent`, `unknown`, `not-loaded`), `place` (the element's selector, with `>>>` into shadow roots; else the same as `source`; or `null`), `source` (the file that asks for it, `file:line:column` where the browser tells; or `null`), `count` (elements that ask for it), `evidence` (`dom`, `sheet`, `timing`, `report`, `request`, `redirect`: where it was seen; `rule`, `policy`: why the outcome follows), `frameUrl` (the frame or worker)",
    ),
  ),
  mixedDropped: v.pipe(
    count,
    v.description(
      'above 0 when the list was full: sightings left out, where one load may count more than once',
    ),
  ),
  deepChecked: v.pipe(v.boolean(), v.description("whether the page came with the deep check's policy")),
  certificate: v.pipe(
    v.nullable(certificate),
    v.description(
      "`kind`: `told` (the browser delivered it), `implied` (it follows from the page having loaded), `not-seen` (how the page was loaded was not seen, so nothing is known of its certificate), `refused`, `overridden` or `none`. `refusal` and `override`: the error's `kind` and the browser's `code`, or `null`. `connection`: what the browser reported, or `null`: `source` (who reported it, see below), `state`, `chain` (base64 of DER, leaf first; `npm run certificate` reads it), `sha256` of the leaf, `protocol`, `cipherSuite`, `keyExchange`, `extendedValidation`, `encryptedClientHello`, `rootIsBuiltIn`, each `null` where the browser does not report it, and `isOrganizationRoot` (the [policy](policy.md#the-organisations-own-roots) names its root). `reading`: the leaf read and judged for the page's host as the popup and the report judge it, with the browser's report on EV, the chain and the root, in the fields of [certificate-schema.md](certificate-schema.md), or its `error`; `null` when none was reported",
    ),
  ),
  timings: v.pipe(
    v.nullable(
      v.strictObject({ load: v.nullable(duration), settled: v.nullable(duration), total: duration }),
    ),
    v.description(
      'ms from the request for the page: `load` (its load event; `null`: it did not happen), `settled` (the verdict changed for the last time; `null`: there is none), `total`',
    ),
  ),
  error: v.pipe(
    v.nullable(v.strictObject({ kind: v.picklist(INSPECT_ERRORS), message: v.string() })),
    v.description('`null`, or `kind` and `message`'),
  ),
});

export type InspectResult = Infer<typeof inspectResult>;
export type InspectError = NonNullable<InspectResult['error']>;
export type InspectTimings = NonNullable<InspectResult['timings']>;
export type InspectCertificate = NonNullable<InspectResult['certificate']>;
