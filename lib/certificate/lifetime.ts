// How long a certificate lives and how much of that is left (BR 6.3.2 as changed by ballot SC-081v3). All times are ms since epoch and come
// from outside, `now` included.
import type { Certificate } from './certificate.ts';
import { isCa } from './details.ts';
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
/** Below these shares of the life left it is time to act. A count of days would be wrong for lives of 398 and of 6 days at once. */
const NOTICE_SHARE = 1 / 3;
const WARNING_SHARE = 1 / 6;
/** Lives above this many days also warn in their last days, whatever the share. */
const LONG_LIFE_DAYS = 10;
const LAST_DAYS = 3;

export type LifetimeState = 'not-yet-valid' | 'ample' | 'notice' | 'warning' | 'expired';

export interface LifetimeJudgement {
  readonly state: LifetimeState;
  /** Length in days, a started day counted (BR 6.3.2). 0 when it ends before it begins. */
  readonly days: number;
  /** The limit at the date of issue; null: issued before there was one, or a CA certificate. */
  readonly limitDays: number | null;
  readonly withinLimit: boolean | null;
  readonly shortLived: boolean;
  /** 0 to 1. */
  readonly elapsedShare: number;
  /** ms until the end; negative after it. */
  readonly left: number;
  /** When to have the next one: after two thirds of the life, after half of a life of 10 days or less. */
  readonly reissueAt: number;
  /** The limit that a certificate issued at that time gets. */
  readonly nextLimitDays: number | null;
  readonly rule: RuleId;
}

/** The limit for a certificate issued at a time, or null before 2020-09-01. */
export function lifetimeLimit(issuedAt: number): (typeof LIFETIME_LIMITS)[number] | null {
  return LIFETIME_LIMITS.find(({ from }) => issuedAt >= from) ?? null;
}

export function judgeLifetime(certificate: Certificate, now: number): LifetimeJudgement {
  const { notBefore, notAfter } = certificate;
  // The last second is included (RFC 5280, 4.1.2.5; BR 6.3.2).
  const end = notAfter + SECOND;
  const length = Math.max(end - notBefore, 0);
  const days = Math.ceil(length / DAY);
  const isIssuer = isCa(certificate);
  const limitDays = isIssuer ? null : (lifetimeLimit(notBefore)?.days ?? null);
  const shortDays = notBefore >= SHORT_LIVED.changes ? SHORT_LIVED.daysFrom2026 : SHORT_LIVED.days;
  const shortLived = !isIssuer && days <= shortDays;
  const elapsedShare = length === 0 ? 1 : Math.min(Math.max((now - notBefore) / length, 0), 1);
  const left = end - now;
  const share = days <= LONG_LIFE_DAYS ? 1 / 2 : 2 / 3;
  const reissueAt = notBefore + Math.floor((length * share) / SECOND) * SECOND;
  return {
    state: stateOf(now, notBefore, left, days, 1 - elapsedShare),
    days,
    limitDays,
    withinLimit: limitDays === null ? null : days <= limitDays,
    shortLived,
    elapsedShare,
    left,
    reissueAt,
    nextLimitDays: isIssuer ? null : (lifetimeLimit(Math.max(reissueAt, now))?.days ?? null),
    rule: shortLived ? 'br-short-lived' : 'sc-081v3',
  };
}

function stateOf(
  now: number,
  notBefore: number,
  left: number,
  days: number,
  leftShare: number,
): LifetimeState {
  if (left <= 0) return 'expired';
  if (now < notBefore) return 'not-yet-valid';
  if (leftShare < WARNING_SHARE || (days > LONG_LIFE_DAYS && left < LAST_DAYS * DAY)) return 'warning';
  return leftShare < NOTICE_SHARE ? 'notice' : 'ample';
}
