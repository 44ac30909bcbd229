// The readiness check: applies the rules to many addresses, and makes the list for the console.
import type { Api } from './api.ts';
import { APIS, familyOf, RULE_SET } from './api.ts';
import { baseLibraryFor, isConsoleName, judgeUse, RULE_IDS } from './platform-rules.ts';
import type { CertificateFact, RuleId } from './platform-rules.ts';
import { reachOf } from './reach.ts';
import { apisFor, writeTarget } from './target.ts';
import type { Target } from './target.ts';

export interface ReadinessInput {
  readonly targets: readonly Target[];
  /** The entries that the console has already; null: unknown. */
  readonly registered: readonly Target[] | null;
  /** What is known of the certificates of hosts; a missing host is `unknown`. */
  readonly certificates: ReadonlyMap<string, CertificateFact>;
}

export type UseState = 'ok' | 'not-allowed' | 'unseen';

export interface ApiResult {
  readonly api: Api;
  readonly state: UseState;
  /** Broken rules, each with the address that broke it. */
  readonly broken: readonly { readonly rule: RuleId; readonly address: string }[];
  /** Rules that a browser cannot decide. */
  readonly unseen: readonly RuleId[];
  /** e.g. `2.18.0`: older versions of WeChat cannot do it; null: any version can. */
  readonly baseLibrary: string | null;
}

export interface HostResult {
  readonly host: string;
  readonly state: UseState;
  readonly apis: readonly ApiResult[];
  /** The command that shows the certificates that the server sends; null: there is no certificate to check. */
  readonly commands: readonly string[];
}

export interface ConsoleList {
  readonly api: Api;
  /** In the form that the console accepts, e.g. `https://shop.example.com`. */
  readonly entries: readonly string[];
}

export interface Readiness {
  readonly ruleSet: typeof RULE_SET;
  /** Not allowed first, then what must be checked elsewhere; alphabetical within each. */
  readonly hosts: readonly HostResult[];
  readonly lists: readonly ConsoleList[];
}

/** Broken rules that a registration fixes; a name in another script is registered in A-labels. */
const MENDED_BY_LIST: ReadonlySet<RuleId> = new Set(['registered', 'own-entry', 'name']);
const ORDER: readonly UseState[] = ['not-allowed', 'unseen', 'ok'];

export function checkReadiness({ targets, registered, certificates }: ReadinessInput): Readiness {
  const hosts = groupByHost(targets);
  const results = [...hosts].map(([host, own]): HostResult => {
    const apis = APIS.flatMap((api) => {
      const uses = own.filter((target) => apisFor(target).includes(api));
      return uses.length === 0
        ? []
        : [judgeApi(api, uses, portsOf(api, own), registered, certificates.get(host) ?? 'unknown')];
    });
    const isUnseen = apis.some((result) => result.unseen.includes('certificate') && isMendable(result));
    return {
      host,
      state: worst(apis.map(({ state }) => state)),
      apis,
      commands: isUnseen ? chainCommands(own.filter(({ isWildcard }) => !isWildcard)) : [],
    };
  });
  return {
    ruleSet: RULE_SET,
    hosts: results.toSorted(
      (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || compare(a.host, b.host),
    ),
    lists: APIS.map((api) => ({ api, entries: entriesFor(api, hosts, results) })).filter(
      ({ entries }) => entries.length > 0,
    ),
  };
}

/** Whether the missing registration is the only fault of the host. */
function isMendable({ broken }: ApiResult): boolean {
  return broken.every(({ rule }) => MENDED_BY_LIST.has(rule));
}

/** https://docs.openssl.org/3.0/man1/openssl-s_client/ : shows the chain as the server sends it. An IP address has no server name (RFC 6066, 3). */
function chainCommands(targets: readonly Target[]): readonly string[] {
  const commands = targets.flatMap((target) => {
    if (target.scheme !== null && target.scheme !== 'https' && target.scheme !== 'wss') return [];
    const address = writeTarget({ ...target, scheme: null, port: target.port ?? 443 });
    const name = target.kind === 'dns' ? ` -servername ${target.host}` : '';
    return [`openssl s_client -connect ${address}${name} -showcerts`];
  });
  return [...new Set(commands)];
}

function groupByHost(targets: readonly Target[]): ReadonlyMap<string, readonly Target[]> {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    const name = target.isWildcard ? `*.${target.host}` : target.host;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [target]);
    else group.push(target);
  }
  return groups;
}

function judgeApi(
  api: Api,
  targets: readonly Target[],
  ports: ReadonlySet<number | null>,
  registered: readonly Target[] | null,
  certificate: CertificateFact,
): ApiResult {
  const inList = registered?.filter((entry) => apisFor(entry).includes(api)) ?? null;
  const judged = targets.map((target) => ({
    target,
    outcomes: judgeUse({ target, api }, { ports, registered: inList, certificate }),
  }));
  const broken = RULE_IDS.flatMap((rule) => {
    const first = judged.find(({ outcomes }) => outcomes[rule] === 'broken');
    return first === undefined ? [] : [{ rule, address: first.target.text }];
  });
  const unseen = RULE_IDS.filter((rule) => judged.some(({ outcomes }) => outcomes[rule] === 'unseen'));
  const [first] = targets;
  return {
    api,
    state: broken.length > 0 ? 'not-allowed' : unseen.length > 0 ? 'unseen' : 'ok',
    broken,
    unseen,
    baseLibrary: first === undefined ? null : baseLibraryFor({ target: first, api }),
  };
}

/** A bare host states no port. */
function portsOf(api: Api, targets: readonly Target[]): ReadonlySet<number | null> {
  const uses = targets.filter((target) => target.scheme !== null && apisFor(target).includes(api));
  return new Set(uses.map(({ port }) => port));
}

function entriesFor(
  api: Api,
  targets: ReadonlyMap<string, readonly Target[]>,
  results: readonly HostResult[],
): readonly string[] {
  const entries = results.flatMap(({ host, apis }) => {
    const result = apis.find((one) => one.api === api);
    const uses = targets.get(host) ?? [];
    return result !== undefined && isMendable(result) ? uses.flatMap((target) => entryFor(api, target)) : [];
  });
  return [...new Set(entries)].toSorted(compare);
}

/** Rule 4: a port is part of the entry for https only. Addresses of the local network need no entry. */
function entryFor(api: Api, target: Target): readonly string[] {
  if (!apisFor(target).includes(api) || reachOf(target) !== 'name' || target.isWildcard) return [];
  if (!isConsoleName(target.host)) return [];
  const family = familyOf(api);
  switch (family) {
    case 'https':
      return [writeTarget({ ...target, scheme: 'https' })];
    case 'socket':
      return [writeTarget({ ...target, scheme: 'wss', port: null })];
    case 'tcp':
    case 'udp':
      return [writeTarget({ ...target, scheme: family, port: null })];
    case 'container':
      return [];
  }
}

function worst(states: readonly UseState[]): UseState {
  return ORDER.find((state) => states.includes(state)) ?? 'ok';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
