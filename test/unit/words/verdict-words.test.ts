// The first lines of the popup for each kind of page.
import { describe, expect, it } from 'vitest';
import { assess } from '../../../lib/verdict/assess.ts';
import { connectionOf } from '../../../lib/record/certificates.ts';
import type { FoundFinding } from '../../../lib/verdict/verdict.ts';
import { identifyBrowser } from '../../../lib/words/browser-identity.ts';
import { evidenceText, hiddenEvidence } from '../../../lib/words/evidence-words.ts';
import { worstMixed } from '../../../lib/words/mixed-words.ts';
import { proseParts } from '../../../lib/words/inline-code.ts';
import { describeRows } from '../../../lib/words/row-words.ts';
import { describeAbsent, describeVerdict, isCheckedByReload } from '../../../lib/words/verdict-words.ts';
import { wordsIn } from '../../fixtures/built-messages.ts';
import { EXAMPLE_TIME } from '../../../lib/verdict/example.ts';
import { RECORDS } from '../../fixtures/page-records.ts';

const words = wordsIn('en');
const CHROME = { name: 'Chrome', engine: 'chromium' } as const;

function rowsOf(name: keyof typeof RECORDS): readonly string[] {
  const record = RECORDS[name];
  const rows = describeRows(words, assess(record), CHROME, connectionOf(record)?.state ?? null, EXAMPLE_TIME);
  return [rows.connection, rows.certificate, rows.content];
}

function findingOf(name: keyof typeof RECORDS, id: string): FoundFinding {
  const finding = assess(RECORDS[name]).findings.find((each) => each.id === id);
  if (finding === undefined) throw new Error(`${name} has no ${id}`);
  return finding;
}

function helps(url: string | null): boolean {
  return isCheckedByReload({ kind: 'not-observed', url });
}

function brands(...names: readonly string[]): { readonly brands: readonly { readonly brand: string }[] } {
  return { brands: names.map((brand) => ({ brand })) };
}

describe('describeVerdict', () => {
  it.each([
    ['clean-implied', 'nothing-found', words.text('sentence_nothing_found')],
    ['localhost', 'nothing-found', words.text('sentence_nothing_found_local')],
    // Advice concerns the owner: it does not appear in the headline.
    ['hsts-missing', 'nothing-found', words.text('sentence_nothing_found')],
    ['http-page', 'danger', words.count('finding_http_page_summary', 1)],
    ['file', 'not-applicable', words.text('reason_sentence_file')],
    ['not-loaded', 'not-applicable', words.text('reason_sentence_not_loaded')],
  ] as const)('says of %s', (name, state, sentence) => {
    expect(describeVerdict(words, assess(RECORDS[name]))).toMatchObject({ state, sentence });
  });

  it('counts in the sentence', () => {
    const { sentence } = describeVerdict(words, assess(RECORDS['mixed-blocked']));
    expect(sentence).toMatch(/^3 /);
  });
});

describe('describeAbsent', () => {
  it('offers a reload only where that would help', () => {
    expect(['https://a.example/', 'http://a.example/', 'http://localhost/'].map(helps)).toEqual([
      true,
      true,
      true,
    ]);
    expect([null, 'chrome://newtab/', 'file:///a', 'about:blank', 'data:,a', ''].map(helps)).not.toContain(
      true,
    );
    expect(isCheckedByReload({ kind: 'no-access' })).toBe(false);
  });

  it('has a sentence for every page', () => {
    const pages = [null, { kind: 'no-access' }, { kind: 'not-observed', url: null }] as const;
    for (const page of pages) {
      expect(describeAbsent(words, page).sentence).not.toBe('');
      expect(describeAbsent(words, page).state).toBe('not-applicable');
    }
  });
});

describe('describeRows', () => {
  it.each([
    ['clean-implied', ['HTTPS · HSTS 1 year', 'Accepted · end date unknown', 'No unencrypted content']],
    [
      'clean-told-firefox',
      [
        'HTTPS · TLS 1.3 · HSTS 1 year',
        'OV · Example Handels GmbH · 61 days left, until Dec 19, 2026',
        'No unencrypted content',
      ],
    ],
    ['told-weak', ['HTTPS · TLS 1.2 · HSTS 1 year', 'Accepted, weak encryption', 'No unencrypted content']],
    ['http-card', ['HTTP, not encrypted', 'None on this page', '4 fields for sensitive data']],
    ['http-page', ['HTTP, not encrypted', 'None on this page', 'No field for sensitive data']],
    ['mixed-blocked', ['HTTPS · HSTS 1 year', 'Accepted · end date unknown', '3 blocked']],
    ['mixed-by-policy', ['HTTPS · HSTS 1 year', 'Accepted · end date unknown', '1 upgraded']],
    ['overridden-after-refusal', ['HTTPS', 'Refused, then opened anyway', 'No unencrypted content']],
    ['not-observed-record', ['HTTPS · HSTS 1 year', 'Not seen', 'Not looked at']],
  ] as const)('says of %s', (name, rows) => expect(rowsOf(name)).toEqual(rows));

  it('shows the name of a protocol from a server as text', () => {
    expect(rowsOf('hostile')[0]).not.toMatch(/(?! )[\p{C}\p{Z}]/u);
  });
});

describe('evidence', () => {
  it('formats a time for users', () => {
    const evidence = {
      source: 'refused-then-opened',
      params: ['ERR', '2026-10-20T14:05:00.000Z'],
    } as const;
    expect(evidenceText(words, evidence)).toContain('Oct 20, 2026, 2:05 PM');
  });

  it('counts the evidence that is not shown, if each piece stands for one thing', () => {
    const blocked = findingOf('mixed-many', 'mixed-content-blocked');
    expect(hiddenEvidence(blocked)).toBe(blocked.count - blocked.evidence.length);
    const fields = findingOf('http-card', 'card-over-http');
    expect([fields.count, hiddenEvidence(fields)]).toEqual([4, 0]);
  });
});

describe('worstMixed', () => {
  it('lists what was sent over the network first, and applies the limit', () => {
    const outcomes = worstMixed(RECORDS['mixed-many'].mixed, 1200).map(({ outcome }) => outcome);
    expect(outcomes).toHaveLength(1200);
    expect([...new Set(outcomes)]).toEqual(['loaded', 'would-be-sent', 'blocked']);
  });
});

describe('proseParts', () => {
  it('separates settings from text', () => {
    expect(proseParts('send `a: b` now')).toEqual([
      { text: 'send ', isCode: false },
      { text: 'a: b', isCode: true },
      { text: ' now', isCode: false },
    ]);
    expect(proseParts('`a` and ` alone').map(({ isCode }) => isCode)).toEqual([true, false]);
  });
});

describe('identifyBrowser', () => {
  it.each([
    [{ userAgent: 'Mozilla/5.0 (X11) Gecko/20100101 Firefox/153.0' }, 'Firefox', 'firefox'],
    [
      { userAgent: 'x', userAgentData: brands('Not=A?Brand', 'Chromium', 'Microsoft Edge') },
      'Edge',
      'chromium',
    ],
    [{ userAgent: 'x', userAgentData: brands('Chromium', 'Google Chrome') }, 'Chrome', 'chromium'],
    [{ userAgent: 'x', userAgentData: brands('Chromium') }, 'Chromium', 'chromium'],
    [{ userAgent: 'x' }, null, 'chromium'],
  ] as const)('%j', (navigator, name, engine) => {
    expect(identifyBrowser(navigator)).toEqual({ name, engine });
  });
});
