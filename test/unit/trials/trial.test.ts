// The end of a trial and its notifications, for any calendar, clock and stored value.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, daysBetween, isDay } from '../../../lib/text/day.ts';
import {
  afterReminding,
  dueReminders,
  endOf,
  isWaiting,
  MAX_TRIALS,
  noteTrial,
  readTrials,
  stageOn,
  STAGES,
} from '../../../lib/trials/trial.ts';
import type { Trial } from '../../../lib/trials/trial.ts';

/** Ends on 2027-02-28. */
const TRIAL: Trial = {
  site: 'shop.example.com',
  startedOn: '2026-11-30',
  months: 3,
  told: 'running',
  decision: null,
};
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function monthCount(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
}

describe('addMonths', () => {
  it.each([
    ['2026-11-25', 3, '2027-02-25'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2099-11-30', 3, '2100-02-28'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-01-31', 0, '2026-01-31'],
  ])('%s and %i months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to));

  it('returns an existing day of that month, never later in it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 24 }), (from, months) => {
        const to = addMonths(from, months);
        expect(new Date(`${to}T00:00:00Z`).toISOString().slice(0, 10)).toBe(to);
        expect(monthCount(to) - monthCount(from)).toBe(months);
        expect(to.slice(8) <= from.slice(8)).toBe(true);
      }),
    );
  });
});

describe('isDay', () => {
  it.each(['2026-02-28', '2028-02-29', '2000-01-01', '2100-12-31'])('accepts %s', (text) =>
    expect(isDay(text)).toBe(true),
  );
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '1999-12-31', '26-01-01', '', '2026-11-31'])(
    'takes no %s',
    (text) => expect(isDay(text)).toBe(false),
  );
});

describe('a trial', () => {
  it.each([
    ['2026-11-30', 'running'],
    ['2027-02-13', 'running'],
    ['2027-02-14', 'two-weeks'],
    ['2027-02-24', 'two-weeks'],
    ['2027-02-25', 'three-days'],
    ['2027-02-27', 'three-days'],
    ['2027-02-28', 'ended'],
    ['2031-01-01', 'ended'],
  ])('on %s is %s', (today, stage) => expect(stageOn(TRIAL, today)).toBe(stage));

  it('is notified once per stage, on whatever days it is checked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 130 }), { maxLength: 40 }), (offsets) => {
        let trials: readonly Trial[] = [TRIAL];
        const said: string[] = [];
        for (const offset of offsets.toSorted((a, b) => a - b)) {
          const today = new Date(Date.UTC(2026, 10, 30 + offset)).toISOString().slice(0, 10);
          const due = dueReminders(trials, today);
          said.push(...due.map(({ stage }) => stage));
          trials = afterReminding(trials, due, today);
          expect(dueReminders(trials, today)).toEqual([]);
        }
        expect(new Set(said).size).toBe(said.length);
        // A check on a day at or after the end has caused a notification.
        expect(said.includes('ended')).toBe(offsets.some((offset) => offset >= 90));
      }),
    );
  });

  it('does not repeat notifications when the clock goes back a little, and repeats them after a wrong clock', () => {
    const told = afterReminding([TRIAL], dueReminders([TRIAL], '2027-02-20'), '2027-02-20');
    expect(dueReminders(told, '2027-02-19')).toEqual([]);
    // A clock of 2035 leads to "ended"; then it is corrected.
    const wrong = afterReminding([TRIAL], dueReminders([TRIAL], '2035-01-01'), '2035-01-01');
    expect(wrong[0]?.told).toBe('ended');
    const right = afterReminding(wrong, dueReminders(wrong, '2026-12-24'), '2026-12-24');
    expect(dueReminders(right, '2027-02-15').map(({ stage }) => stage)).toEqual(['two-weeks']);
  });

  it('causes no notification once the owner has decided', () => {
    const decided: Trial = { ...TRIAL, decision: 'replaced' };
    expect(dueReminders([decided], '2027-02-28')).toEqual([]);
    expect(isWaiting(decided)).toBe(false);
    expect(isWaiting({ ...TRIAL, told: 'ended' })).toBe(false);
    expect(isWaiting({ ...TRIAL, told: 'three-days' })).toBe(true);
  });

  it('is stored once per site and day, up to a limit', () => {
    expect(noteTrial([TRIAL], { ...TRIAL, decision: 'bought' })).toEqual([{ ...TRIAL, decision: 'bought' }]);
    const full = Array.from({ length: MAX_TRIALS }, (_, index) => ({ ...TRIAL, site: `h${index}.example` }));
    expect(noteTrial(full, TRIAL)).toBeNull();
  });
});

describe('readTrials', () => {
  it('reads what was written, and leaves out values that are not trials', () => {
    const bad = [
      null,
      {},
      { ...TRIAL, site: 'not a host' },
      { ...TRIAL, site: 'Shop.Example.com' },
      { ...TRIAL, startedOn: '2026-02-30' },
      { ...TRIAL, months: 3.5 },
      { ...TRIAL, told: 'yes' },
      { ...TRIAL, decision: 'lost' },
    ];
    expect(readTrials([...bad, TRIAL, TRIAL])).toEqual([TRIAL]);
  });

  it('returns trials for any value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const trial of readTrials(value)) expect(STAGES).toContain(stageOn(trial, '2026-11-25'));
      }),
    );
  });

  it('returns at most the limit', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ ...TRIAL, site: `h${index}.example` }));
    expect(readTrials(many)).toHaveLength(MAX_TRIALS);
  });
});

it('days are counted across the ends of months and years', () => {
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
  expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2);
});

it('ends on a day that exists', () => {
  fc.assert(
    fc.property(day, (startedOn) => {
      expect(daysBetween(startedOn, endOf({ ...TRIAL, startedOn }))).toBeGreaterThanOrEqual(89);
      expect(daysBetween(startedOn, endOf({ ...TRIAL, startedOn }))).toBeLessThanOrEqual(92);
    }),
  );
});
