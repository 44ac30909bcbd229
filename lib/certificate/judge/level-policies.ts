// The policy identifiers that stand for a validation level: those that the CA/Browser Forum reserved, and those of single issuers.

export type StatedLevel = 'DV' | 'OV' | 'IV' | 'EV';

/** BR 7.1.6.1 and EV Guidelines 7.1.6.1. */
export const RESERVED_POLICIES: Readonly<Record<string, StatedLevel>> = {
  '2.23.140.1.2.1': 'DV',
  '2.23.140.1.2.2': 'OV',
  '2.23.140.1.2.3': 'IV',
  '2.23.140.1.1': 'EV',
};

/** The tables that `LEGACY_POLICIES` is taken from. */
export const POLICY_TABLES = {
  mozilla: {
    title: "Firefox's table of EV policies",
    url: 'https://searchfox.org/mozilla-central/source/security/certverifier/ExtendedValidation.cpp',
  },
  chromium: {
    title: "Chromium's table of EV policies, up to 2023",
    url: 'https://chromium.googlesource.com/chromium/src/+log/refs/heads/main/net/cert/ev_root_ca_metadata.cc',
  },
  microsoft: {
    title: "Microsoft's list of trusted roots",
    url: 'https://ccadb.my.salesforce-sites.com/microsoft/IncludedCACertificateReportForMSFT',
  },
  apple: {
    title: "Apple's EVRoots.plist",
    url: 'https://opensource.apple.com/source/security_certificates/',
  },
  zlint: {
    title: "zlint's table of EV policies",
    url: 'https://github.com/zmap/zlint/blob/master/v3/util/ev.go',
  },
  cabforum: {
    title: 'CA/Browser Forum, registry of CA-specific policies',
    url: 'https://cabforum.org/resources/object-registry/',
  },
  globalsign: { title: 'GlobalSign Certificate Policy', url: 'https://www.globalsign.com/en/repository' },
  letsencrypt: { title: "Let's Encrypt CP/CPS", url: 'https://letsencrypt.org/repository/' },
  etsi: {
    title: 'ETSI EN 319 411-1, 5.3',
    url: 'https://www.etsi.org/deliver/etsi_en/319400_319499/31941101/',
  },
} as const;

export interface LegacyPolicy {
  readonly level: StatedLevel;
  readonly issuer: string;
  readonly table: keyof typeof POLICY_TABLES;
}

function row(level: StatedLevel, issuer: string, table: keyof typeof POLICY_TABLES): LegacyPolicy {
  return { level, issuer, table };
}

/**
 * Identifiers of single issuers, each taken from a public table. They decide only where no reserved one is present: in certificates from before
 * 2020-09-30 (BR 7.1.6.1) and in private ones.
 */
