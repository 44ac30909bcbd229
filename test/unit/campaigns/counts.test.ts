// Local counts: for any stored value, they stay bounded numbers by campaign and day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countEvent,
  EVENTS,
  MAX_ENTRIES,
  readCounts,
  sumByDay,
  writeCountsCsv,
} from '../../../lib/campaigns/counts.ts';
import type { DayCount } from '../../../lib/campaigns/counts.ts';
import { writeCsv } from '../../../lib/text/csv.ts';

const DAY = '2026-11-25';

describe('countEvent', () => {
  it('counts by campaign and day', () => {
    let counts: readonly DayCount[] = [];
    for (const [event, campaign, day] of [
      ['offer-shown', 'autumn', DAY],
      ['offer-shown', 'autumn', DAY],
      ['trial-opened', 'autumn', DAY],
      ['offer-shown', '', DAY],
      ['plan-viewed', 'autumn', '2026-11-24'],
    ] as const)
      counts = countEvent(counts, event, campaign, day);
    expect(
      counts.map(({ day, campaign, counts: own }) => [day, campaign, ...EVENTS.map((event) => own[event])]),
    ).toEqual([
      ['2026-11-24', 'autumn', 0, 1, 0],
      [DAY, '', 1, 0, 0],
      [DAY, 'autumn', 2, 0, 1],
    ]);
    expect(sumByDay(counts, 'offer-shown', ['2026-11-24', DAY])).toEqual([0, 3]);
    expect(readCounts(JSON.parse(JSON.stringify(counts)))).toEqual(counts);
  });

  it('keeps to its limit by dropping the oldest days', () => {
    let counts: readonly DayCount[] = [];
    for (let index = 0; index < MAX_ENTRIES + 20; index += 1)
      counts = countEvent(counts, 'offer-shown', `c${String(index).padStart(4, '0')}`, DAY);
    expect(counts).toHaveLength(MAX_ENTRIES);
    expect(counts[0]?.campaign).toBe('c0020');
    expect(readCounts([...counts, ...counts])).toHaveLength(MAX_ENTRIES);
  });
});

describe('readCounts', () => {
  it('returns counts for any value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const { counts } of readCounts(value)) expect(Object.keys(counts)).toEqual(EVENTS);
      }),
    );
  });

  it('leaves out values that are not counts', () => {
    const good = {
      day: DAY,
      campaign: '',
      counts: { 'offer-shown': 1, 'plan-viewed': 0, 'trial-opened': 0 },
    };
    const bad = [
      { ...good, day: '2026-02-30' },
      { ...good, campaign: 'x'.repeat(101) },
      { ...good, counts: { ...good.counts, 'offer-shown': -1 } },
      { ...good, counts: { ...good.counts, 'offer-shown': 1.5 } },
      { ...good, counts: {} },
    ];
    expect(readCounts([...bad, good])).toEqual([good]);
  });
});

describe('CSV', () => {
  it('has a line for each campaign and day', () => {
    expect(writeCountsCsv(countEvent([], 'trial-opened', 'a,"b"', DAY))).toBe(
      `day,campaign,offer-shown,plan-viewed,trial-opened\r\n${DAY},"a,""b""",0,0,1\r\n`,
    );
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '=cmd|"/c calc"!A1'])('runs nothing as a formula: %s', (text) => {
    expect(writeCsv([[text]])).toMatch(/^"?'/);
  });

  it('can be read back cell by cell', () => {
    const cell = fc.string({ maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const expected = rows.map((row) =>
          row.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)),
        );
        expect(parseCsv(writeCsv(rows))).toEqual(expected);
      }),
    );
  });
});

/** A small reader of RFC 4180. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
