// The request to a server with the Cert Spotter issuances API, version 1 (https://sslmate.com/help/reference/ct_search_api_v1), and which hosts it
// may be asked about: the public logs do not know the names of private networks, and asking would reveal to a stranger that they exist.
import { isIpHost, parseAddress } from '../address/address.ts';
import { kindOfName } from '../address/special-names.ts';

/** The server that is asked unless a user or an organisation sets another. */
export const DEFAULT_LOOK_UP_SERVER = 'https://api.certspotter.com/v1/issuances';

/** Longest address of a server. */
const MAX_ADDRESS = 300;

/** Whether a text is the address of a server that may be asked: https, so that the name of the host is not sent unencrypted. */
export function isServerAddress(text: string): boolean {
  const url = text.length <= MAX_ADDRESS ? URL.parse(text) : null;
  return url?.protocol === 'https:' && url.username === '' && url.password === '' && url.hash === '';
}

/**
 * The address of one page of the answer: unexpired certificates for the host and for the matching wildcard. `after`: id of the last entry of the
 * page before; null for the first page.
 */
export function queryAddress(server: string, host: string, after: string | null): string {
  const url = new URL(server);
  url.searchParams.set('domain', host);
  url.searchParams.set('include_subdomains', 'false');
  url.searchParams.set('match_wildcards', 'true');
  for (const field of ['dns_names', 'issuer', 'cert_der']) url.searchParams.append('expand', field);
  if (after !== null) url.searchParams.set('after', after);
  return url.href;
}

export type LookUpAnswer = 'yes' | 'not-https' | 'ip-address' | 'private-name';

/**
 * Whether the host of a page can be looked up at a server, and if not, why. A private name may be sent only to a server under the same top-level
 * label, which is the organisation's own. `isKnown`: whether the end of a name is a public suffix.
 */
export function judgeLookUp(
  url: string,
  server: string,
  isKnown: (name: string) => boolean = () => true,
): LookUpAnswer {
  const address = parseAddress(url);
  if (address === null || address.protocol !== 'https:') return 'not-https';
  if (isIpHost(url)) return 'ip-address';
  const name = address.hostname.replace(/\.$/, '');
  if (kindOfName(name) === 'other' && isKnown(name)) return 'yes';
  const isOwn = topLabel(name) === topLabel(parseAddress(server)?.hostname ?? '');
  return isOwn && name.includes('.') ? 'yes' : 'private-name';
}

function topLabel(hostname: string): string {
  return hostname.replace(/\.$/, '').replace(/^.*\./, '');
}
