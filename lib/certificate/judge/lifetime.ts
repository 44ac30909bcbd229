// How long a certificate lives and how much of that is left (BR 6.3.2 as changed by ballot SC-081v3). All times are ms since epoch and come
// from outside, `now` included.
import type { Certificate } from '../certificate.ts';
import type { PurposeJudgement } from './purpose.ts';
import type { RootJudgement } from './root.ts';
import type { RuleId } from './rules.ts';

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** Longest life of a public TLS certificate, and how long a domain validation may be reused, by date of issue. Newest first. */
export const LIFETIME_LIMITS = [
  { from: Date.UTC(2029, 2, 15), days: 47, reuseDays: 10 },
  { from: Date.UTC(2027, 2, 15), days: 100, reuseDays: 100 },
  { from: Date.UTC(2026, 2, 15), days: 200, reuseDays: 200 },
  { from: Date.UTC(2020, 8, 1), days: 398, reuseDays: 398 },
] as const;

/** Short-lived certificates need no revocation: 10 days, and 7 when issued from 2026-03-15 (BR 1.6.1). */
const SHORT_LIVED = { days: 10, daysFrom2026: 7, changes: Date.UTC(2026, 2, 15) };
/** Renewal clients act when a third of the life is left, and at half of a life of 10 days or less (certbot 4.1, RFC 9773 5.1). */
const SHORT_RENEWAL_DAYS = 10;
/** What is left when each step begins: a share of the life, with a cap in days. A long life alone is no reason to alarm early. */
const RENEWAL_DUE = { share: 1 / 3, days: 30 };
const NOTICE = { share: 1 / 6, days: 7 };
const WARNING = { share: 1 / 10, days: 3 };
/** The least warning that leaves time to act. */
const LEAST_WARNING = DAY / 2;
/** No alarm before this share of the life is over: the last 12 hours of a 12-hour certificate begin with its issue. */
const CALM_SHARE = 1 / 2;

export type LifetimeState =
  | 'not-yet-valid'
  | 'ample'
  /** Clients renew by now; nothing is late. Lives of 10 days or less only. */
  | 'renewal-window'
  /** The next one should be in place: the owner's advice. */
  | 'renewal-due'
  /** It ends in days. */
  | 'notice'
  /** It ends in hours, or in a few days. */
  | 'warning'
  | 'expired';

export interface LifetimeJudgement {
  readonly state: LifetimeState;
  /** Length in days, a started day counted (BR 6.3.2). 0 when it ends before it begins. */
  readonly days: number;
  /** The limit for public servers at the date of issue; null: issued before there was one, or the limit is not for this certificate. */
  readonly limitDays: number | null;
  readonly withinLimit: boolean | null;
  readonly shortLived: boolean;
  /** 0 to 1. */
  readonly elapsedShare: number;
  /** ms until the end; negative after it. */
  readonly left: number;
  /** When to have the next one: when a third of the life is left, 30 days at most; after half of a life of 10 days or less. */
  readonly reissueAt: number;
  /** The limit that a certificate issued at that time gets. */
  readonly nextLimitDays: number | null;
  readonly rule: RuleId;
}

/** The limit for a certificate issued at a time, or null before 2020-09-01. */
export function lifetimeLimit(issuedAt: number): (typeof LIFETIME_LIMITS)[number] | null {
  return LIFETIME_LIMITS.find(({ from }) => issuedAt >= from) ?? null;
}

/** What decides which rules hold for a life. */
export interface LifetimeContext {
  /** ms since epoch. */
  readonly now: number;
  readonly standing: RootJudgement['standing'];
  readonly purpose: PurposeJudgement;
}

/** Judges the life. The limits bind public CAs and server certificates: under a private root, and for other purposes, there is none. */
export function judgeLifetime(
  certificate: Certificate,
  { now, standing, purpose }: LifetimeContext,
): LifetimeJudgement {
  const { notBefore, notAfter } = certificate;
  // The last second is included (RFC 5280, 4.1.2.5; BR 6.3.2).
  const end = notAfter + SECOND;
  const length = Math.max(end - notBefore, 0);
  const days = Math.ceil(length / DAY);
  const isLimited = purpose.isServer && isBound(standing);
  const limitDays = isLimited ? (lifetimeLimit(notBefore)?.days ?? null) : null;
  const shortDays = notBefore >= SHORT_LIVED.changes ? SHORT_LIVED.daysFrom2026 : SHORT_LIVED.days;
  const shortLived = purpose.isServer && days <= shortDays;
  const elapsedShare = length === 0 ? 1 : Math.min(Math.max((now - notBefore) / length, 0), 1);
  const left = end - now;
  const lead = days <= SHORT_RENEWAL_DAYS ? length / 2 : reach(RENEWAL_DUE, length);
  const reissueAt = end - Math.ceil(lead / SECOND) * SECOND;
  return {
    state: now < notBefore && left > 0 ? 'not-yet-valid' : stateOf(left, length, lead),
    days,
    limitDays,
    withinLimit: limitDays === null ? null : days <= limitDays,
    shortLived,
    elapsedShare,
    left,
    reissueAt,
    nextLimitDays: isLimited ? (lifetimeLimit(Math.max(reissueAt, now))?.days ?? null) : null,
    rule: shortLived ? 'br-short-lived' : 'sc-081v3',
  };
}

function isBound(standing: RootJudgement['standing']): boolean {
  return standing !== 'private' && standing !== 'organization' && standing !== 'self-issued';
}

/** How long before the end a step begins, in ms. */
function reach({ share, days }: typeof NOTICE, length: number): number {
  return Math.min(length * share, days * DAY);
}

/** `left`, `length`, `lead` in ms: what is left, the whole life, how long before the end clients renew. */
function stateOf(left: number, length: number, lead: number): LifetimeState {
  if (left <= 0) return 'expired';
  const warning = Math.min(Math.max(LEAST_WARNING, reach(WARNING, length)), length * CALM_SHARE);
  if (left <= warning) return 'warning';
  if (left <= reach(NOTICE, length)) return 'notice';
  if (left <= reach(RENEWAL_DUE, length)) return 'renewal-due';
  return left <= lead ? 'renewal-window' : 'ample';
}
