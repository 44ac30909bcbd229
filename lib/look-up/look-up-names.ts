// Which hosts a server of certificate logs may be asked about, as far as standards tell: no suffix list, so the background can afford it.
// Names that only a private network answers are unknown to the public logs, and asking would tell a stranger that they exist.
import { isIpHost, parseAddress } from '../address/address.ts';
import { kindOfName } from '../address/special-names.ts';

export type LookUpAnswer = 'yes' | 'not-https' | 'ip-address' | 'private-name';

/**
 * Whether the host of a page can be looked up at a server, and if not, why. A name that is not public is asked about only at a server under the
 * same top-level label, which is not public either: the organisation's own. `isKnown`: whether the end of a name is a public suffix.
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