export const LEGACY_POLICIES: Readonly<Record<string, LegacyPolicy>> = {
  // Extended validation.
  '1.2.156.112559.1.1.6.1': row('EV', 'GDCA', 'mozilla'),
  '1.2.156.112570.1.1.3': row('EV', 'SHECA', 'microsoft'),
  '1.2.392.200091.100.721.1': row('EV', 'SECOM', 'mozilla'),
  '1.2.40.0.17.1.22': row('EV', 'A-Trust', 'microsoft'),
  '1.2.616.1.113527.2.5.1.1': row('EV', 'Certum', 'mozilla'),
  '1.3.159.1.17.1': row('EV', 'Actalis', 'mozilla'),
  '1.3.171.1.1.10.5.2': row('EV', 'LuxTrust', 'mozilla'),
  '1.3.6.1.4.1.13177.10.1.3.10': row('EV', 'Firmaprofesional', 'mozilla'),
  '1.3.6.1.4.1.14370.1.6': row('EV', 'GeoTrust', 'mozilla'),
  '1.3.6.1.4.1.14777.6.1.1': row('EV', 'Izenpe', 'mozilla'),
  '1.3.6.1.4.1.14777.6.1.2': row('EV', 'Izenpe', 'mozilla'),
  '1.3.6.1.4.1.17326.10.14.2.1.2': row('EV', 'Camerfirma', 'mozilla'),
  '1.3.6.1.4.1.17326.10.14.2.2.2': row('EV', 'Camerfirma', 'chromium'),
  '1.3.6.1.4.1.17326.10.8.12.1.2': row('EV', 'Camerfirma', 'mozilla'),
  '1.3.6.1.4.1.17326.10.8.12.2.2': row('EV', 'Camerfirma', 'chromium'),
  '1.3.6.1.4.1.22234.2.14.3.11': row('EV', 'OpenTrust', 'mozilla'),
  '1.3.6.1.4.1.22234.3.5.3.1': row('EV', 'OpenTrust', 'mozilla'),
  '1.3.6.1.4.1.22234.3.5.3.2': row('EV', 'OpenTrust', 'mozilla'),
  '1.3.6.1.4.1.22234.2.5.2.3.1': row('EV', 'Keynectis', 'mozilla'),
  '1.3.6.1.4.1.23223.1.1.1': row('EV', 'StartCom', 'chromium'),
  '1.3.6.1.4.1.23223.2': row('EV', 'StartCom', 'apple'),
  '1.3.6.1.4.1.29836.1.10': row('EV', 'CNNIC', 'chromium'),
  '1.3.6.1.4.1.34697.2.1': row('EV', 'AffirmTrust', 'mozilla'),
  '1.3.6.1.4.1.34697.2.2': row('EV', 'AffirmTrust', 'mozilla'),
  '1.3.6.1.4.1.34697.2.3': row('EV', 'AffirmTrust', 'mozilla'),
  '1.3.6.1.4.1.34697.2.4': row('EV', 'AffirmTrust', 'mozilla'),
  '1.3.6.1.4.1.36305.2': row('EV', 'WoSign', 'chromium'),
  '1.3.6.1.4.1.40869.1.1.22.3': row('EV', 'TWCA', 'mozilla'),
  '1.3.6.1.4.1.4146.1.1': row('EV', 'GlobalSign', 'mozilla'),
  '1.3.6.1.4.1.4788.2.202.1': row('EV', 'D-Trust', 'mozilla'),
  '1.3.6.1.4.1.6334.1.100.1': row('EV', 'Cybertrust', 'mozilla'),
  '1.3.6.1.4.1.6449.1.2.1.5.1': row('EV', 'Sectigo', 'mozilla'),
  '1.3.6.1.4.1.782.1.2.1.8.1': row('EV', 'Network Solutions', 'mozilla'),
  '1.3.6.1.4.1.7879.13.24.1': row('EV', 'T-Systems', 'mozilla'),
  '1.3.6.1.4.1.8024.0.2.100.1.2': row('EV', 'QuoVadis', 'mozilla'),
  '2.16.156.112554.3': row('EV', 'CFCA', 'mozilla'),
  '2.16.528.1.1001.1.1.1.12.6.1.1.1': row('EV', 'DigiNotar', 'zlint'),
  '2.16.528.1.1003.1.2.7': row('EV', 'Staat der Nederlanden', 'mozilla'),
  '2.16.578.1.26.1.3.3': row('EV', 'Buypass', 'mozilla'),
  '2.16.756.1.83.21.0': row('EV', 'Swisscom', 'chromium'),
  '2.16.756.1.89.1.2.1.1': row('EV', 'SwissSign', 'mozilla'),
  '2.16.756.5.14.7.4.8': row('EV', 'WISeKey', 'mozilla'),
  '2.16.792.1.2.1.1.5.7.1.9': row('EV', 'Kamu SM', 'zlint'),
  '2.16.792.3.0.3.1.1.5': row('EV', 'Türktrust', 'chromium'),
  '2.16.792.3.0.4.1.1.4': row('EV', 'E-Tuğra', 'mozilla'),
  '2.16.840.1.113733.1.7.23.6': row('EV', 'VeriSign', 'mozilla'),
  '2.16.840.1.113733.1.7.48.1': row('EV', 'Thawte', 'mozilla'),
  '2.16.840.1.114028.10.1.2': row('EV', 'Entrust', 'mozilla'),
  '2.16.840.1.114171.500.9': row('EV', 'Wells Fargo', 'chromium'),
  '2.16.840.1.114404.1.1.2.4.1': row('EV', 'Trustwave', 'mozilla'),
  '2.16.840.1.114412.1.3.0.2': row('EV', 'DigiCert', 'apple'),
  '2.16.840.1.114412.2.1': row('EV', 'DigiCert', 'mozilla'),
  '2.16.840.1.114413.1.7.23.3': row('EV', 'GoDaddy', 'mozilla'),
  '2.16.840.1.114414.1.7.23.3': row('EV', 'Starfield', 'mozilla'),
  '2.16.840.1.114414.1.7.24.3': row('EV', 'Starfield', 'chromium'),
  '0.4.0.2042.1.4': row('EV', 'ETSI EVCP', 'etsi'),
  '0.4.0.2042.1.5': row('EV', 'ETSI EVCP+', 'etsi'),
  // Organisation and domain validation. Only identifiers that mean a level and nothing else: many of those that issuers registered are
  // also found in certificates for mail, code or OCSP.
  '2.16.840.1.114412.1.1': row('OV', 'DigiCert', 'cabforum'),
  '2.16.840.1.114413.1.7.23.2': row('OV', 'GoDaddy', 'cabforum'),
  '0.4.0.2042.1.7': row('OV', 'ETSI OVCP', 'etsi'),
  '0.4.0.2042.1.8': row('IV', 'ETSI IVCP', 'etsi'),
  '1.3.6.1.4.1.4146.1.10.10': row('DV', 'GlobalSign', 'globalsign'),
  '1.3.6.1.4.1.44947.1.1.1': row('DV', "Let's Encrypt", 'letsencrypt'),
  '0.4.0.2042.1.6': row('DV', 'ETSI DVCP', 'etsi'),
};
