// What will be different when a certificate is renewed: a shorter life by the issuer's own calendar or the rules for all, and purposes that go away.
import type { Certificate } from '../certificate.ts';
import { lifetimeLimit } from './lifetime.ts';
import type { LifetimeJudgement } from './lifetime.ts';
import { ATTRIBUTE, attributeValues } from '../describe/name-text.ts';
import type { PurposeJudgement } from './purpose.ts';
import type { RootJudgement } from './root.ts';

export interface RenewalJudgement {
  /** The next one lives shorter than this one; null: nothing says so. */
  readonly shorter: {
    readonly days: number;
    /** Since when, ms since epoch. */
    readonly from: number;
    /** The issuer whose calendar says so; null: the rules for all public CAs. */
    readonly issuer: string | null;
  } | null;
  /** It may identify a client too, and the next one may not. */
  readonly losesClientPurpose: boolean;
}

// What issuers announced about the lifetimes of their own certificates, as of 2026-11-29. Names of organisations are compared as a whole.

export interface CalendarStep {
  /** Issued from then on, ms since epoch. */
  readonly from: number;
  /** Days that a certificate then lives. */
  readonly days: number;
  readonly source: string;
}

const LETS_ENCRYPT = 'https://letsencrypt.org/2025/12/02/from-90-to-45';

/** By organizationName of the issuer; steps oldest first. */
export const ISSUER_CALENDARS: Readonly<Record<string, readonly CalendarStep[]>> = {
  "Let's Encrypt": [
    { from: Date.UTC(2027, 1, 10), days: 64, source: LETS_ENCRYPT },
    { from: Date.UTC(2028, 1, 16), days: 45, source: LETS_ENCRYPT },
  ],
};

/** From then on new public server certificates carry no other purpose than servers. ms since epoch. */
const SERVERS_ALONE_FROM = Date.UTC(2027, 2, 15);
/** Chrome Root Program Policy, version 1.8. */
export const SERVERS_ALONE_SOURCE = 'https://googlechrome.github.io/chromerootprogram/';

const NOTHING: RenewalJudgement = { shorter: null, losesClientPurpose: false };

/** Judges the next certificate of a public server's; `lifetime` says when it is due. */
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
  // Known to be public: the calendars bind nobody else, and a name alone may be anyone's.
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
