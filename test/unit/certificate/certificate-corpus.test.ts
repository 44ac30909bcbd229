// Every certificate of the corpus: good ones agree with what two other readers say, bad ones end in a named error or a partial reading, and
// every disagreement stands in docs/certificate-corpus.md under the rule that decides it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeCoverage } from '../../../lib/certificate/judge/coverage.ts';
import type { FileKindError } from '../../../lib/certificate/read/file-kind.ts';
import type { PemError } from '../../../lib/certificate/read/pem.ts';
import { readCertificate } from '../../../lib/certificate/read/read-certificate.ts';
import { splitFile } from '../../../lib/certificate/read/read-file.ts';
import type { FilePart } from '../../../lib/certificate/read/read-file.ts';
import { summarize } from '../../../lib/certificate/judge/summary.ts';
import { DerError } from '../../../lib/der/der-error.ts';
import {
  bytesOfRow,
  loadCorpus,
  loadSample,
  type BadRow,
  type GoodRow,
  type NameRow,
} from './certificate-corpus.ts';
import { differences, limboRuleFor, ruleFor } from './corpus-rules.ts';

const NOW = Date.UTC(2026, 0, 1);
/** ms; the machine may be slow and busy, so the best of three tries counts. */
const SLOWEST = 50;
const corpus = loadCorpus();
const document = readFileSync('docs/certificate-corpus.md', 'utf8');

/** The rows of the document's tables: `| rule | field or case | certificate |`. */
const listed = document.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.replaceAll('`', '').trim());
  return line.startsWith('| `') ? [cells.join(' ').trim()] : [];
});

function best(action: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    action();
    return performance.now() - start;
  });
  return Math.min(...times);
}

interface Comparison {
  /** As the document lists them. */
  readonly explained: readonly string[];
  readonly unexplained: readonly string[];
}

function compareGood(rows: readonly GoodRow[]): Comparison {
  const explained: string[] = [];
  const unexplained: string[] = [];
  for (const row of rows) {
    const certificate = readCertificate(bytesOfRow(row));
    const ours = summarize(certificate, { sha256: row.sha256, now: NOW });
    for (const field of differences(row, ours, certificate.signature.oid)) {
      const rule = ruleFor(field, row, ours);
      if (rule === null) unexplained.push(`${field} ${row.origin}`);
      else explained.push(`${rule} ${field} ${row.sha256.slice(0, 16)}`);
    }
  }
  return { explained, unexplained };
}

function compareNames(rows: readonly NameRow[]): Comparison {
  const explained: string[] = [];
  const unexplained: string[] = [];
  for (const row of rows) {
    const [answer] = judgeCoverage(readCertificate(bytesOfRow(row)), [row.host]);
    if (answer?.covered === (row.result === 'SUCCESS')) continue;
    const rule = limboRuleFor(row);
    if (rule === null || answer?.covered !== true) unexplained.push(row.id);
    else explained.push(`${rule} ${row.id}`);
  }
  return { explained, unexplained };
}

/** The error for some bytes, or null. Anything else than a named error is thrown. */
function refusalOf(part: FilePart): DerError | PemError | FileKindError | null {
  if (part instanceof Error) return part;
  try {
    summarize(readCertificate(part), { sha256: '', now: NOW, host: 'www.example.com' });
    return null;
  } catch (error) {
    if (error instanceof DerError) return error;
    throw error;
  }
}

/** How many inputs are refused. Each refusal must name a place in the input, and take no time that a user could notice. */
function countRefused(bad: readonly BadRow[]): number {
  let refused = 0;
  for (const row of bad) {
    const file = Uint8Array.from(Buffer.from(row.der ?? row.raw ?? '', 'base64'));
    const refusals = splitFile(file).flatMap((part) => refusalOf(part) ?? []);
    expect(refusals.filter(({ offset }) => offset < 0 || offset > file.length)).toEqual([]);
    expect(best(() => splitFile(file).map(refusalOf))).toBeLessThan(SLOWEST);
    if (refusals.length > 0) refused++;
  }
  return refused;
}

describe('the sample', () => {
  const { good, bad, names } = loadSample();

  it('of good certificates agrees with what they were made of', () => {
    expect(good.length).toBeGreaterThan(10);
    expect(compareGood(good)).toEqual({ explained: [], unexplained: [] });
  });

  it('of host names agrees with RFC 9525', () => {
    expect(names.length).toBeGreaterThan(10);
    expect(compareNames(names)).toEqual({ explained: [], unexplained: [] });
  });

  it('of bad certificates is refused, all of it', () => {
    expect(bad.length).toBeGreaterThan(10);
    expect(countRefused(bad)).toBe(bad.length);
  });
});

describe.skipIf(corpus === null)('the corpus', () => {
  const { good = [], bad = [], names = [] } = corpus ?? {};

  it('of good certificates is read completely, with equal results', () => {
    expect(good.length).toBeGreaterThan(2000);
    expect(compareGood(good).unexplained).toEqual([]);
  });

  it('of host names has equal results, or depends on another rule', () => {
    expect(names.length).toBeGreaterThan(20);
    expect(compareNames(names).unexplained).toEqual([]);
  });

  it('differs exactly where the document states it', () => {
    const found = [...compareGood(good).explained, ...compareNames(names).explained];
    expect(found.toSorted()).toEqual(listed.toSorted());
    const rules = new Set(listed.map((row) => row.split(' ')[0]));
    for (const rule of rules) expect(document).toContain(`### ${rule}\n`);
  });

  it('of bad certificates causes named errors or partial results, quickly', () => {
    expect(bad.length).toBeGreaterThan(100);
    // Some are readable; most are not even certificates.
    expect(countRefused(bad)).toBeGreaterThan(bad.length / 2);
  });
});
