// There is one judgement of a certificate, and every view, report and command reads it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../lib/verdict/assess.ts';
import { judgeKnown, pageCertificate } from '../../../lib/verdict/page-certificate.ts';
import { describeCertificate } from '../../../lib/report/inspect-json.ts';
import { certificateSections } from '../../../lib/report/certificate-report.ts';
import { writeSection } from '../../../lib/report/markdown.ts';
import { describeLevel } from '../../../lib/words/level-words.ts';
import { describeRows } from '../../../lib/words/row-words.ts';
import { wordsIn } from '../../fixtures/built-messages.ts';
import { CERTIFICATE_RECORDS } from '../../fixtures/certificate-records.ts';
import type { ConnectionReport } from '../../../lib/record/certificate-record.ts';
import { connectionOf } from '../../../lib/record/certificates.ts';
import { withConnection } from '../../fixtures/page-records.ts';

/** The rules behind the judgement. Coverage is a question of its own, about hosts. */
const RULES =
  /\b(?:judge(?:Level|Lifetime|Strength|Logging|Root|Purpose|Renewal)|watchIssuer|listDeviations|checkSubject|interceptorOf)\b/;

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

it('nothing outside lib/certificate imports a rule of the judgement', () => {
  const files = ['lib', 'components', 'entrypoints', 'scripts'].flatMap(sourceFiles);
  expect(files.length).toBeGreaterThan(300);
  const callers = files.filter(
    (file) =>
      !file.startsWith(join('lib', 'certificate')) &&
      [...readFileSync(file, 'utf8').matchAll(/^import\s[^;]*;/gm)].some(
        ([statement]) => !statement.startsWith('import type') && RULES.test(statement),
      ),
  );
  expect(callers).toEqual([]);
});

const words = wordsIn('en');
const IDENTITY = { name: 'Firefox', engine: 'firefox' } as const;

/** What a browser may report beside one certificate. */
const REPORTS: readonly Partial<ConnectionReport>[] = [true, false, null].flatMap((rootIsBuiltIn) =>
  [true, false, null].flatMap((extendedValidation) =>
    [true, false].map((isOrganizationRoot) => ({ rootIsBuiltIn, extendedValidation, isOrganizationRoot })),
  ),
);

describe('row, section, report and JSON agree about', () => {
  const records = Object.entries(CERTIFICATE_RECORDS).flatMap(([name, record]) =>
    connectionOf(record) === null ? [] : [[name, record] as const],
  );

  it.each(records)('%s', (_, base) => {
    for (const report of REPORTS) {
      const certificates = base.certificates.map((one) => withConnection(one, report));
      const record = { ...base, certificates };
      const known = pageCertificate(record);
      if (known?.kind !== 'read') continue;
      const judged = judgeKnown(known);
      const verdict = assess(record);
      const { reading } = describeCertificate(record, verdict);
      // JSON
      expect(reading).toMatchObject({
        level: judged.level.level,
        levelQualifier: judged.level.qualifier,
        extendedValidation: judged.level.extendedValidation,
        root: judged.root.standing,
        lifetime: { state: judged.lifetime.state, limitDays: judged.lifetime.limitDays },
        logging: judged.logging.state,
        weaknesses: judged.weaknesses.map(({ code }) => code),
        deviations: judged.deviations,
      });
      // Row
      const { line } = verdict.rows.certificate;
      expect(line).toMatchObject({ level: judged.level.level, qualifier: judged.level.qualifier });
      const level = describeLevel(words, judged.level);
      const row = describeRows(words, verdict, IDENTITY, 'secure', known.at).certificate;
      expect(row).toContain(verdict.rows.certificate.kind === 'told' ? level.short : 'Refused');
      // Report and section use the same sentences.
      const sections = certificateSections(words, { record, browser: 'Firefox', now: known.at });
      const blocks = sections.map(writeSection).join('\n');
      expect(blocks).toContain(level.short);
      const ids = new Set(verdict.findings.map(({ id }) => id));
      expect(ids.has('certificate-expires-soon')).toBe(judged.lifetime.state === 'notice');
      expect(ids.has('certificate-about-to-expire')).toBe(judged.lifetime.state === 'warning');
    }
  });
});
