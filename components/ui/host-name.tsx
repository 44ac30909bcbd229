// A host with its registrable domain emphasised: it identifies the owner, who chooses the rest of the name freely.
// Names stay in their ASCII form (xn--…), in which look-alike letters of other scripts cannot imitate a known name.
import type { ReactNode } from 'react';
import { parseHost } from '../../lib/address/host.ts';
import { siteOf } from '../../lib/address/site.ts';
import { showHostile } from '../../lib/text/hostile-text.ts';
import css from './host-name.module.css';

/** The host of a web address; any other address unchanged (file:, data:, chrome://settings, whose host is not a web host). */
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

/** Maximum length of the subdomains, in characters. The part farthest from the registrable domain is left out. */
const MAX_BEFORE = 48;

function shortenLeft(before: string): string {
  if (before.length <= MAX_BEFORE) return before;
  // The text is cut before a dot, so that a shortened label cannot pass for another.
  return `…${before.slice(before.indexOf('.', before.length - MAX_BEFORE))}`;
}

function splitHost({ hostname, port }: URL): {
  readonly before: string;
  readonly own: string;
  readonly after: string;
} {
  // Private suffixes count: under github.io, for example, every name has another owner.
  const host = parseHost(hostname);
  const own = host?.kind === 'dns' ? siteOf(host, { private: true }).name : hostname;
  const at = hostname.lastIndexOf(own);
  return {
    before: showHostile(shortenLeft(hostname.slice(0, at))),
    own: showHostile(own),
    after: hostname.slice(at + own.length) + (port === '' ? '' : `:${port}`),
  };
}
