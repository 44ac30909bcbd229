// Judges how long a certificate is valid and how much of that is left (BR 6.3.2 as changed by ballot SC-081v3). All times are ms since epoch;
// `now` is a parameter.
import type { Certificate } from '../certificate.ts';
import type { PurposeJudgement } from './purpose.ts';
import type { RootJudgement } from './root.ts';
import type { RuleId } from './rules.ts';

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** Maximum lifetime of a public TLS certificate, and how long a domain validation may be reused, by date of issue. Newest first. */
export const LIFETIME_LIMITS = [
  { from: Date.UTC(2029, 2, 15), days: 47, reuseDays: 10 },
  { from: Date.UTC(2027, 2, 15), days: 100, reuseDays: 100 },
  { from: Date.UTC(2026, 2, 15), days: 200, reuseDays: 200 },
  { from: Date.UTC(2020, 8, 1), days: 398, reuseDays: 398 },
] as const;

/** Short-lived certificates need no revocation: up to 10 days, or 7 days when issued from 2026-03-15 (BR 1.6.1). */
const SHORT_LIVED = { days: 10, daysFrom2026: 7, changes: Date.UTC(2026, 2, 15) };
/** Clients renew when a third of the lifetime is left, and at half of a lifetime of 10 days or less (certbot 4.1, RFC 9773 5.1). */
const SHORT_RENEWAL_DAYS = 10;
/** The remaining time at which each step begins: a share of the lifetime, with a maximum in days, so that a long lifetime causes no early alarm. */
const RENEWAL_DUE = { share: 1 / 3, days: 30 };
const NOTICE = { share: 1 / 6, days: 7 };
const WARNING = { share: 1 / 10, days: 3 };
/** The shortest warning that leaves time to act. */
const LEAST_WARNING = DAY / 2;
/** No alarm before this share of the lifetime is over: the last 12 hours of a 12-hour certificate begin with its issue. */
const CALM_SHARE = 1 / 2;

export type LifetimeState =
  | 'not-yet-valid'
  | 'ample'
  /** Clients renew by now, and nothing is late. Only for lifetimes of 10 days or less. */
  | 'renewal-window'
  /** The next certificate should be installed: the advice for owners. */
  | 'renewal-due'
  /** It ends in days. */
  | 'notice'
  /** It ends in hours, or in a few days. */
  | 'warning'
  | 'expired';

export interface LifetimeJudgement {
  readonly state: LifetimeState;
  /** The lifetime in days; a started day counts as a whole (BR 6.3.2). 0 when the end is before the beginning. */
  readonly days: number;
  /** The limit for public servers at the date of issue; null: there was none yet, or none applies to this certificate. */
  readonly limitDays: number | null;
  readonly withinLimit: boolean | null;
  readonly shortLived: boolean;
  /** The share of the lifetime that is over, 0 to 1. */
  readonly elapsedShare: number;
  /** ms until the end; negative after the end. */
  readonly left: number;
  /**
   * When to have the next certificate: when a third of the lifetime is left, at most 30 days before the end; after half of a lifetime of 10 days or
   * less.
   */
  readonly reissueAt: number;
  /** The limit for a certificate that is issued at that time. */
  readonly nextLimitDays: number | null;
  readonly rule: RuleId;
}

/** The limit for a certificate that is issued at a time; null before 2020-09-01. */
export function lifetimeLimit(issuedAt: number): (typeof LIFETIME_LIMITS)[number] | null {
  return LIFETIME_LIMITS.find(({ from }) => issuedAt >= from) ?? null;
}

/** The facts that decide which limits apply. */
export interface LifetimeContext {
  /** ms since epoch. */
  readonly now: number;
  readonly standing: RootJudgement['standing'];
  readonly purpose: PurposeJudgement;
}

/** Judges the lifetime. The limits apply to public CAs and server certificates only. */
export function judgeLifetime(
  certificate: Certificate,
  { now, standing, purpose }: LifetimeContext,
): LifetimeJudgement {
  const { notBefore, notAfter } = certificate;
  // The last second is part of the lifetime (RFC 5280, 4.1.2.5; BR 6.3.2).
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

/** All in ms. `left`: until the end; `length`: of the lifetime; `lead`: how long before the end clients renew. */
function stateOf(left: number, length: number, lead: number): LifetimeState {
  if (left <= 0) return 'expired';
  const warning = Math.min(Math.max(LEAST_WARNING, reach(WARNING, length)), length * CALM_SHARE);
  if (left <= warning) return 'warning';
  if (left <= reach(NOTICE, length)) return 'notice';
  if (left <= reach(RENEWAL_DUE, length)) return 'renewal-due';
  return left <= lead ? 'renewal-window' : 'ample';
}
