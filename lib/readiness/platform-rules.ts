// The rules for the domains of WeChat mini programs and mini games, one entry each, numbered as in docs/mini-program.md. A rule judges one
// use (an address by an API) and knows nothing of the others. What a browser cannot know is `unseen`, never `met`.
import { familyOf } from './api.ts';
import type { Api } from './api.ts';
import { reachOf } from './reach.ts';
import type { Target } from './target.ts';

/** `none`: the rule says nothing about this use. */
export type Outcome = 'met' | 'broken' | 'unseen' | 'none';

export interface Use {
  readonly target: Target;
  readonly api: Api;
}

/** What is known beside the address itself. */
export interface Context {
  /** Every port that the uses of an API family write for a host; null stands for none. */
  readonly ports: ReadonlySet<number | null>;
  /** What the console has for this API; null: not told. */
  readonly registered: readonly Target[] | null;
  readonly certificate: CertificateFact;
}

/** What this browser found of a host's certificate and connection. */
export type CertificateFact = 'unknown' | 'refused' | 'private-root' | 'old-protocol';

interface Rule {
  readonly number: number;
  readonly judge: (use: Use, context: Context) => Outcome;
}

export const RULES = {
  registered: {
    number: 1,
    judge: ({ target }, { registered }) => {
      const reach = reachOf(target);
      if (target.isWildcard || reach === 'device' || reach === 'lan-address') return 'none';
      if (registered === null) return 'unseen';
      if (registered.some(({ host }) => host === target.host)) return 'met';
      return hasRegisteredParent(target, registered) ? 'none' : 'broken';
    },
  },
  encrypted: {
    number: 2,
    judge: ({ target: { scheme }, api }) => {
      const family = familyOf(api);
      if (family !== 'https' && family !== 'socket') return 'none';
      return scheme === null || scheme === (family === 'https' ? 'https' : 'wss') ? 'met' : 'broken';
    },
  },
  'no-address': {
    number: 3,
    judge: ({ target, api }) => {
      // Rule 8 says it for TCP.
      if (familyOf(api) === 'tcp') return 'none';
      const reach = reachOf(target);
      return reach === 'device' || reach === 'address' ? 'broken' : 'met';
    },
  },
  port: {
    number: 4,
    judge: ({ target, api }, { ports, registered }) => {
      if (familyOf(api) === 'socket') return 'met';
      if (familyOf(api) !== 'https' || reachOf(target) === 'lan-address') return 'none';
      const own = (registered ?? []).filter(({ host }) => host === target.host);
      if (own.length > 0) return own.some(({ port }) => port === target.port) ? 'met' : 'broken';
      return ports.size > 1 ? 'broken' : 'met';
    },
  },
  filing: {
    number: 5,
    judge: ({ target }) => {
      const reach = reachOf(target);
      if (reach === 'name') return 'unseen';
      return reach === 'private-name' ? 'broken' : 'none';
    },
  },
  'weixin-api': {
    number: 6,
    judge: ({ target: { host, isWildcard } }) =>
      host === 'api.weixin.qq.com' && !isWildcard ? 'broken' : 'met',
  },
  'own-entry': {
    number: 7,
    judge: ({ target }, { registered }) => {
      if (target.isWildcard) return 'broken';
      if (registered === null || registered.some(({ host }) => host === target.host)) return 'met';
      return hasRegisteredParent(target, registered) ? 'broken' : 'none';
    },
  },
  sockets: {
    number: 8,
    judge: ({ target, api }) => {
      const family = familyOf(api);
      if (family === 'udp') return 'met';
      if (family !== 'tcp') return 'none';
      const reach = reachOf(target);
      return reach === 'device' || reach === 'address' ? 'broken' : 'met';
    },
  },
  'cloud-hosting': {
    number: 9,
    // None of the others is asked about it: see judgeUse.
    judge: ({ api }) => (familyOf(api) === 'container' ? 'met' : 'none'),
  },
  certificate: {
    number: 10,
    judge: ({ target: { scheme }, api }, { certificate }) => {
      const family = familyOf(api);
      if (family !== 'https' && family !== 'socket') return 'none';
      // Without encryption there is no certificate: rule 2 says that.
      if (scheme !== null && scheme !== 'https' && scheme !== 'wss') return 'none';
      // A browser repairs a chain that the server sends incompletely, so it never knows that all is well.
      return certificate === 'unknown' ? 'unseen' : 'broken';
    },
  },
  name: {
    number: 11,
    judge: ({ target }) => {
      if (target.kind === 'ip') return 'none';
      return target.isUnicode || !isConsoleName(target.host) ? 'broken' : 'met';
    },
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof RULES;

/** In the order of their numbers. */
// Object.keys gives the literal's own keys, which the compiler forgets.
export const RULE_IDS = Object.keys(RULES) as readonly RuleId[];

/** What every rule says of a use. WeChat's cloud hosting is exempt from all (rule 9). */
export function judgeUse(use: Use, context: Context): Readonly<Record<RuleId, Outcome>> {
  const isExempt = RULES['cloud-hosting'].judge(use) === 'met';
  const outcomes = RULE_IDS.map((id): [RuleId, Outcome] => {
    // The table's entries take fewer parameters than the shape that they satisfy.
    const { judge }: Rule = RULES[id];
    return [id, isExempt && id !== 'cloud-hosting' ? 'none' : judge(use, context)];
  });
  // One entry per id, made from the list of ids.
  return Object.fromEntries(outcomes) as Record<RuleId, Outcome>;
}

/**
 * The oldest base library that lets a mini program do this; null: any. Rules 3 and 8.
 */
export function baseLibraryFor({ target, api }: Use): string | null {
  switch (familyOf(api)) {
    case 'tcp':
      return '2.18.0';
    case 'udp':
      return '2.7.0';
    default:
      return reachOf(target) === 'lan-address' ? '2.4.0' : null;
  }
}

/** Letters, digits and hyphens, in labels that neither begin nor end with a hyphen: what the console takes. In A-labels. */
export function isConsoleName(host: string): boolean {
  return host.split('.').every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label));
}

function hasRegisteredParent({ host }: Target, registered: readonly Target[]): boolean {
  return registered.some((entry) => host.endsWith(`.${entry.host}`));
}
