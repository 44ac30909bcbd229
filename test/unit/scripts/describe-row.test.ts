// The certificate in the terminal's table: its reporter, and no level without its qualifier.
import { describe, expect, it } from 'vitest';
import { describeCertificate } from '../../../lib/report/inspect-json.ts';
import { assess } from '../../../lib/verdict/assess.ts';
import { certificateCell } from '../../../scripts/inspect/describe-row.ts';
import { CERTIFICATE_RECORDS } from '../../fixtures/certificate-records.ts';

const told = Object.entries(CERTIFICATE_RECORDS).filter(
  ([, record]) => assess(record).rows.certificate.kind === 'told',
);

describe('certificateCell', () => {
  it.each(told)('names the source, the level and its qualifier: %s', (_, record) => {
    const verdict = assess(record);
    const { line } = verdict.rows.certificate;
    const ofExtension = certificateCell(describeCertificate(record, verdict));
    const ofDevTools = certificateCell(describeCertificate(record, verdict, 'devtools'));
    expect(ofExtension).toMatch(/^told: /);
    expect(ofDevTools).toBe(ofExtension.replace('told: ', 'told by DevTools: '));
    const qualifier = line?.qualifier == null ? '' : ` (${line.qualifier})`;
    expect(ofExtension).toContain(line === null ? 'told: ' : `told: ${line.level}${qualifier}`);
  });

  it('has a qualified level among them', () => {
    expect(told.some(([, record]) => assess(record).rows.certificate.line?.qualifier != null)).toBe(true);
  });
});
