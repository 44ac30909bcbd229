// The published JSON of `npm run inspect`: the program's output, the schema and docs/inspect.md agree.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { PageRecord } from '../../../lib/record/record.ts';
import { describeInspection, describeUnopened, hasFindings } from '../../../lib/report/inspect-json.ts';
import { inspectResult, INSPECT_ERRORS } from '../../../lib/report/inspect-schema.ts';
import { assess } from '../../../lib/verdict/assess.ts';
import { NOT_APPLICABLE_REASONS, STATES } from '../../../lib/verdict/verdict.ts';
import { RECORDS, REFUSED } from '../../fixtures/page-records.ts';
import type { InspectResult } from '../../../lib/report/inspect-schema.ts';

const DOCS = readFileSync(join(import.meta.dirname, '../../../docs/inspect.md'), 'utf8');
const ALL = Object.entries({ ...RECORDS, ...REFUSED });

function inspection(record: PageRecord): InspectResult {
  const page = {
    url: 'https://asked.example/',
    browser: 'Chrome/156.0',
    timings: { load: 120, settled: 300, total: 1100 },
    error: null,
  };
  return describeInspection(page, { record, verdict: assess(record) });
}

describe('describeInspection', () => {
  it.each(ALL)('fits the schema: %s', (_, record) => {
    expect(() => v.parse(inspectResult, JSON.parse(JSON.stringify(inspection(record))))).not.toThrow();
  });

  it('has the verdict of assess(), and the final address', () => {
    const record = RECORDS['http-password'];
    const result = inspection(record);
    const { state, findings } = assess(record);
    expect(result).toMatchObject({ url: 'https://asked.example/', finalUrl: record.url, state, findings });
    expect(findings.length).toBeGreaterThan(0);
  });

  it('reports the refusal of a certificate', () => {
    for (const record of Object.values(REFUSED)) {
      const { certificate } = inspection(record);
      expect(certificate).toMatchObject({ kind: 'refused', refusal: { kind: record.refusal?.kind } });
    }
  });

  it.each(ALL)('judges by what was reported, whoever reported it: %s', (_, record) => {
    const verdict = assess(record);
    const page = {
      url: record.url,
      browser: 'Chrome/156.0',
      timings: { load: 1, settled: 2, total: 3 },
      error: null,
    };
    const [extension, devtools] = (['extension', 'devtools'] as const).map((source) =>
      describeInspection({ ...page, source }, { record, verdict }),
    );
    expect(v.is(inspectResult, devtools)).toBe(true);
    const connection = extension?.certificate?.connection;
    expect(devtools).toEqual({
      ...extension,
      certificate: extension?.certificate && {
        ...extension.certificate,
        connection: connection && { ...connection, source: 'devtools' },
      },
    });
  });

  it('has an error and no verdict when nothing is known', () => {
    const error = { kind: 'timeout', message: 'late' } as const;
    const timings = { load: null, settled: null, total: 30_000 };
    const result = describeInspection(
      { url: 'http://a.example/', browser: 'Chrome/156.0', timings, error },
      null,
    );
    expect(result).toMatchObject({ state: null, finalUrl: null, findings: [], certificate: null, error });
    expect(v.is(inspectResult, result)).toBe(true);
  });
});

describe('describeUnopened', () => {
  it('fits the schema and needs no browser', () => {
    const result = describeUnopened('nonsense', { kind: 'address', message: 'no address' });
    expect(v.is(inspectResult, result)).toBe(true);
    expect(result.browser).toBeNull();
  });
});

describe('the schema', () => {
  it('refuses a field that it does not name and one that is missing', () => {
    const result = describeUnopened('x:', { kind: 'scheme', message: '' });
    const { hops, ...withoutHops } = result;
    expect(hops).toEqual([]);
    expect(v.is(inspectResult, { ...result, extra: 1 })).toBe(false);
    expect(v.is(inspectResult, withoutHops)).toBe(false);
  });
});

describe('hasFindings', () => {
  it.each(STATES)('states whether %s concerns a visitor', (state) => {
    const concerns = ['notice', 'warning', 'danger'].includes(state);
    expect(hasFindings({ state })).toBe(concerns);
  });

  it('finds nothing where nothing was judged', () => expect(hasFindings({ state: null })).toBe(false));
});

describe('docs/inspect.md', () => {
  const fields = Object.keys(describeUnopened('x:', { kind: 'scheme', message: '' }));
  it.each([...fields, ...STATES, ...NOT_APPLICABLE_REASONS, ...INSPECT_ERRORS])('names %s', (word) => {
    expect(DOCS).toContain(`\`${word}\``);
  });
});
