// Builds the records with a certificate or a certificate error that findings give as examples. Only examples and tests import this.
import type { CertificateErrorKind } from '../record/certificate-error.ts';
import type { CertificateReport, ConnectionReport } from '../record/certificate-record.ts';
import { emptyRecord } from '../record/record-changes.ts';
import type { PageRecord } from '../record/record.ts';
import { EXAMPLE_TIME, pageAt } from './example.ts';
import { EXAMPLE_CERTIFICATES } from './example-certificates.ts';
import type { ExampleCertificate } from './example-certificates.ts';
import type { FindingExamples } from './finding.ts';

/** A page whose browser reported this certificate, with the certificates above it. */
export function pageWithCertificate(
  leaf: ExampleCertificate,
  ...above: readonly ExampleCertificate[]
): PageRecord {
  return pageAt('https://example.com/', { certificates: [reportedCertificate({}, leaf, ...above)] });
}

/** The same, with what the browser reports about the root. */
export function pageUnderRoot(
  leaf: ExampleCertificate,
  root: Partial<Pick<ConnectionReport, 'rootIsBuiltIn' | 'isOrganizationRoot'>>,
): PageRecord {
  const certificate = reportedCertificate({ browser: 'firefox', ...root }, leaf);
  return pageAt('https://example.com/', { certificates: [certificate] });
}

/** A page with this certificate, opened in spite of an error of this kind. */
export function overriddenCertificate(kind: CertificateErrorKind, leaf: ExampleCertificate): PageRecord {
  const certificate = reportedCertificate({ state: 'broken' }, leaf);
  return { ...overriddenPage(kind, 'ERR_EXAMPLE'), certificates: [certificate] };
}

function reportedCertificate(
  parts: Partial<ConnectionReport>,
  ...chain: readonly ExampleCertificate[]
): CertificateReport {
  return {
    source: 'page',
    at: EXAMPLE_TIME,
    chain: chain.map((name) => EXAMPLE_CERTIFICATES[name]),
    sha256: null,
    revoked: null,
    connection: {
      browser: chain.length > 1 ? 'firefox' : 'chromium',
      state: 'secure',
      protocol: null,
      cipherSuite: null,
      keyExchange: null,
      extendedValidation: null,
      encryptedClientHello: null,
      rootIsBuiltIn: null,
      isOrganizationRoot: false,
      ...parts,
    },
  };
}

/** A page that the browser refused for this reason. */
export function refusedPage(kind: CertificateErrorKind, code: string): PageRecord {
  return {
    ...emptyRecord(1, 'unobserved', 'https://example.com/', EXAMPLE_TIME),
    refusal: { kind, code, at: EXAMPLE_TIME },
  };
}

/** A page that was opened in spite of an error of this kind. */
export function overriddenPage(kind: CertificateErrorKind, code: string): PageRecord {
  return pageAt('https://example.com/', {
    override: { kind, code, source: 'earlier-refusal', refusedAt: EXAMPLE_TIME },
  });
}

/** Examples of the finding for one kind of certificate error; `other` is a kind it must not mistake for its own. */
export function certificateErrorExamples(
  kind: CertificateErrorKind,
  code: string,
  other: CertificateErrorKind,
): FindingExamples {
  return {
    fires: [refusedPage(kind, code), overriddenPage(kind, code)],
    silent: [pageAt('https://example.com/'), refusedPage(other, 'ERR_OTHER')],
  };
}
