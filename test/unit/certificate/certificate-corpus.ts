// Two collections of certificates: a small sample inside the repository (test/sample/README.md), and the corpus of real and broken ones that lies
// beside it. Without the corpus its tests warn and are skipped.
import { existsSync, readFileSync } from 'node:fs';

const CORPUS = '../shared/corpora/certs';
const SAMPLE = 'test/sample/certificates';

/** What two other readers say about a certificate (the README beside the corpus has the fields). */
export interface GoodRow {
  readonly sha256: string;
  readonly origin: string;
  readonly der: string;
  readonly level: string;
  readonly policies: readonly string[];
  readonly subject: string;
  readonly issuer: string;
  readonly sans: readonly string[];
  readonly sanCount: number;
  readonly ipSans: readonly string[] | null;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly keyType: string;
  readonly keyBits: number | null;
  readonly sigAlg: string;
  readonly isCA: boolean;
  readonly eku: readonly string[];
  readonly version: string;
  readonly selfIssued: boolean | null;
  readonly scts: number | null;
  readonly precert: boolean | null;
}

export interface BadRow {
  readonly sha256: string;
  readonly origin: string;
  readonly der?: string;
  readonly raw?: string;
}

export interface NameRow {
  readonly id: string;
  readonly host: string;
  readonly result: 'SUCCESS' | 'FAILURE';
  readonly der: string;
}

export interface Corpus {
  readonly good: readonly GoodRow[];
  readonly bad: readonly BadRow[];
  readonly names: readonly NameRow[];
}

/** null, and a warning, when the corpus is not there. */
export function loadCorpus(): Corpus | null {
  if (existsSync(CORPUS)) return load(CORPUS);
  console.warn(`SKIPPED: the certificate corpus is not at ${CORPUS}; only the sample in ${SAMPLE} is read.`);
  return null;
}

/** The sample that comes with the repository. */
export function loadSample(): Corpus {
  return load(SAMPLE);
}

function load(folder: string): Corpus {
  const rowsOf = (file: string): unknown[] =>
    readFileSync(`${folder}/${file}`, 'utf8')
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  // The files are data of ours; their fields are those above.
  return {
    good: rowsOf('good.jsonl') as GoodRow[],
    bad: rowsOf('bad.jsonl') as BadRow[],
    names: rowsOf('names.jsonl') as NameRow[],
  };
}

export const bytesOfRow = ({ der }: { readonly der: string }): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(der, 'base64'));
