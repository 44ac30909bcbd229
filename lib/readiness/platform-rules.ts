// The rules for domains of WeChat mini programs and mini games, numbered as in docs/mini-program.md. A rule judges one use (an address by an API),
// independently of the others. What a browser cannot know is `unseen`, never `met`.
import { familyOf } from './api.ts';
import type { Api } from './api.ts';
import { reachOf } from './reach.ts';
import type { Target } from './target.ts';

/** `none`: the rule does not apply to this use. */
export type Outcome = 'met' | 'broken' | 'unseen' | 'none';

export interface Use {
  readonly target: Target;
  readonly api: Api;
}

/** What is known besides the address. */
export interface Context {
  /** Every port that the uses of a family of APIs write for a host; null: no port was written. */
  readonly ports: ReadonlySet<number | null>;
  /** The entries of the console for this API; null: unknown. */
  readonly registered: readonly Target[] | null;
  readonly certificate: CertificateFact;
}

/** What this browser knows of a host's certificate and connection. */
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
      // For TCP, rule 8 covers it.
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
    // The other rules are not asked: see judgeUse.
    judge: ({ api }) => (familyOf(api) === 'container' ? 'met' : 'none'),
  },
  certificate: {
    number: 10,
    judge: ({ target: { scheme }, api }, { certificate }) => {
      const family = familyOf(api);
      if (family !== 'https' && family !== 'socket') return 'none';
      // Without encryption there is no certificate: rule 2 reports that.
      if (scheme !== null && scheme !== 'https' && scheme !== 'wss') return 'none';
      // A browser completes a chain that the server sends incompletely, so it never knows whether the chain is complete.
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
// Object.keys returns the keys of the literal, whose type the compiler forgets.
export const RULE_IDS = Object.keys(RULES) as readonly RuleId[];

/** The outcome of every rule for a use. WeChat's cloud hosting is exempt from all (rule 9). */
export function judgeUse(use: Use, context: Context): Readonly<Record<RuleId, Outcome>> {
  const isExempt = RULES['cloud-hosting'].judge(use) === 'met';
  const outcomes = RULE_IDS.map((id): [RuleId, Outcome] => {
    // The entries of the table take fewer parameters than their common type.
    const { judge }: Rule = RULES[id];
    return [id, isExempt && id !== 'cloud-hosting' ? 'none' : judge(use, context)];
  });
  // One entry for each id, made from the list of ids.
  return Object.fromEntries(outcomes) as Record<RuleId, Outcome>;
}

/** The oldest base library in which a mini program can do this; null: any. Rules 3 and 8. */
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

/** Whether a host, in A-labels, is a name that the console accepts: letters, digits and hyphens, no label beginning or ending with a hyphen. */
export function isConsoleName(host: string): boolean {
  return host.split('.').every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label));
}

function hasRegisteredParent({ host }: Target, registered: readonly Target[]): boolean {
  return registered.some((entry) => host.endsWith(`.${entry.host}`));
}
