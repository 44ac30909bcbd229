// Every certificate of the corpus: good ones agree with what two other readers say, bad ones end in a named error or a partial reading, and
// every disagreement stands in docs/certificate-corpus.md under the rule that decides it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeCoverage } from '../../../lib/certificate/coverage.ts';
import { PemError } from '../../../lib/certificate/pem.ts';
import { readCertificate } from '../../../lib/certificate/read-certificate.ts';
import { splitFile } from '../../../lib/certificate/read-file.ts';
import { summarize } from '../../../lib/certificate/summary.ts';
import { DerError } from '../../../lib/der/der-error.ts';
import { bytesOfRow, loadCorpus } from './corpus.ts';
import { differences, limboRuleFor, ruleFor } from './corpus-rules.ts';

const NOW = Date.UTC(2026, 0, 1);
/** ms; the machine may be slow and busy, so the best of three tries counts. */
const SLOWEST = 50;
const corpus = loadCorpus();
const document = readFileSync('docs/certificate-corpus.md', 'utf8');

/** The rows of the document's tables: `| rule | field or case | certificate |`. */
const listed = document.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.replaceAll('`', '').trim());
  return /^\| `/.test(line) ? [cells.join(' ').trim()] : [];
});

function best(action: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    action();
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe.skipIf(corpus === null)('the corpus', () => {
  const { good = [], bad = [], names = [] } = corpus ?? {};
  const found: string[] = [];
  const unexplained: string[] = [];

  it('of good certificates is read, all of it, and agrees', () => {
    expect(good.length).toBeGreaterThan(2000);
    for (const row of good) {
      const certificate = readCertificate(bytesOfRow(row));
      const ours = summarize(certificate, { sha256: row.sha256, now: NOW });
      for (const field of differences(row, ours, certificate.signature.oid)) {
        const rule = ruleFor(field, row, ours);
        if (rule === null) unexplained.push(`${field} ${row.origin}`);
        else found.push(`${rule} ${field} ${row.sha256.slice(0, 16)}`);
      }
    }
    expect(unexplained).toEqual([]);
  });

  it('of host names agrees, or hangs on another rule', () => {
    expect(names.length).toBeGreaterThan(20);
    for (const row of names) {
      const [answer] = judgeCoverage(readCertificate(bytesOfRow(row)), [row.host]);
      if (answer?.covered === (row.result === 'SUCCESS')) continue;
      const rule = limboRuleFor(row);
      if (rule === null || answer?.covered !== true) unexplained.push(row.id);
      else found.push(`${rule} ${row.id}`);
    }
    expect(unexplained).toEqual([]);
  });

  it('disagrees exactly where the document says so', () => {
    expect(found.toSorted()).toEqual(listed.toSorted());
    const rules = new Set(listed.map((row) => row.split(' ')[0]));
    for (const rule of rules) expect(document).toContain(`### ${rule}\n`);
  });

  it('of bad certificates gives named errors or partial readings, quickly', () => {
    expect(bad.length).toBeGreaterThan(100);
    const outcomes = { refused: 0, read: 0 };
    for (const row of bad) {
      const file = Uint8Array.from(Buffer.from(row.der ?? row.raw ?? '', 'base64'));
      for (const part of splitFile(file)) {
        try {
          if (part instanceof PemError) throw part;
          summarize(readCertificate(part), { sha256: '', now: NOW, host: 'www.example.com' });
          outcomes.read++;
        } catch (error) {
          if (!(error instanceof DerError || error instanceof PemError)) throw error;
          expect(error.offset).toBeGreaterThanOrEqual(0);
          expect(error.offset).toBeLessThanOrEqual(file.length);
          outcomes.refused++;
        }
      }
      const took = best(() => splitFile(file).map((part) => !(part instanceof PemError) && attempt(part)));
      expect(took, row.origin).toBeLessThan(SLOWEST);
    }
    expect(outcomes.refused).toBeGreaterThan(outcomes.read);
  });
});

function attempt(bytes: Uint8Array): void {
  try {
    readCertificate(bytes);
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
  }
}
