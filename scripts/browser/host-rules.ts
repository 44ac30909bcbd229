// Chromium's host resolver rules, for Firefox, which has none: `MAP pattern host[:port]` and `EXCLUDE pattern`, separated by commas. A pattern has
// `*` and `?` and is compared with the host and with host:port.
// https://source.chromium.org/chromium/chromium/src/+/main:net/base/host_mapping_rules.cc
import { isIPv6 } from 'node:net';

export interface Address {
  /** Without brackets, when it is an IPv6 address. */
  readonly host: string;
  readonly port: number;
}

export interface HostRules {
  readonly maps: readonly { readonly pattern: RegExp; readonly host: string; readonly port: number | null }[];
  readonly excludes: readonly RegExp[];
}

/** An invalid rule is a user's mistake: ignored, it would silently send requests elsewhere. */
export class HostRuleError extends Error {}

/** Parses rules. Throws a HostRuleError that contains the rule. */
export function parseHostRules(text: string): HostRules {
  const rules = text
    .split(',')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '')
    .map(parseRule);
  return {
    maps: rules.filter((rule) => rule.kind === 'map'),
    excludes: rules.filter((rule) => rule.kind === 'exclude').map(({ pattern }) => pattern),
  };
}

/** Where a connection goes: the first rule that fits decides, exceptions before all rules. Null: nowhere (`^NOTFOUND`). */
export function applyHostRules(rules: HostRules, { host, port }: Address): Address | null {
  const bare = host.toLowerCase();
  const names = [bare, `${isIPv6(bare) ? `[${bare}]` : bare}:${port}`];
  const fits = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  const rule = rules.excludes.some((pattern) => pattern.test(bare))
    ? undefined
    : rules.maps.find(({ pattern }) => fits(pattern));
  if (rule === undefined) return { host, port };
  // Written with ~ before Chromium 119.
  if (/^[~^]notfound$/.test(rule.host)) return null;
  return { host: rule.host, port: rule.port ?? port };
}

type Rule =
  | { readonly kind: 'map'; readonly pattern: RegExp; readonly host: string; readonly port: number | null }
  | { readonly kind: 'exclude'; readonly pattern: RegExp };

function parseRule(rule: string): Rule {
  const [verb = '', pattern = '', replacement, ...rest] = rule.split(/\s+/);
  if (/^exclude$/i.test(verb) && pattern !== '' && replacement === undefined) {
    return { kind: 'exclude', pattern: toExpression(pattern) };
  }
  if (/^map$/i.test(verb) && replacement !== undefined && rest.length === 0) {
    const { host, port } = parseReplacement(replacement.toLowerCase(), rule);
    return { kind: 'map', pattern: toExpression(pattern), host, port };
  }
  throw new HostRuleError(`"${rule}" is no host rule: write MAP pattern host[:port] or EXCLUDE pattern.`);
}

function parseReplacement(text: string, rule: string): { host: string; port: number | null } {
  const match = /^(?:\[(?<v6>[0-9a-f:.]+)\]|(?<name>[^:\s]+))(?::(?<port>\d{1,5}))?$/.exec(text)?.groups;
  const host = match?.['v6'] ?? match?.['name'];
  const port = match?.['port'] === undefined ? null : Number(match['port']);
  if (host === undefined || (port !== null && (port < 1 || port > 65_535))) {
    throw new HostRuleError(`"${rule}" leads to no address: write host or host:port at its end.`);
  }
  return { host, port };
}

function toExpression(pattern: string): RegExp {
  const source = pattern
    .toLowerCase()
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 's');
}
