// The copied report: complete, bounded, and with nothing that a page could turn into markup.
import { describe, expect, it } from 'vitest';
import type { PageRecord } from '../../../lib/record/record.ts';
import { writeMarkdown } from '../../../lib/report/markdown.ts';
import { MAX_REPORTED, pageReport } from '../../../lib/report/page-report.ts';
import { assess } from '../../../lib/verdict/assess.ts';
import { wordsIn } from '../../fixtures/built-messages.ts';
import { CERTIFICATE_RECORDS } from '../../fixtures/certificate-records.ts';
import { RECORDS, REFUSED } from '../../fixtures/page-records.ts';

const english = wordsIn('en');
const chinese = wordsIn('zh_CN');

function report(record: PageRecord, words = english): string {
  const browser = { name: 'Chrome', engine: 'chromium' } as const;
  const madeAt = Date.UTC(2026, 9, 20, 9);
  return writeMarkdown(pageReport(words, { record, verdict: assess(record), browser, madeAt }));
}

/** The report with its code spans cut out: what Markdown would read as markup (CommonMark 0.31, 6.1). */
function outsideCode(markdown: string): string {
  return markdown.replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
}

describe('writeMarkdown', () => {
  it('describes the whole page', () => {
    const text = report(RECORDS['http-password']);
    expect(text).toMatch(/^# `login\.example\.org`: Not protected\n/);
    expect(text).toContain('- Connection: HTTP, not encrypted\n');
    expect(text).toContain(`### Not protected: ${english.text('finding_password_over_http_title')}\n`);
    expect(text).toContain('`http://login.example.org/account`');
    expect(text).toContain('`return 301 https://www.example.com$request_uri;`');
    expect(text).toMatch(/Checked with HTTPS Trust Inspector on Oct 20, 2026, 9:00 AM\n$/);
  });

  it('lists every finding of the verdict', () => {
    for (const record of Object.values({ ...RECORDS, ...REFUSED, ...CERTIFICATE_RECORDS })) {
      const headings = report(record).match(/^### /gm) ?? [];
      expect(headings).toHaveLength(assess(record).findings.length);
    }
  });

  it('describes the certificate with its evidence and its source', () => {
    const text = report(CERTIFICATE_RECORDS['certificate-ov'] ?? RECORDS['clean-implied']);
    expect(text).toContain('- Certificate: OV · Example Handels GmbH · 60 days left, until Dec 19, 2026\n');
    expect(text).toContain(
      `## ${english.text('report_certificate')}\n\nChrome told this with the page, at 12:00 AM.`,
    );
    expect(text).toContain('Policy `2.23.140.1.2.2` in the certificate: `OV`');
    expect(text).toContain('`Example Handels GmbH, Berlin, DE`, says the certificate');
    expect(text).toContain('  - `*.example.com`\n');
    const logged = report(CERTIFICATE_RECORDS['look-up-one'] ?? RECORDS['clean-implied']);
    expect(logged).toContain('issued for this host, not necessarily the one in use.');
  });

  it.each(Object.entries(CERTIFICATE_RECORDS))(
    'keeps %s bounded and free of what cannot be seen',
    (_name, record) => {
      for (const words of [english, chinese]) {
        const text = report(record, words);
        expect(text.length).toBeLessThan(30_000);
        expect(text).not.toMatch(/(?![ \n])[\p{C}\p{Z}]/u);
        expect(outsideCode(text)).not.toMatch(/(?<!\\)</);
        expect(text).not.toMatch(/\$\d|_(one|other)\b/);
      }
    },
  );

  it('is written in Chinese', () => {
    expect(report(RECORDS['mixed-blocked'], chinese)).toContain('需要处理');
  });

  it('lists insecure requests up to its limit and states that there are more', () => {
    const text = report(RECORDS['mixed-many']);
    const [, list = ''] = text.split(`## ${english.text('content_asked_plain')}\n`);
    const items = list.match(/^- /gm) ?? [];
    expect(items).toHaveLength(MAX_REPORTED + 2);
    expect(list).toContain(`and ${english.number(3000 - MAX_REPORTED)} more`);
    expect(list).toContain(`${english.number(12_345)} more sightings are not in this list`);
  });

  it('keeps hostile text in code spans', () => {
    const text = report(RECORDS.hostile);
    expect(text).toContain('<img src=x onerror=alert(1)>');
    const outside = outsideCode(text);
    expect(outside).not.toContain('<img');
    expect(outside).not.toContain('](javascript:');
    expect(text).not.toMatch(/(?![ \n])[\p{C}\p{Z}]/u);
  });

  it('is bounded', () => {
    expect(report(RECORDS['long-address']).length).toBeLessThan(8000);
    expect(report(RECORDS['mixed-many']).length).toBeLessThan(200_000);
  });
});
