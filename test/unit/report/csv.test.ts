// The list for search and replace: other programs read it unchanged, and spreadsheets evaluate nothing in it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../lib/text/csv.ts';
import { writeSection } from '../../../lib/report/markdown.ts';
import { mixedReport, mixedTable } from '../../../lib/report/mixed-report.ts';
import { wordsIn } from '../../fixtures/built-messages.ts';
import { MIXED_STATES } from '../../fixtures/mixed-states.ts';
import { HOSTILE_TEXT, pageWithLoads, pageWithManyLoads } from '../../fixtures/page-records.ts';

const words = wordsIn('en');

/** Reads RFC 4180, strictly: anything else is an error. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const value = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
    value.lastIndex = at;
    const match = value.exec(text);
    if (match === null) throw new Error(`no value at ${at}: ${text.slice(at, at + 40)}`);
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    at = value.lastIndex;
    if (match[3] !== ',' && at < text.length) rows.push([]);
  }
  return rows;
}

const STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string(),
  fc.tuple(fc.constantFrom(...STARTS, '"', ',', '\0'), fc.string()).map((pair) => pair.join('')),
);

describe('writeCsv', () => {
  it('is read back unchanged, except for the apostrophe before a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(value, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const read = readCsv(writeCsv(rows));
        const expected = rows.map((row) =>
          row.map((text) => {
            const kept = text.replaceAll('\0', '\uFFFD');
            return STARTS.some((start) => kept.startsWith(start)) ? `'${kept}` : kept;
          }),
        );
        expect(read).toEqual(expected);
      }),
    );
  });

  it('has nothing that a spreadsheet evaluates as a formula', () => {
    fc.assert(
      fc.property(value, (text) => {
        const [[cell = ''] = []] = readCsv(writeCsv([[text]]));
        expect(STARTS.some((start) => cell.startsWith(start))).toBe(false);
      }),
    );
  });
});

describe('mixedTable', () => {
  const { record, probe } = MIXED_STATES['mixed-probed'];
  const [header, ...rows] = readCsv(writeCsv(mixedTable(words, record, probe)));

  it('lists for each address the replacement, the place, and whether it works', () => {
    expect(header).toEqual([
      'Old address',
      'New address',
      'Kind',
      'Outcome',
      'Place',
      'Source',
      'https works',
    ]);
    expect(rows).toHaveLength(record.mixed.length);
    expect(rows).toContainEqual([
      'http://img.example.net/hero.jpg',
      'https://img.example.net/hero.jpg',
      'Image',
      'fetched over https instead',
      'main > img.hero',
      '',
      'https works: change http to https',
    ]);
    expect(rows).toContainEqual([
      'ws://live.example.net/prices',
      'wss://live.example.net/prices',
      'WebSocket',
      'blocked',
      '',
      'https://shop.example.com/app.js:1:20431',
      'https works: change http to https',
    ]);
  });

  it('keeps addresses complete, however long or hostile', () => {
    const url = `http://evil.example/${'a'.repeat(2000)}"${HOSTILE_TEXT}`;
    const hostile = pageWithLoads({ url, element: { selectors: ['=cmd|calc!A1'], closed: false } });
    const [, row = []] = readCsv(writeCsv(mixedTable(words, hostile, null)));
    expect(row[0]).toBe(url.replaceAll('\0', '\uFFFD'));
    expect(row[4]).toBe("'=cmd|calc!A1");
    expect(row[6]).toBe('');
  });
});

describe('mixedReport', () => {
  it('lists every entry with its number, its replacement, its place and the result', () => {
    const { record, probe } = MIXED_STATES['mixed-probed'];
    const text = writeSection(mixedReport(words, record, probe));
    expect(text).toContain(
      [
        '- 3\\. Script · blocked `http://cdn.example.net/reviews.js?v=3`',
        '  - Write `https://cdn.example.net/reviews.js?v=3`',
        '  - Place: `body > script:nth-of-type(3)`',
        '  - Place: `https://shop.example.com/:214:9`',
        '  - Certificate wrong: Certificate for another name',
      ].join('\n'),
    );
    expect(text.match(/^- /gm)).toHaveLength(record.mixed.length);
  });

  it('claims to be complete after a deep check, but not once it is full', () => {
    const full = pageWithManyLoads(5);
    const complete = 'this list is complete';
    expect(writeSection(mixedReport(words, full, null))).not.toContain('Deep check');
    expect(writeSection(mixedReport(words, { ...full, deepChecked: true }, null))).toContain(
      'it is not complete',
    );
    expect(writeSection(mixedReport(words, { ...full, deepChecked: true }, null))).not.toContain(complete);
    const roomy = { ...full, deepChecked: true, mixedDropped: 0 };
    expect(writeSection(mixedReport(words, roomy, null))).toContain(complete);
  });

  it('keeps hostile text in code spans, without control characters', () => {
    const text = writeSection(mixedReport(words, MIXED_STATES['mixed-hostile'].record, null));
    expect(text).not.toMatch(/[\p{Cf}\p{Cc}](?<!\n)/u);
    expect(text.replaceAll(/(`+) .*? \1|`[^`]*`/gs, '')).not.toContain('<img');
  });
});
