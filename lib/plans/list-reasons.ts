// Lists every reason for a site: from its hosts, names, certificates and pages, and from what only its owner knows.
import { isIssuable } from '../address/site.ts';
import type { SiteHost } from '../address/site.ts';
import { publicSuffix } from '../address/public-suffix.ts';
import { SERVICE_IDS } from './catalogue.ts';
import type { Catalogue, Eligibility, PlanLevel } from './catalogue.ts';
import { CATEGORIES } from './reason.ts';
import type { Effect, Reason, ReasonSource } from './reason.ts';
import type { PresentCertificate, SiteFacts } from './site-facts.ts';

/** Lists every reason for a site, on or off, in the order of display. `typed`: hosts that the owner typed. */
export function listReasons(
  facts: SiteFacts,
  typed: readonly SiteHost[],
  catalogue: Catalogue,
): readonly Reason[] {
  const hosts = [...facts.hosts.map(({ host }) => host), ...typed.map(({ host }) => host)];
  return [
    ...hostReasons(facts, typed),
    ...nameReasons(hosts, catalogue),
    ...presentReasons(facts.certificates),
    ...pageReasons(facts),
    ...ownerReasons(facts),
  ];
}

function hostReasons({ own, hosts, pages }: SiteFacts, typed: readonly SiteHost[]): readonly Reason[] {
  const known = new Set(hosts.map(({ host }) => host));
  const usual = isIssuable(own) ? [own.domain, `www.${own.domain}`] : [];
  const added = [...new Set(typed.map((one) => one.host))].filter((name) => !known.has(name));
  return [
    // When a site was asked for by name and no page of it was seen, its owner named it.
    ...hosts.map((one) => hostReason(one.host, pages === 0 ? 'owner' : 'seen', one.pages)),
    ...added.map((name) => hostReason(name, 'owner', 0)),
    ...usual
      .filter((name) => !known.has(name) && !added.includes(name))
      .map((name) => hostReason(name, 'usual', 0)),
  ];
}

function hostReason(host: string, source: ReasonSource, pages: number): Reason {
  return {
    id: `host:${host}`,
    kind: 'host',
    params: { host, pages },
    source,
    effect: { kind: 'host', host },
    byDefault: source !== 'usual',
  };
}

/** The label that the seller's rule for some names applies to; null: it does not apply. */
function specialLabel(host: string, { suffixLabels, innerLabels }: Eligibility): string | null {
  const suffix = publicSuffix(host)?.split('.') ?? [];
  const labels = host.split('.');
  const inner = labels.slice(1, labels.length - suffix.length);
  return (
    suffix.find((label) => suffixLabels.includes(label)) ??
    inner.find((label) => innerLabels.includes(label)) ??
    null
  );
}

function nameReasons(hosts: readonly string[], catalogue: Catalogue): readonly Reason[] {
  return catalogue.eligibility.flatMap((eligibility): readonly Reason[] => {
    const host = hosts.find((name) => specialLabel(name, eligibility) !== null);
    if (host === undefined) return [];
    const params = { label: specialLabel(host, eligibility) ?? '', host, eligibility };
    const effect = { kind: 'level', level: eligibility.level } as const;
    return [
      {
        id: `name-class:${eligibility.id}`,
        kind: 'name-class',
        params,
        source: 'seller',
        effect,
        byDefault: true,
      },
    ];
  });
}

function presentReasons(certificates: readonly PresentCertificate[]): readonly Reason[] {
  const reasons: Reason[] = [];
  const checked =
    certificates.find(({ level }) => level === 'EV') ?? certificates.find(({ level }) => level === 'OV');
  if (checked?.level === 'EV' || checked?.level === 'OV') {
    const { level, organization } = checked;
    const params = { level, organization };
    const effect = { kind: 'level', level } as const;
    reasons.push({
      id: 'present-level',
      kind: 'present-level',
      params,
      source: sourceOf(checked),
      effect,
      byDefault: true,
    });
  }
  const wildcards = certificates.flatMap((one) =>
    one.wildcards.map((parent) => ({ parent, source: sourceOf(one) })),
  );
  for (const { parent, source } of wildcards.filter(isFirst)) {
    reasons.push({
      id: `present-wildcard:${parent}`,
      kind: 'present-wildcard',
      params: { parent },
      source,
      effect: { kind: 'wildcard', parent },
      byDefault: true,
    });
  }
  return reasons;
}

function isFirst<T extends { readonly parent: string }>(one: T, at: number, all: readonly T[]): boolean {
  return all.findIndex(({ parent }) => parent === one.parent) === at;
}

function sourceOf({ source }: PresentCertificate): ReasonSource {
  return source === 'log' ? 'log' : 'certificate';
}

function pageReasons({ fields, mixed, plainHttp }: SiteFacts): readonly Reason[] {
  const reasons: Reason[] = [];
  const https = { source: 'seen', effect: { kind: 'https' }, byDefault: true } as const;
  const asked = [
    ...(fields.password > 0 ? (['password'] as const) : []),
    ...(fields.card > 0 ? (['card'] as const) : []),
    ...(fields.oneTimeCode > 0 ? (['one-time-code'] as const) : []),
  ];
  if (asked.length > 0)
    reasons.push({ id: 'sensitive-fields', kind: 'sensitive-fields', params: { fields: asked }, ...https });
  if (plainHttp !== null)
    reasons.push({ id: 'plain-http', kind: 'plain-http', params: { host: plainHttp }, ...https });
  if (mixed > 0) {
    const effect = { kind: 'service', service: 'page-debugging' } as const;
    // The owner can fix this without buying anything, so only a user switches it on.
    reasons.push({
      id: 'mixed-content',
      kind: 'mixed-content',
      params: { count: mixed },
      source: 'seen',
      effect,
      byDefault: false,
    });
  }
  return reasons;
}

function levelEffect(level: PlanLevel): Effect {
  return { kind: 'level', level };
}

function ownerReasons({ own }: SiteFacts): readonly Reason[] {
  const owner = { source: 'owner', byDefault: false } as const;
  const rule = { source: 'rule', byDefault: false } as const;
  const https = { kind: 'https' } as const;
  const more: readonly Reason[] = isIssuable(own)
    ? [
        {
          id: 'more-hosts',
          kind: 'more-hosts',
          params: { parent: own.domain },
          effect: { kind: 'wildcard', parent: own.domain },
          ...owner,
        },
      ]
    : [];
  return [
    ...more,
    { id: 'organization', kind: 'organization', params: null, effect: levelEffect('OV'), ...owner },
    {
      id: 'extended-validation',
      kind: 'extended-validation',
      params: null,
      effect: levelEffect('EV'),
      ...owner,
    },
    { id: 'mini-program', kind: 'mini-program', params: null, effect: https, ...rule },
    ...CATEGORIES.map((category): Reason => ({
      id: `category:${category}`,
      kind: 'category',
      params: { category },
      effect: https,
      source: 'seller',
      byDefault: false,
    })),
    ...SERVICE_IDS.map((service): Reason => ({
      id: `service:${service}`,
      kind: 'service',
      params: { service },
      effect: { kind: 'service', service },
      ...owner,
    })),
  ];
}
