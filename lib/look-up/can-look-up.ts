// Which pages have a host that a server of certificate logs may be asked about, by the public suffix list as well. Views ask this before they
// offer a look-up; the background, without the list, asks judgeLookUp again.
import { hasKnownSuffix } from '../address/public-suffix.ts';
import { judgeLookUp } from './look-up-names.ts';
import type { LookUpAnswer } from './look-up-names.ts';
import { DEFAULT_LOOK_UP_SERVER } from './query.ts';

/** Whether the host of a page can be looked up at a server, and if not, why. A suffix that the list does not know may be a network's own. */
export function canLookUp(url: string, server: string = DEFAULT_LOOK_UP_SERVER): LookUpAnswer {
  return judgeLookUp(url, server, hasKnownSuffix);
}
