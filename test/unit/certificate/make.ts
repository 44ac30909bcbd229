// Certificates for tests of judgements: right in every part that a test does not name.
import type {
  CertificateFacts,
  CertificateJudgement,
} from '../../../lib/certificate/judge/judge-certificate.ts';
import { judgeCertificate } from '../../../lib/certificate/judge/judge-certificate.ts';
import type { BrowserReport } from '../../../lib/certificate/judge/root.ts';
import type { Certificate, DistinguishedName, SubjectName } from '../../../lib/certificate/certificate.ts';

const SHORT: Readonly<Record<string, string>> = {
  CN: '2.5.4.3',
  SN: '2.5.4.4',
  serialNumber: '2.5.4.5',
  C: '2.5.4.6',
  L: '2.5.4.7',
  ST: '2.5.4.8',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  businessCategory: '2.5.4.15',
  GN: '2.5.4.42',
  jurisdictionC: '1.3.6.1.4.1.311.60.2.1.3',
};

/** `{ C: 'DE', O: 'Example' }` → a name with one RDN for each. */
export function nameOf(attributes: Readonly<Record<string, string>>): DistinguishedName {
  return Object.entries(attributes).map(([short, text]) => [
    { oid: SHORT[short] ?? short, tag: 12, text, hex: null },
  ]);
}

/** Names as a person writes them: `*.example.com`, or `ip:` and hex. */
export function namesOf(...names: readonly string[]): readonly SubjectName[] {
  return names.map((value) =>
    value.startsWith('ip:') ? { kind: 'ip', hex: value.slice(3) } : { kind: 'dns', value },
  );
}

export function certificateOf(parts: Partial<Certificate> = {}): Certificate {
  return {
    version: 3,
    serial: '01',
    signature: { oid: '1.2.840.113549.1.1.11', parameters: '0500' },
    issuer: nameOf({ C: 'US', O: 'Example Trust', CN: 'Example CA 1' }),
    notBefore: Date.UTC(2025, 0, 1),
    notAfter: Date.UTC(2025, 2, 31, 23, 59, 59),
    subject: nameOf({ CN: 'www.example.com' }),
    selfIssued: false,
    key: { oid: '1.2.840.113549.1.1.1', parameters: '0500', modulusBits: 2048 },
    extensions: [],
    names: namesOf('www.example.com'),
    basicConstraints: null,
    keyUsage: null,
    extendedKeyUsage: null,
    policies: [],
    ocsp: [],
    caIssuers: [],
    crl: [],
    mustStaple: false,
    precertificate: false,
    scts: [],
    notes: [],
    ...parts,
  };
}

export const AS_CA: Partial<Certificate> = { basicConstraints: { ca: true, pathLength: null } };

/** What Firefox reports beside a certificate, changed by `parts`. */
export function reportOf(parts: Partial<BrowserReport> = {}): BrowserReport {
  return { extendedValidation: null, rootIsBuiltIn: null, isOrganizationRoot: false, ...parts };
}

/** The judgement, as of a file unless `facts` say otherwise. */
export function judgementOf(
  certificate: Certificate,
  facts: Partial<CertificateFacts> = {},
): CertificateJudgement {
  return judgeCertificate({
    certificate,
    der: null,
    chain: [],
    connection: null,
    source: 'file',
    now: Date.UTC(2025, 0, 15),
    ...facts,
  });
}
