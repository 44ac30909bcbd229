import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { LifetimeJudgement } from '../../../../lib/certificate/judge/lifetime.ts';
import { LIFETIME_LIMITS, lifetimeLimit } from '../../../../lib/certificate/judge/lifetime.ts';
import { AS_CA, certificateOf, judgementOf, reportOf } from '../make.ts';

const DAY = 86_400_000;
const CA = { ...AS_CA, names: null };

/** A certificate of so many days from a date on, and the judgement some days later. */
function judge(from: string, days: number, later: number, more = {}): LifetimeJudgement {
  const notBefore = Date.parse(from);
  // The last second counts.
  const notAfter = notBefore + days * DAY - 1000;
  const certificate = certificateOf({ notBefore, notAfter, ...more });
  return judgementOf(certificate, { now: notBefore + later * DAY }).lifetime;
}

describe('the length', () => {
  it.each([
    ['2025-01-01', 90, 0, 90],
    // One second more begins another day (BR 6.3.2).
    ['2025-01-01', 398 + 1 / 86_400, 0, 399],
    ['2025-01-01', 0, 0, 0],
    ['2025-01-01', -5, 0, 0],
  ])('from %s, %d days', (from, days, later, counted) => {
    expect(judge(from, days, later).days).toBe(counted);
  });

  it.each([
    ['2020-08-31', 825, null, null],
    ['2020-09-01', 398, 398, true],
    ['2026-03-14', 398, 398, true],
    ['2026-03-15', 200, 200, true],
    ['2026-03-15', 201, 200, false],
    ['2027-03-14', 200, 200, true],
    ['2027-03-15', 100, 100, true],
    ['2029-03-14', 100, 100, true],
    ['2029-03-15', 47, 47, true],
    ['2029-03-15', 47 + 1 / 86_400, 47, false],
  ])('issued %s, %d days: limit %j, kept %j', (from, days, limit, within) => {
    expect(judge(from, days, 0)).toMatchObject({ limitDays: limit, withinLimit: within });
  });

  it('of a CA certificate has no limit', () => {
    expect(judge('2026-04-01', 3650, 0, CA)).toMatchObject({
      limitDays: null,
      withinLimit: null,
      nextLimitDays: null,
      shortLived: false,
    });
    expect(judge('2026-04-01', 5, 0, CA).shortLived).toBe(false);
  });

  it.each([
    ['code signing', { extendedKeyUsage: ['1.3.6.1.5.5.7.3.3'] }, {}],
    ['S/MIME by policy', { policies: ['2.23.140.1.5.1.3'] }, {}],
    ['a client', { extendedKeyUsage: ['1.3.6.1.5.5.7.3.2'] }, {}],
    ['a server under a root of its own', { selfIssued: true }, {}],
    ['a server under an added root', {}, { rootIsBuiltIn: false }],
    ['a server under the organisation’s root', {}, { isOrganizationRoot: true }],
  ])('of %s has no limit', (_, parts, report) => {
    const notBefore = Date.parse('2026-04-01');
    const certificate = certificateOf({ notBefore, notAfter: notBefore + 3650 * DAY, ...parts });
    const facts = { now: notBefore, connection: reportOf(report) };
    expect(judgementOf(certificate, facts).lifetime).toMatchObject({
      limitDays: null,
      withinLimit: null,
      nextLimitDays: null,
      shortLived: false,
    });
  });

  it.each([
    ['any purpose', ['2.5.29.37.0', '1.3.6.1.5.5.7.3.3']],
    ['servers and clients', ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.1']],
    ['no stated purpose', null],
  ])('of %s has the limit of servers', (_, extendedKeyUsage) => {
    expect(judge('2026-04-01', 365, 0, { extendedKeyUsage })).toMatchObject({ limitDays: 200 });
  });

  it.each([
    ['2026-03-14', 10, true],
    ['2026-03-14', 11, false],
    ['2026-03-15', 7, true],
    ['2026-03-15', 8, false],
  ])('issued %s, %d days: short-lived %j', (from, days, shortLived) => {
    expect(judge(from, days, 0).shortLived).toBe(shortLived);
  });
});

describe('the state depends on the remaining lifetime', () => {
  it.each([
    [90, -1, 'not-yet-valid'],
    [90, 0, 'ample'],
    [90, 59, 'ample'],
    [90, 61, 'renewal-due'],
    [90, 82, 'renewal-due'],
    // 7 days, not a sixth.
    [90, 83.1, 'notice'],
    [90, 86.9, 'notice'],
    // 3 days, not a tenth.
    [90, 87.1, 'warning'],
    [90, 89.99, 'warning'],
    [90, 90, 'expired'],
    [90, 400, 'expired'],
    // Ten years with 500 days left; then 30 and 7 and 3 days, whatever the share.
    [3650, 3150, 'ample'],
    [3650, 3619, 'ample'],
    [3650, 3621, 'renewal-due'],
    [3650, 3643.1, 'notice'],
    [3650, 3647.1, 'warning'],
    [398, 300, 'ample'],
    [398, 369, 'renewal-due'],
    // 160 hours: half, a third, a sixth and a tenth of them.
    [160 / 24, 0.01, 'ample'],
    [160 / 24, 79 / 24, 'ample'],
    [160 / 24, 81 / 24, 'renewal-window'],
    [160 / 24, 107 / 24, 'renewal-due'],
    [160 / 24, 134 / 24, 'notice'],
    [160 / 24, 145 / 24, 'warning'],
    // Three days: 12 hours are a sixth.
    [3, 59.9 / 24, 'renewal-due'],
    [3, 60.1 / 24, 'warning'],
    // Twelve hours: nothing before half of them is over, although the last 12 hours begin with the issue.
    [0.5, 0.01, 'ample'],
    [0.5, 0.24, 'ample'],
    [0.5, 0.26, 'warning'],
    // Ends before it begins.
    [-5, 0, 'expired'],
  ])('%d days, after %d: %s', (days, later, state) => {
    expect(judge('2025-01-01', days, later).state).toBe(state);
  });

  it('never gets milder as time passes', () => {
    const order = ['ample', 'renewal-window', 'renewal-due', 'notice', 'warning', 'expired'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400_000_000 }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (seconds, one, other) => {
          const [early, late] = [one, other].toSorted((a, b) => a - b);
          const at = (share = 0): number =>
            order.indexOf(judge('2025-01-01', seconds / 86_400, (share * seconds) / 86_400).state);
          expect(at(early)).toBeLessThanOrEqual(at(late));
          // Nothing before half of the life is over.
          expect(at(Math.min(early ?? 0, 0.499))).toBe(0);
        },
      ),
    );
  });

  it('counts the last second', () => {
    const certificate = certificateOf({ notBefore: 0, notAfter: 89 * DAY });
    expect(judgementOf(certificate, { now: 89 * DAY + 999 }).lifetime.state).toBe('warning');
    expect(judgementOf(certificate, { now: 89 * DAY + 1000 }).lifetime.state).toBe('expired');
  });

  it('is a number between 0 and 1', () => {
    expect(judge('2025-01-01', 90, 45)).toMatchObject({ elapsedShare: 0.5, left: 45 * DAY });
    expect(judge('2025-01-01', 90, -10).elapsedShare).toBe(0);
    expect(judge('2025-01-01', 90, 100)).toMatchObject({ elapsedShare: 1, left: -10 * DAY });
    expect(judge('2025-01-01', 0, 0).elapsedShare).toBe(1);
  });
});

