// The corpus of real and broken certificates that lies beside the project. It is not part of it: without it these tests say so and are skipped.
import { existsSync, readFileSync } from 'node:fs';

const FOLDER = '../shared/corpora/certs';

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
  if (!existsSync(FOLDER)) {
    console.warn(`SKIPPED: the certificate corpus is not at ${FOLDER}, so nothing is measured against it.`);
    return null;
  }
  // The files are given with the corpus; their fields are those above.
  const rowsOf = (file: string): unknown[] =>
    readFileSync(`${FOLDER}/${file}`, 'utf8')
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  return {
    good: rowsOf('good.jsonl') as GoodRow[],
    bad: rowsOf('bad.jsonl') as BadRow[],
    names: rowsOf('names.jsonl') as NameRow[],
  };
}

export const bytesOfRow = ({ der }: { readonly der: string }): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(der, 'base64'));
