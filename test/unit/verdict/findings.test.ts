// Runs the examples of every finding against every finding: each is found in its own examples only, and has the name of its file.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../lib/verdict/assess.ts';
import type { Finding, FindingExamples } from '../../../lib/verdict/finding.ts';
import { FINDINGS } from '../../../lib/verdict/finding-list.ts';
import { EVIDENCE_SOURCES } from '../../../lib/verdict/terms.ts';

const FOLDER = new URL('../../../lib/verdict/findings/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));
const modules = await Promise.all(
  files.map(async (file) => {
    const module = (await import(new URL(file, FOLDER).href)) as {
      finding: Finding;
      examples: () => FindingExamples;
    };
    return { file, finding: module.finding, examples: module.examples() };
  }),
);

describe('findings', () => {
  it('lists every file of the folder, once', () => {
    expect(FINDINGS.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  for (const { file, finding, examples } of modules) {
    describe(finding.id, () => {
      it('has its file name as its id', () => expect(`${finding.id}.ts`).toBe(file));

      it.each(examples.fires.map((record) => [record.url, record] as const))(
        'fires on %s',
        (_url, record) => {
          const found = assess(record).findings.find(({ id }) => id === finding.id);
          expect(found).toMatchObject({
            id: finding.id,
            severity: finding.severity,
            subject: finding.subject,
          });
          expect(found?.count).toBeGreaterThanOrEqual(1);
          expect(found?.evidence.length).toBeGreaterThanOrEqual(1);
          for (const { source } of found?.evidence ?? []) expect(EVIDENCE_SOURCES).toContain(source);
        },
      );

      it.each(examples.silent.map((record) => [record.url, record] as const))(
        'is silent on %s',
        (_url, record) => expect(assess(record).findings.map(({ id }) => id)).not.toContain(finding.id),
      );
    });
  }
});
