// Parses an address that a page requested or a user pasted into what the rules judge. It is hostile input: whatever is not plainly an address gives
// null. Not by `new URL()`, which removes the default port of a scheme: the rules distinguish `:443` from no port.
import { parseHost, toHostname } from '../address/host.ts';
import type { Host } from '../address/host.ts';
import type { Api } from './api.ts';

export interface Target {
  /** The address as written, without user name, path and query. */
  readonly text: string;
  /** In lower case, e.g. `https`; null: only a host was written. */
  readonly scheme: string | null;
  readonly kind: 'dns' | 'ip';
  /** A-labels, lower case; an IPv6 address without brackets. */
  readonly host: string;
  /** The port as written, also the default port of the scheme; null: none was written. */
  readonly port: number | null;
  /** Whether it was written as `*.host`. */
  readonly isWildcard: boolean;
  /** Whether it was written in another script than that of A-labels. */
  readonly isUnicode: boolean;
}

/** Longest address that is parsed, in characters. */
const MAX_LENGTH = 2048;

const ADDRESS = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/)?([^/?#\\\s]+)(?:[/?#\\].*)?$/i;
const WITH_SLASHES = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i;
const AUTHORITY = /^(?:.*@)?(\*\.)?(\[[^\]]*\]|[^:@[\]]+)(?::(\d{1,5}))?$/;

/** The address in a text; null when there is none. */
export function parseTarget(text: string): Target | null {
  const bare = text.trim();
  if (bare.length > MAX_LENGTH) return null;
  const alone = parseServer(bare);
  if (alone !== null)
    return toTarget({ scheme: null, ...alone, port: null, isWildcard: false, isUnicode: isUnicode(bare) });
  const hasSlashes = WITH_SLASHES.test(bare);
  // Without slashes it is a host with a port or a path, or not the address of a server at all: `mailto:owner@example.com`.
  const match = ADDRESS.exec(hasSlashes ? bare : `//${bare}`);
  const authority = AUTHORITY.exec(match?.[2] ?? '');
  if (!hasSlashes && match?.[2]?.includes('@') === true) return null;
  const host = parseServer(authority?.[2] ?? '');
  if (authority === null || host === null) return null;
  const port = authority[3] === undefined ? null : Number(authority[3]);
  if (port !== null && (port < 1 || port > 65_535)) return null;
  const scheme = match?.[1]?.toLowerCase() ?? null;
  const isWildcard = authority[1] !== undefined;
  if (isWildcard && host.kind === 'ip') return null;
  return toTarget({ scheme, ...host, port, isWildcard, isUnicode: isUnicode(authority[2] ?? '') });
}

function isUnicode(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- all of ASCII, control characters too
  return /[^\u0000-\u007F]/.test(text);
}

/** Browsers accept quotes and dollar signs in a host, but no server has such a name, and hosts here become part of a command to type. */
function parseServer(text: string): Host | null {
  const host = parseHost(text);
  return host?.kind === 'ip' || /^[a-z0-9_][a-z0-9_.-]*$/.test(host?.name ?? '') ? host : null;
}

function toTarget({ name, ...rest }: Omit<Target, 'text' | 'host'> & { readonly name: string }): Target {
  const target = { ...rest, host: name };
  return { text: writeTarget(target), ...target };
}

/** An address without a path, e.g. `https://shop.example.com:8443`. */
export function writeTarget({
  scheme,
  kind,
  host,
  port,
  isWildcard,
}: Omit<Target, 'text' | 'isUnicode'>): string {
  return [
    scheme === null ? '' : `${scheme}://`,
    isWildcard ? '*.' : '',
    toHostname({ kind, name: host }),
    port === null ? '' : `:${port}`,
  ].join('');
}

/** The APIs that could use an address; an address does not show which of the three for https it is. */
export function apisFor({ scheme }: Target): readonly Api[] {
  switch (scheme) {
    case 'wss':
    case 'ws':
      return ['connectSocket'];
    case 'tcp':
      return ['createTCPSocket'];
    case 'udp':
      return ['createUDPSocket'];
    case null:
      return ['request', 'uploadFile', 'downloadFile', 'connectSocket'];
    default:
      return ['request', 'uploadFile', 'downloadFile'];
  }
}
