import { describe, expect, it } from 'vitest';
import { judgeLifetime, LIFETIME_LIMITS, lifetimeLimit } from '../../../lib/certificate/lifetime.ts';
import { AS_CA, certificateOf } from './make.ts';

const DAY = 86_400_000;

/** A certificate of so many days from a date on, and the judgement some days later. */
function judge(from: string, days: number, later: number, more = {}): ReturnType<typeof judgeLifetime> {
  const notBefore = Date.parse(from);
  // The last second counts.
  const notAfter = notBefore + days * DAY - 1000;
  return judgeLifetime(certificateOf({ notBefore, notAfter, ...more }), notBefore + later * DAY);
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
    expect(judge('2026-04-01', 3650, 0, AS_CA)).toMatchObject({
      limitDays: null,
      withinLimit: null,
      nextLimitDays: null,
      shortLived: false,
    });
    expect(judge('2026-04-01', 5, 0, AS_CA).shortLived).toBe(false);
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

describe('the state goes by the share that is left', () => {
  it.each([
    [90, -1, 'not-yet-valid'],
    [90, 0, 'ample'],
    [90, 59, 'ample'],
    [90, 61, 'notice'],
    [90, 74, 'notice'],
    [90, 76, 'warning'],
    [90, 89.99, 'warning'],
    [90, 90, 'expired'],
    [90, 400, 'expired'],
    // Six days: never an alarm right after issue.
    [6, 0.01, 'ample'],
    [6, 3.9, 'ample'],
    [6, 4.1, 'notice'],
    [6, 5.1, 'warning'],
    // Twelve days: the last three warn although they are a quarter.
    [12, 8.9, 'notice'],
    [12, 9.1, 'warning'],
    [398, 300, 'notice'],
    // Ends before it begins.
    [-5, 0, 'expired'],
  ])('%d days, after %d: %s', (days, later, state) => {
    expect(judge('2025-01-01', days, later).state).toBe(state);
  });

  it('counts the last second', () => {
    const certificate = certificateOf({ notBefore: 0, notAfter: 89 * DAY });
    expect(judgeLifetime(certificate, 89 * DAY + 999).state).toBe('warning');
    expect(judgeLifetime(certificate, 89 * DAY + 1000).state).toBe('expired');
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
    // Issued under one limit, to be replaced under the next.
    ['2025-12-01', 398, '2026-08-23T08:00:00.000Z', 200],
    ['2029-01-01', 100, '2029-03-08T16:00:00.000Z', 100],
  ])('of one from %s, %d days, is due %s and may live %d days', (from, days, due, limit) => {
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
