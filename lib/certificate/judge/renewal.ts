// Judges what changes when a certificate is renewed: a shorter lifetime, by the issuer's calendar or the rules for all, and purposes that end.
import type { Certificate } from '../certificate.ts';
import { lifetimeLimit } from './lifetime.ts';
import type { LifetimeJudgement } from './lifetime.ts';
import { ATTRIBUTE, attributeValues } from '../describe/name-text.ts';
import type { PurposeJudgement } from './purpose.ts';
import type { RootJudgement } from './root.ts';

export interface RenewalJudgement {
  /** The next certificate has a shorter lifetime than this one; null: no rule says so. */
  readonly shorter: {
    readonly days: number;
    /** From when the rule applies, ms since epoch. */
    readonly from: number;
    /** The issuer whose calendar it is; null: the rules for all public CAs. */
    readonly issuer: string | null;
  } | null;
  /** The certificate may identify a client too, and the next one may not. */
  readonly losesClientPurpose: boolean;
}

// What issuers announced about the lifetimes of their own certificates, as of 2026-11-29. Names of organisations are compared as a whole.

export interface CalendarStep {
  /** For certificates that are issued from then on, ms since epoch. */
  readonly from: number;
  /** The lifetime in days. */
  readonly days: number;
  readonly source: string;
}

const LETS_ENCRYPT = 'https://letsencrypt.org/2025/12/02/from-90-to-45';

/** Calendars by organizationName of the issuer; the oldest step first. */
export const ISSUER_CALENDARS: Readonly<Record<string, readonly CalendarStep[]>> = {
  "Let's Encrypt": [
    { from: Date.UTC(2027, 1, 10), days: 64, source: LETS_ENCRYPT },
    { from: Date.UTC(2028, 1, 16), days: 45, source: LETS_ENCRYPT },
  ],
};

/** From then on new public server certificates are for servers only. ms since epoch. */
const SERVERS_ALONE_FROM = Date.UTC(2027, 2, 15);
/** Chrome Root Program Policy, version 1.8. */
export const SERVERS_ALONE_SOURCE = 'https://googlechrome.github.io/chromerootprogram/';

const NOTHING: RenewalJudgement = { shorter: null, losesClientPurpose: false };

/** Judges the next certificate of a public server. `lifetime` has the date at which it is due. */
export function judgeRenewal(
  certificate: Certificate,
  {
    lifetime,
    purpose,
    standing,
    now,
  }: {
    readonly lifetime: LifetimeJudgement;
    readonly purpose: PurposeJudgement;
    readonly standing: RootJudgement['standing'];
    readonly now: number;
  },
): RenewalJudgement {
  // Only for a root that is known to be public: no calendar binds others, and anyone can use an issuer's name.
  if (!purpose.isServer || (standing !== 'built-in' && standing !== 'logged')) return NOTHING;
  const at = Math.max(lifetime.reissueAt, now);
  const next = [...calendarSteps(certificate, at), ...ruleSteps(at)].toSorted((a, b) => a.days - b.days)[0];
  return {
    shorter: next !== undefined && next.days < lifetime.days ? next : null,
    losesClientPurpose: purpose.purposes?.includes('client') === true && at >= SERVERS_ALONE_FROM,
  };
}

type Step = NonNullable<RenewalJudgement['shorter']>;

function calendarSteps({ issuer }: Certificate, at: number): readonly Step[] {
  return attributeValues(issuer, ATTRIBUTE.organization).flatMap((organization) => {
    const step = (ISSUER_CALENDARS[organization] ?? []).findLast(({ from }) => at >= from);
    return step === undefined ? [] : [{ days: step.days, from: step.from, issuer: organization }];
  });
}

function ruleSteps(at: number): readonly Step[] {
  const limit = lifetimeLimit(at);
  return limit === null ? [] : [{ days: limit.days, from: limit.from, issuer: null }];
}
