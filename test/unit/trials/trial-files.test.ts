// The files of trials: JSON, and a calendar that is parsed by an independent parser (ical.js, of Thunderbird).
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { endOf, readTrials } from '../../../lib/trials/trial.ts';
import type { Trial } from '../../../lib/trials/trial.ts';
import { writeTrialCalendar, writeTrialsJson } from '../../../lib/trials/trial-files.ts';

const TRIAL: Trial = {
  site: 'shop.example.com',
  startedOn: '2026-11-30',
  months: 3,
  told: 'running',
  decision: null,
};
const MADE_AT = Date.UTC(2026, 10, 30, 8, 15, 30, 500);
const DAY = 86_400;

/** The only event of a calendar. Throws when the text is not a calendar (RFC 5545). */
function readEvent(text: string): ICAL.Event {
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vevent']);
  return new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
}

describe('writeTrialsJson', () => {
  it('writes every trial with its end', () => {
    const { trials } = JSON.parse(writeTrialsJson([TRIAL])) as { trials: unknown };
    expect(trials).toEqual([{ ...TRIAL, endsOn: '2027-02-28' }]);
    expect(readTrials(trials)).toEqual([TRIAL]);
  });
});

describe('writeTrialCalendar', () => {
  it('folds lines at 75 bytes and escapes characters that would end a value', () => {
    const text = writeTrialCalendar(
      TRIAL,
      `试用到期；shop, ${'长'.repeat(60)}\nEND:VCALENDAR`,
      Date.UTC(2026, 10, 25),
    );
    expect(text).toContain('DTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\n');
    expect(text).toContain('DTSTAMP:20261125T000000Z\r\n');
    expect(text.match(/^END:VCALENDAR\r$/gm)).toHaveLength(1);
    expect(text).toContain(String.raw`shop\, `);
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(`${'长'.repeat(60)}${String.raw`\n`}END:VCALENDAR`);
  });

  it('writes an all-day event on the last day of the trial', () => {
    const event = readEvent(writeTrialCalendar(TRIAL, 'The trial ends', MADE_AT));
    expect(event.uid).toBe('shop.example.com-2026-11-30@https-trust-inspector.example');
    expect(event.startDate.isDate).toBe(true);
    expect(event.startDate.toString()).toBe('2027-02-28');
    expect(event.endDate.toString()).toBe('2027-03-01');
    expect(event.duration.toSeconds()).toBe(DAY);
    expect(event.isRecurring()).toBe(false);
  });

  it('states in UTC when it was written', () => {
    const { component } = readEvent(writeTrialCalendar(TRIAL, 'The trial ends', MADE_AT));
    expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-30T08:15:30Z');
  });

  it('has an alarm two weeks and one three days before', () => {
    const { component } = readEvent(writeTrialCalendar(TRIAL, 'The trial ends', MADE_AT));
    const alarms = component.getAllSubcomponents('valarm').map((alarm) => ({
      action: alarm.getFirstPropertyValue('action'),
      description: alarm.getFirstPropertyValue('description'),
      before: String(alarm.getFirstPropertyValue('trigger')),
    }));
    expect(alarms).toEqual([
      { action: 'DISPLAY', description: 'The trial ends', before: '-P14D' },
      { action: 'DISPLAY', description: 'The trial ends', before: '-P3D' },
    ]);
  });

  it('keeps any title unchanged, and none can add a property or an event', () => {
    const hostile = fc.constantFrom(
      '\n',
      '\r\n',
      ';',
      ',',
      '\\',
      '\\n',
      'END:VEVENT',
      'ATTACH:http://a/',
      '长',
      '😀',
      ' ',
    );
    const titles = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(hostile).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(titles, (title) => {
        const event = readEvent(writeTrialCalendar(TRIAL, title, MADE_AT));
        expect(event.summary).toBe(title.replaceAll('\r\n', '\n'));
        expect(event.component.getAllProperties('attach')).toEqual([]);
        expect(event.component.getAllSubcomponents('valarm')).toHaveLength(2);
      }),
    );
  });

  it('ends on the last day of the trial, for all starts and lengths', () => {
    const days = fc
      .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2099, 11, 31) })
      .map((time) => new Date(time).toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 24 }), (startedOn, months) => {
        const trial = { ...TRIAL, startedOn, months };
        const event = readEvent(writeTrialCalendar(trial, 'The trial ends', MADE_AT));
        expect(event.startDate.toString()).toBe(endOf(trial));
        expect(event.duration.toSeconds()).toBe(DAY);
      }),
    );
  });
});
