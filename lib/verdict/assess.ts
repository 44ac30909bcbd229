// Computes the verdict from a page's record. It is pure, total and cheap: every view computes it from the record, so that views cannot disagree.
//
//   const verdict = assess(record); // { state: 'danger', findings: [{ id: 'http-page', … }], … }
import { classifyAddress } from '../address/address.ts';
import type { AbsenceKind, PageRecord } from '../record/record.ts';
import type { Fact, Finding } from './finding.ts';
import { findGaps } from './gaps.ts';
import { FINDINGS } from './finding-list.ts';
import type { ListedFinding } from './finding-list.ts';
import { deliveredCertificate } from './page-certificate.ts';
import { buildRows } from './rows.ts';
import type { FoundFinding, NotApplicableReason, State, Verdict } from './verdict.ts';
import type { Severity } from './terms.ts';
import { SEVERITIES } from './terms.ts';

/** Returns the verdict on one document from its record. */
export function assess(record: PageRecord): Verdict {
  const unjudged = reasonNotToJudge(record);
  // A page that the browser does not show has findings for its owner only.
  const findings = unjudged === null || unjudged === 'held-back' ? findAll(record) : [];
  const rows = buildRows(record);
  const gaps = findGaps(record);
  const parts = { findings, gaps, rows };
  if (unjudged !== null) return { state: 'not-applicable', reason: unjudged, ...parts };
  const state = worstState(findings);
  // Without an observer the content is unknown: a page of which only the address was judged must not look judged.
  if (state === 'nothing-found' && !record.observed) {
    return { state: 'not-applicable', reason: 'not-observed', ...parts };
  }
  // "Nothing found" is about what was scanned. What was not scanned may contain anything.
  if (state === 'nothing-found' && gaps.length > 0) {
    return { state: 'not-applicable', reason: 'not-wholly-checked', ...parts };
  }
  return { state, reason: null, ...parts };
}

function reasonNotToJudge(record: PageRecord): NotApplicableReason | null {
  if (record.refusal !== null) return null;
  if (record.absence !== null) return reasonOfAbsence(record.absence.kind);
  const address = classifyAddress(record.url);
  switch (address) {
    case 'browser':
      return 'browser-page';
    case 'file':
      return 'file';
    case 'blank':
      return 'blank';
    case 'other':
      return 'other-scheme';
    case 'https':
    case 'http-public':
    case 'http-private':
    case 'local':
      return null;
  }
}

/** Null: a finding states why there is no page. */
function reasonOfAbsence(kind: AbsenceKind): NotApplicableReason | null {
  switch (kind) {
    case 'redirect-loop':
    case 'client-certificate':
      return null;
    case 'not-loaded':
    case 'held-back':
      return kind;
  }
}

function findAll(record: PageRecord): readonly FoundFinding[] {
  const found: FoundFinding[] = [];
  for (const finding of FINDINGS) {
    const result = finding.needs.every((fact) => isKnown(record, fact)) ? finding.find(record) : null;
    if (result !== null) found.push(describe(finding, result));
  }
  // FINDINGS is in the order of presentation; a stable sort keeps that order within each severity.
  return found.sort((a, b) => rank(b.severity) - rank(a.severity));
}

function describe(
  finding: ListedFinding,
  { count, evidence }: NonNullable<ReturnType<Finding['find']>>,
): FoundFinding {
  const { id, severity, subject } = finding;
  return { id, severity, voice: severity === 'advice' ? 'owner' : 'both', subject, count, evidence };
}

function isKnown(record: PageRecord, fact: Fact): boolean {
  switch (fact) {
    case 'address':
      return true;
    case 'content':
      return record.observed;
    case 'navigation':
      return record.navigation !== null;
    case 'hsts':
      return isHstsKnown(record);
    case 'override':
      return record.override !== null;
    case 'certificate':
      return deliveredCertificate(record) !== null;
  }
}

/**
 * Chromium's cache keeps pages without this header, so its absence from a cached page means nothing.
 * (HttpResponseHeaders::PERSIST_SANS_SECURITY_STATE)
 */
function isHstsKnown({ navigation }: PageRecord): boolean {
  if (navigation === null || navigation.headers === null) return false;
  return !navigation.fromCache || navigation.headers.hsts !== null;
}

function worstState(findings: readonly FoundFinding[]): State {
  const worst = findings[0]?.severity ?? 'advice';
  return worst === 'advice' ? 'nothing-found' : worst;
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