describe('the next issue', () => {
  it.each([
    ['2025-01-01', 90, '2025-03-02T00:00:00.000Z', 398],
    ['2025-01-01', 6, '2025-01-04T00:00:00.000Z', 398],
    // 30 days before the end of a long life.
    ['2025-01-01', 3650, '2034-11-30T00:00:00.000Z', 47],
    // Issued under one limit, to be replaced under the next.
    ['2025-12-01', 398, '2026-12-04T00:00:00.000Z', 200],
    ['2029-01-01', 100, '2029-03-12T00:00:00.000Z', 100],
  ])('of one from %s, %d days, is due %s and is valid for up to %d days', (from, days, due, limit) => {
    const { reissueAt, nextLimitDays } = judge(from, days, 0);
    expect([new Date(reissueAt).toISOString(), nextLimitDays]).toEqual([due, limit]);
  });

  it('that is overdue gets the limit of today', () => {
    expect(judge('2026-03-01', 200, 400).nextLimitDays).toBe(100);
  });
});

it('the limits are in order, newest first, and end before 2020-09-01', () => {
  const dates = LIFETIME_LIMITS.map(({ from }) => from);
  expect(dates).toEqual(dates.toSorted((a, b) => b - a));
  expect(lifetimeLimit(Date.UTC(2020, 8, 1) - 1)).toBeNull();
  expect(lifetimeLimit(Date.UTC(2029, 2, 15))).toMatchObject({ days: 47, reuseDays: 10 });
});
