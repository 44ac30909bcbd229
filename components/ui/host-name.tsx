// A host with the part that a person can register set off: that part says whose site it is, the rest is its owner's to choose.
// Names stay in their ASCII form (xn--…): look-alike letters of other scripts cannot pose as a known name there.
import type { ReactNode } from 'react';
import { parseHost } from '../../lib/address/host.ts';
import { siteOf } from '../../lib/address/site.ts';
import { showHostile } from '../../lib/text/hostile-text.ts';
import css from './host-name.module.css';

/** The host of a web address; any other address as it is (file:, data:, chrome://settings, which only looks like a host). */
export function HostName({ url }: { readonly url: string }): ReactNode {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol))
    return <bdi className={css.host}>{showHostile(url, 80)}</bdi>;
  const { before, own, after } = splitHost(parsed);
  return (
    <bdi dir="ltr" className={css.host}>
      {before}
      <b className={css.own}>{own}</b>
      {after}
    </bdi>
  );
}

/** Subdomains shown, in characters: what is left out is the part farthest from the name that counts. */
const MAX_BEFORE = 48;

function shortenLeft(before: string): string {
  if (before.length <= MAX_BEFORE) return before;
  // Cut before a dot, so that no label looks like another.
  return `…${before.slice(before.indexOf('.', before.length - MAX_BEFORE))}`;
}

function splitHost({ hostname, port }: URL): {
  readonly before: string;
  readonly own: string;
  readonly after: string;
} {
  // Private suffixes count: on github.io and its like every name has another owner.
  const host = parseHost(hostname);
  const own = host?.kind === 'dns' ? siteOf(host, { private: true }).name : hostname;
  const at = hostname.lastIndexOf(own);
  return {
    before: showHostile(shortenLeft(hostname.slice(0, at))),
    own: showHostile(own),
    after: hostname.slice(at + own.length) + (port === '' ? '' : `:${port}`),
  };
}
