// What a site needs of a certificate: the sum of its reasons that are switched on.
import type { Answers } from './answers.ts';
import { highestLevel, SERVICE_IDS } from './catalogue.ts';
import type { Catalogue, PlanLevel, ServiceId } from './catalogue.ts';
import { listReasons } from './list-reasons.ts';
import type { Effect, Reason } from './reason.ts';
import type { PresentCertificate, SiteFacts } from './site-facts.ts';
import { readSiteHost } from '../address/site.ts';
import type { SiteHost } from '../address/site.ts';

/** A reason, and whether it counts now. */
export type WeighedReason = Reason & { readonly on: boolean };

export interface Need {
  /** Every host that must be covered; the one that the user asked about first, when it is among them. */
  readonly hosts: readonly SiteHost[];
  /** Names below which every host must be covered, seen or not. */
  readonly wildcards: readonly string[];
  /** The highest level that a reason asks for; DV when none does. */
  readonly level: PlanLevel;
  readonly services: readonly ServiceId[];
  readonly reasons: readonly WeighedReason[];
  /** The known certificates of the site. */
  readonly present: readonly PresentCertificate[];
}

/** The need when no site is known. */
export const NO_NEED: Need = {
  hosts: [],
  wildcards: [],
  level: 'DV',
  services: [],
  reasons: [],
  present: [],
};

/** Computes the need of a site. It lists every reason, on or off. */
export function need(facts: SiteFacts, answers: Answers, catalogue: Catalogue): Need {
  const typed = answers.hosts.flatMap((host) => readSiteHost(host) ?? []);
  const reasons = listReasons(facts, typed, catalogue).map((reason) => ({
    ...reason,
    on: answers.switches[reason.id] ?? reason.byDefault,
  }));
  const effects = reasons.filter(({ on }) => on).map(({ effect }) => effect);
  const levels = effects.flatMap((effect) => (effect.kind === 'level' ? [effect.level] : []));
  const services = new Set(effects.flatMap((effect) => (effect.kind === 'service' ? [effect.service] : [])));
  return {
    hosts: ownFirst(hostsOf(effects), facts.own),
    wildcards: [...new Set(effects.flatMap((effect) => (effect.kind === 'wildcard' ? [effect.parent] : [])))],
    level: highestLevel(levels),
    services: SERVICE_IDS.filter((service) => services.has(service)),
    reasons,
    present: facts.certificates,
  };
}

function hostsOf(effects: readonly Effect[]): readonly SiteHost[] {
  return effects.flatMap((effect) => (effect.kind === 'host' ? (readSiteHost(effect.host) ?? []) : []));
}

function ownFirst(hosts: readonly SiteHost[], own: SiteHost): readonly SiteHost[] {
  return hosts.toSorted((a, b) => Number(b.host === own.host) - Number(a.host === own.host));
}
