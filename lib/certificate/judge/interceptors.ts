// Recognises programs and proxies that read encrypted connections by issuing certificates, by the name in the issuer. A name is only a hint, since
// issuers choose it. Names from Durumeric et al., "The Security Impact of HTTPS Interception" (NDSS 2017),
// https://jhalderm.com/pub/papers/interception-ndss17.pdf, and from the vendors' documents.
import type { Certificate, DistinguishedName } from '../certificate.ts';
import { ATTRIBUTE, attributeValues } from '../describe/name-text.ts';

const NAMES: readonly (readonly [product: string, pattern: RegExp])[] = [
  // Antivirus programs and filters on the device.
  ['Avast', /\bavast\b/i],
  ['AVG', /\bAVG (?:Web|Technologies)/i],
  ['Bitdefender', /\bbitdefender\b/i],
  ['Dr.Web', /\bdr\.? ?web\b/i],
  ['ESET', /\bESET\b/],
  ['G DATA', /\bG DATA\b/i],
  ['Kaspersky', /\bkaspersky\b/i],
  ['McAfee', /\bmcafee\b/i],
  ['Norton', /\bnorton\b.*\b(?:web|root|ca)\b/i],
  ['AdGuard', /\badguard\b/i],
  ['Net Nanny', /\bnet ?nanny\b|\bContentWatch\b/i],
  ['Superfish', /\bsuperfish\b/i],
  // Developer tools.
  ['Burp', /\bportswigger\b/i],
  ['Charles', /\bcharles proxy\b/i],
  ['Fiddler', /\bfiddler/i],
  ['mitmproxy', /\bmitmproxy\b/i],
  ['Proxyman', /\bproxyman\b/i],
  ['Reqable', /\breqable\b/i],
  ['OWASP ZAP', /\bZ(?:ed Attack Proxy|AP Root)|\bOWASP\b/i],
  // Gateways of organisations.
  ['Barracuda', /\bbarracuda\b/i],
  ['Blue Coat', /\bblue ?coat\b/i],
  ['Check Point', /\bcheck ?point\b/i],
  ['Cisco', /\bcisco (?:umbrella|wsa|ironport|secure web)/i],
  ['Cloudflare Gateway', /\bgateway ca - cloudflare|\bcloudflare (?:for teams|managed g)/i],
  ['Forcepoint', /\bforcepoint\b|\bwebsense\b/i],
  ['Fortinet', /\bforti(?:net|gate)/i],
  ['iboss', /\biboss\b/i],
  ['Netskope', /\bnetskope\b|\bgoskope\b/i],
  ['Palo Alto Networks', /\bpalo ?alto networks\b/i],
  ['Sangfor', /\bsangfor\b|深信服/i],
  ['SonicWall', /\bsonicwall\b/i],
  ['Sophos', /\bsophos\b/i],
  ['Squid', /\bsquid\b/i],
  ['Symantec Web Security', /\bsymantec web security\b/i],
  ['Untangle', /\buntangle\b/i],
  ['WatchGuard', /\bwatchguard\b/i],
  ['Zscaler', /\bzscaler\b/i],
];

const UNIT = '2.5.4.11';

/** The product that the name of the issuer, or of the root, points to; null: no known one. */
export function interceptorOf(certificate: Certificate, chain: readonly Certificate[]): string | null {
  const labels = [certificate, ...chain].flatMap(({ issuer }) => labelsOf(issuer));
  return NAMES.find(([, pattern]) => labels.some((label) => pattern.test(label)))?.[0] ?? null;
}

function labelsOf(name: DistinguishedName): readonly string[] {
  return [ATTRIBUTE.organization, ATTRIBUTE.commonName, UNIT].flatMap((oid) => attributeValues(name, oid));
}
