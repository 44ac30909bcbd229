// Which pages have a host that the public logs can know. Names that only a private network answers are not among them, and asking would tell a
// stranger that they exist.
import { classifyAddress, isIpHost, parseAddress } from '../page/address.ts';

export type LookUpAnswer = 'yes' | 'not-https' | 'ip-address' | 'private-name';

/** Whether the host of a page can be looked up, and if not, why. */
export function canLookUp(url: string): LookUpAnswer {
  const address = parseAddress(url);
  if (address === null || address.protocol !== 'https:') return 'not-https';
  if (isIpHost(url)) return 'ip-address';
  return classifyAddress(`http://${address.hostname}/`) === 'http-public' ? 'yes' : 'private-name';
}
