// Issuers that browsers stopped trusting, completely or from a date on. As of 2026-11-29. One row per family of issuers, with a source for every act
// of a browser. Names of organisations are compared as a whole: a brand in the name of another issuer is not a match.

export const ISSUER_WATCH_AS_OF = '2026-11-29';

export interface BrowserAct {
  readonly browser: 'Chrome' | 'Firefox';
  /** The date of the release, ISO. */
  readonly since: string;
  readonly release: string;
  /** What stays trusted: nothing, or certificates up to a date (ms since epoch, exclusive), or from a date on. */
  readonly trusts:
    | { readonly what: 'nothing' }
    | { readonly what: 'issued-before' | 'issued-from' | 'logged-before'; readonly time: number };
  readonly source: string;
}

export interface WatchedFamily {
  readonly id:
    | 'wosign-startcom'
    | 'symantec'
    | 'entrust'
    | 'chunghwa'
    | 'netlock'
    | 'cnnic'
    | 'trustcor'
    | 'globaltrust'
    | 'camerfirma';
  /** organizationName of issuing certificates and roots. */
  readonly organizations: readonly string[];
  /** Common names of the roots, or their last unit where they have none. */
  readonly roots: readonly string[];
  /** From then on the same names are used for issuers under other CAs, so the name of an issuer alone is no evidence. */
  readonly nameReusedFrom: number | null;
  readonly acts: readonly BrowserAct[];
}

