// Builds the evidence that several findings share. It is bounded: for a page with thousands of requests it has the first few and the count.
import type { Certificate } from '../certificate/certificate.ts';
import { listHostNames } from '../certificate/describe/details.ts';
import { classifyAddress } from '../address/address.ts';
import { insecureHops } from '../record/navigation.ts';
import type { CertificateErrorKind } from '../record/certificate-error.ts';
import type { MixedOutcome } from '../mixed-content/mixed-content.ts';
import { placeText } from '../mixed-content/place.ts';
import type { FrameFacts, PageRecord } from '../record/record.ts';
import { errorKinds } from './error-kinds.ts';
import type { Found } from './finding.ts';
import { deliveredCertificate } from './page-certificate.ts';
import type { Evidence, EvidenceSource } from './terms.ts';
import type { FieldCounts } from '../record/sightings/observer-report.ts';
import type { MixedEntry } from '../mixed-content/mixed-entry.ts';

/** The most pieces of evidence that a finding keeps. */
const MAX_EVIDENCE = 20;

/** The most names of a certificate that are given as evidence. */
const MAX_NAMES = 5;

/** Returns a finding with its evidence, or null without any. `count`: the number of things found, by default one per piece of evidence. */
export function found(evidence: readonly Evidence[], count = evidence.length): Found | null {
  return evidence.length === 0 ? null : { count, evidence: evidence.slice(0, MAX_EVIDENCE) };
}

/** The page's own address as evidence. */
export function addressEvidence(record: PageRecord): Evidence {
  return { source: 'address', params: [record.url] };
}

const FIELD_SOURCES = {
  password: 'password-field',
  card: 'card-field',
  oneTimeCode: 'one-time-code-field',
  text: 'text-field',
} as const satisfies Record<keyof FieldCounts, EvidenceSource>;

/** Fields of one kind in frames that are not protected by their own connection, or are inside an insecure page. */
export function findExposedFields(record: PageRecord, kind: keyof FieldCounts): Found | null {
  const evidence: Evidence[] = [];
  let count = 0;
  for (const frame of Object.values(record.frames)) {
    const fields = frame.fields[kind];
    if (fields === 0 || isProtected(frame, record)) continue;
    count += fields;
    evidence.push({ source: FIELD_SOURCES[kind], params: [String(fields), frame.url] });
    if (frame.url.startsWith('https:'))
      evidence.push({ source: 'frame-in-insecure-page', params: [frame.url] });
  }
  return found(evidence, count);
}

/**
 * A document without an address of its own (`data:`, `blob:`, `about:srcdoc`) is as protected as the page that created it. Browsers disagree on
 * whether it is a secure context: in Chromium a `data:` frame never is.
 */
function isProtected(frame: FrameFacts, { secureContext, url }: PageRecord): boolean {
  const isPartOfPage = /^(?:data|blob|about):/i.test(frame.url);
  return frame.secureContext || (isPartOfPage && (secureContext ?? classifyAddress(url) === 'https'));
}

/** The entries of mixed content that `matches` selects, each with its best evidence. */
export function findMixed(record: PageRecord, matches: (entry: MixedEntry) => boolean): Found | null {
  const entries = record.mixed.filter(matches);
  return found(entries.slice(0, MAX_EVIDENCE).map(mixedEvidence), entries.length);
}

/** Returns the best evidence for one entry. */
export function mixedEvidence(entry: MixedEntry): Evidence {
  return entry.evidence.includes('dom')
    ? { source: 'element', params: [entry.url, placeText(entry) ?? ''] }
    : { source: 'resource-timing', params: [entry.url] };
}

/** Requests with this outcome, except forms and downloads. */
export function findLoads(record: PageRecord, outcome: MixedOutcome): Found | null {
  return findMixed(
    record,
    (entry) => entry.outcome === outcome && entry.class !== 'form' && entry.class !== 'download',
  );
}

/** Redirects over http before a page that was opened, before or after the first https address. */
export function findHops(record: PageRecord, afterHttps: boolean): Found | null {
  const { navigation, absence } = record;
  if (navigation === null || absence !== null) return null;
  return found(
    insecureHops(navigation)
      .filter((insecure) => insecure.afterHttps === afterHttps)
      .map(({ hop, to }) => ({ source: 'hop', params: [hop.url, to] })),
  );
}

/** The distinct steps of a redirect loop; `count` counts all steps. */
export function findLoop({ absence, navigation }: PageRecord): Found | null {
  if (absence?.kind !== 'redirect-loop' || navigation === null) return null;
  const insecure = new Set(insecureHops(navigation).map(({ hop }) => hop));
  const steps = new Map<string, Evidence>();
  navigation.hops.forEach((hop, index) => {
    const params = [hop.url, navigation.hops[index + 1]?.url ?? navigation.url];
    steps.set(JSON.stringify(params), { source: insecure.has(hop) ? 'hop' : 'redirect', params });
  });
  return found([...steps.values()], navigation.hops.length);
}

/** Found if the page has a certificate error of this kind, whether the browser refused the page or it was opened in spite of it. */
export function findCertificateError(record: PageRecord, kind: CertificateErrorKind): Found | null {
  const match = errorKinds(record).find((each) => each.kind === kind);
  if (match === undefined) return null;
  const { refusal, override } = record;
  const delivered = deliveredCertificate(record);
  return found(
    [
      ...(refusal === null ? [] : [{ source: 'browser-refused', params: [refusal.code] } as const]),
      ...(refusal !== null || override === null ? [] : [overrideEvidence(override)]),
      ...(delivered !== null && match.by === 'dates' ? [datesEvidence(delivered.certificate)] : []),
      ...(delivered !== null && kind === 'wrong-name' ? namesEvidence(delivered.certificate) : []),
      ...(match.by === 'names' ? [{ source: 'certificate-self-issued', params: [] } as const] : []),
    ],
    1,
  );
}

/** The evidence that a certificate error was overridden. */
export function overrideEvidence(override: NonNullable<PageRecord['override']>): Evidence {
  return override.source === 'browser' || override.refusedAt === null
    ? { source: 'browser-state', params: [override.code] }
    : {
        source: 'refused-then-opened',
        params: [override.code, new Date(override.refusedAt).toISOString()],
      };
}

/** The first names that a certificate lists: they show which site it was issued for. */
function namesEvidence(certificate: Certificate): readonly Evidence[] {
  const names = (listHostNames(certificate) ?? []).slice(0, MAX_NAMES);
  return names.length === 0
    ? []
    : [{ source: 'certificate-names', params: [names.map(({ value }) => value).join(', ')] }];
}

/** The dates that a certificate states. */
export function datesEvidence({ notBefore, notAfter }: Certificate): Evidence {
  return {
    source: 'certificate-dates',
    params: [notBefore, notAfter].map((time) => new Date(time).toISOString()),
  };
}
