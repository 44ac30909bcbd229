// The shape of `npm run inspect -- --json` as a schema that programs can check against; docs/inspect.md says it in words, and a test holds
// all three together.
import * as v from 'valibot';
import { CERTIFICATE_ERROR_KINDS } from '../record/certificate-error.ts';
import { LOAD_KINDS, MIXED_CLASSES, MIXED_EVIDENCE, MIXED_OUTCOMES } from '../mixed-content/mixed-content.ts';
import {
  CERTIFICATE_KINDS,
  EVIDENCE_SOURCES,
  GAP_KINDS,
  NOT_APPLICABLE_REASONS,
  SEVERITIES,
  STATES,
  SUBJECTS,
} from '../verdict/verdict.ts';
import type { CertificateReading, InspectResult } from './inspect-json.ts';
import { CONNECTION_SOURCES, INSPECT_ERRORS, INSPECT_SCHEMA } from './inspect-json.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const duration = v.pipe(v.number(), v.minValue(0));
const errorKind = v.picklist(CERTIFICATE_ERROR_KINDS);

const finding = v.strictObject({
  id: v.string(),
  severity: v.picklist(SEVERITIES),
  voice: v.picklist(['both', 'owner']),
  subject: v.picklist(SUBJECTS),
  count: v.pipe(count, v.minValue(1)),
  evidence: v.array(v.strictObject({ source: v.picklist(EVIDENCE_SOURCES), params: v.array(v.string()) })),
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
      source: v.picklist(['browser', 'earlier-refusal']),
    }),
  ),
  connection: v.nullable(
    v.strictObject({
      source: v.picklist(CONNECTION_SOURCES),
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
    }),
  ),
  reading: v.nullable(reading),
});

/** One line. */
export const inspectResult: v.GenericSchema<unknown, InspectResult> = v.strictObject({
  schema: v.literal(INSPECT_SCHEMA),
  url: v.string(),
  finalUrl: v.nullable(v.string()),
  browser: v.nullable(v.string()),
  state: v.nullable(v.picklist(STATES)),
  reason: v.nullable(v.picklist(NOT_APPLICABLE_REASONS)),
  findings: v.array(finding),
  gaps: v.array(v.strictObject({ kind: v.picklist(GAP_KINDS), count: v.pipe(count, v.minValue(1)) })),
  hops: v.array(v.strictObject({ url: v.string(), status: v.nullable(v.number()), internal: v.boolean() })),
  mixed: v.array(mixedEntry),
  mixedDropped: count,
  deepChecked: v.boolean(),
  certificate: v.nullable(certificate),
  timings: v.nullable(
    v.strictObject({ load: v.nullable(duration), settled: v.nullable(duration), total: duration }),
  ),
  error: v.nullable(v.strictObject({ kind: v.picklist(INSPECT_ERRORS), message: v.string() })),
});
