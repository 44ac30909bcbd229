// Identifiers of the extensions that the reader reads (RFC 5280, 4.2; RFC 6962, 3; RFC 7633).

/** Arcs of the Internet X.509 working group (RFC 5280, 4.2.2) and of Google's certificate transparency (RFC 6962). */
export const PKIX = '1.3.6.1.5.5.7.';
const TRANSPARENCY = '1.3.6.1.4.1.11129.2.4.';

export const KEY_USAGE = '2.5.29.15';
export const SUBJECT_ALT_NAME = '2.5.29.17';
export const BASIC_CONSTRAINTS = '2.5.29.19';
export const CRL_DISTRIBUTION_POINTS = '2.5.29.31';
export const CERTIFICATE_POLICIES = '2.5.29.32';
export const EXTENDED_KEY_USAGE = '2.5.29.37';
export const AUTHORITY_INFO_ACCESS = `${PKIX}1.1`;
export const TLS_FEATURE = `${PKIX}1.24`;
export const EMBEDDED_SCTS = `${TRANSPARENCY}2`;
export const PRECERTIFICATE_POISON = `${TRANSPARENCY}3`;