export const ISSUER_WATCH: readonly WatchedFamily[] = [
  {
    id: 'wosign-startcom',
    organizations: [
      'WoSign CA Limited',
      'WoSign eCommerce Services Limited',
      'StartCom Ltd.',
      'StartCom CA',
      'StartCom CA Limited',
    ],
    roots: [
      'Certification Authority of WoSign',
      'Certification Authority of WoSign G2',
      'CA WoSign ECC Root',
      'CA 沃通根证书',
      'StartCom Certification Authority',
      'StartCom Certification Authority G2',
    ],
    // From Chrome 61 on nothing under the old roots is trusted; WoSign resells certificates of issuers that other CAs signed.
    nameReusedFrom: Date.UTC(2017, 8, 5),
    acts: [
      {
        browser: 'Firefox',
        since: '2017-01-24',
        release: '51',
        trusts: { what: 'issued-before', time: Date.UTC(2016, 9, 22) },
        source:
          'https://blog.mozilla.org/security/2016/10/24/distrusting-new-wosign-and-startcom-certificates/',
      },
      {
        browser: 'Chrome',
        since: '2017-01-25',
        release: '56',
        trusts: { what: 'issued-before', time: Date.UTC(2016, 9, 21) },
        source: 'https://security.googleblog.com/2016/10/distrusting-wosign-and-startcom.html',
      },
      {
        browser: 'Chrome',
        since: '2017-09-05',
        release: '61',
        trusts: { what: 'nothing' },
        source: 'https://groups.google.com/a/chromium.org/g/net-dev/c/FKXe-76GO8Y/m/Ka8K5lj9AgAJ',
      },
    ],
  },
  {
    id: 'symantec',
    organizations: [
      'Symantec Corporation',
      'VeriSign, Inc.',
      'thawte, Inc.',
      'Thawte, Inc.',
      'Thawte Consulting cc',
      'GeoTrust Inc.',
      'GeoTrust, Inc.',
      'Equifax',
      'Equifax Secure Inc.',
    ],
    roots: [
      'VeriSign Class 3 Public Primary Certification Authority - G3',
      'VeriSign Class 3 Public Primary Certification Authority - G4',
      'VeriSign Class 3 Public Primary Certification Authority - G5',
      'VeriSign Universal Root Certification Authority',
      'GeoTrust Global CA',
      'GeoTrust Primary Certification Authority',
      'GeoTrust Primary Certification Authority - G2',
      'GeoTrust Primary Certification Authority - G3',
      'GeoTrust Universal CA',
      'thawte Primary Root CA',
      'thawte Primary Root CA - G2',
      'thawte Primary Root CA - G3',
      'Equifax Secure Certificate Authority',
    ],
    // DigiCert took over issuance.
    nameReusedFrom: Date.UTC(2017, 11, 1),
    acts: [
      {
        browser: 'Chrome',
        since: '2018-04-17',
        release: '66',
        trusts: { what: 'issued-from', time: Date.UTC(2016, 5, 1) },
        source: 'https://security.googleblog.com/2018/03/distrust-of-symantec-pki-immediate.html',
      },
      {
        browser: 'Chrome',
        since: '2018-10-16',
        release: '70',
        trusts: { what: 'nothing' },
        source: 'https://security.googleblog.com/2018/03/distrust-of-symantec-pki-immediate.html',
      },
    ],
  },
  {
    id: 'entrust',
    organizations: ['Entrust, Inc.', 'Entrust.net', 'AffirmTrust'],
    roots: [
      'Entrust Root Certification Authority',
      'Entrust Root Certification Authority - EC1',
      'Entrust Root Certification Authority - G2',
      'Entrust Root Certification Authority - G4',
      'Entrust.net Certification Authority (2048)',
      'AffirmTrust Commercial',
      'AffirmTrust Networking',
      'AffirmTrust Premium',
      'AffirmTrust Premium ECC',
    ],
    nameReusedFrom: null,
    acts: [
      {
        browser: 'Chrome',
        since: '2024-11-12',
        release: '131',
        trusts: { what: 'logged-before', time: Date.UTC(2024, 10, 12) },
        source: 'https://security.googleblog.com/2024/06/sustaining-digital-certificate-security.html',
      },
      // By the beginning of the certificate's lifetime, independent of the logs. https://wiki.mozilla.org/CA/Additional_Trust_Changes#Distrust_After
      {
        browser: 'Firefox',
        since: '2025-01-07',
        release: '134',
        trusts: { what: 'issued-before', time: Date.UTC(2024, 11, 1) },
        source: 'https://firefox-source-docs.mozilla.org/security/nss/releases/nss_3_107.html',
      },
    ],
  },
  {
    id: 'chunghwa',
    organizations: ['Chunghwa Telecom Co., Ltd.', '行政院'],
    roots: ['ePKI Root Certification Authority', 'HiPKI Root CA - G1'],
    nameReusedFrom: null,
    acts: [
      {
        browser: 'Chrome',
        since: '2025-08-05',
        release: '139',
        trusts: { what: 'logged-before', time: Date.UTC(2025, 7, 1) },
        source:
          'https://security.googleblog.com/2025/05/sustaining-digital-certificate-security-chrome-root-store-changes.html',
      },
    ],
  },
  {
    id: 'netlock',
    organizations: ['NetLock Kft.', 'NETLOCK Kft.', 'NETLOCK Ltd.'],
    roots: ['NetLock Arany (Class Gold) Főtanúsítvány'],
    nameReusedFrom: null,
    acts: [
      {
        browser: 'Chrome',
        since: '2025-08-05',
        release: '139',
        trusts: { what: 'logged-before', time: Date.UTC(2025, 7, 1) },
        source:
          'https://security.googleblog.com/2025/05/sustaining-digital-certificate-security-chrome-root-store-changes.html',
      },
    ],
  },
  {
    id: 'cnnic',
    organizations: ['CNNIC', 'China Internet Network Information Center'],
    roots: ['CNNIC ROOT', 'China Internet Network Information Center EV Certificates Root'],
    nameReusedFrom: null,
    acts: [
      {
        browser: 'Firefox',
        since: '2015-04-03',
        release: '37.0.1',
        trusts: { what: 'issued-before', time: Date.UTC(2015, 3, 1) },
        source: 'https://blog.mozilla.org/security/2015/04/02/distrusting-new-cnnic-certificates/',
      },
    ],
  },
  {
    id: 'trustcor',
    organizations: ['TrustCor Systems S. de R.L.'],
    roots: ['TrustCor RootCert CA-1', 'TrustCor RootCert CA-2', 'TrustCor ECA-1'],
    nameReusedFrom: null,
    acts: [
      {
        browser: 'Firefox',
        since: '2023-01-17',
        release: '109',
        trusts: { what: 'issued-before', time: Date.UTC(2022, 11, 1) },
        source: 'https://firefox-source-docs.mozilla.org/security/nss/releases/nss_3_79_3.html',
      },
      {
        browser: 'Chrome',
        since: '2023-03-07',
        release: '111',
        trusts: { what: 'nothing' },
        source: 'https://security.googleblog.com/2023/01/sustaining-digital-certificate-security_13.html',
      },
    ],
  },
  {
    id: 'globaltrust',
    organizations: ['e-commerce monitoring GmbH'],
    roots: ['GLOBALTRUST 2020'],
    nameReusedFrom: null,
    acts: [
      {
        browser: 'Chrome',
        since: '2024-07-01',
        release: '124',
        trusts: { what: 'logged-before', time: Date.UTC(2024, 6, 1) },
        source: 'https://groups.google.com/a/ccadb.org/g/public/c/wRs-zec8w7k',
      },
      {
        browser: 'Firefox',
        since: '2024-07-09',
        release: '128',
        trusts: { what: 'issued-before', time: Date.UTC(2024, 6, 1) },
        source: 'https://firefox-source-docs.mozilla.org/security/nss/releases/nss_3_101_1.html',
      },
    ],
  },
  {
    id: 'camerfirma',
    organizations: [
      'AC Camerfirma SA',
      'AC Camerfirma S.A.',
      'AC CAMERFIRMA S.A.',
      'AC Camerfirma SA CIF A82743287',
    ],
    roots: [
      'Chambers of Commerce Root',
      'Chambers of Commerce Root - 2008',
      'CHAMBERS OF COMMERCE ROOT - 2016',
      'Global Chambersign Root',
      'Global Chambersign Root - 2008',
      'GLOBAL CHAMBERSIGN ROOT - 2016',
    ],
    nameReusedFrom: null,
    acts: [
      {
        browser: 'Chrome',
        since: '2021-04-14',
        release: '90',
        trusts: { what: 'nothing' },
        source: 'https://www.theregister.com/2021/02/02/chrome_camerfirma_certificates/',
      },
    ],
  },
];
