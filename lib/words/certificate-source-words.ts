// Describes where a certificate comes from: one entry for each source of the ladder (lib/record/certificate-record.ts).
import type { CertificateSource } from '../record/certificate-record.ts';
import type { Words } from './words.ts';

interface SourceWords {
  /** One sentence. `at`: ms since epoch. `browser`: its name. */
  readonly sentence: (words: Words, at: number, browser: string) => string;
  /** The end of a row; null for a certificate that came with the page itself. */
  readonly inRow: (words: Words, at: number) => string | null;
}

export const SOURCE_WORDS: Readonly<Record<CertificateSource, SourceWords>> = {
  page: {
    sentence: (words, at, browser) => words.text('certificate_source_page', browser, words.time(at)),
    inRow: () => null,
  },
  session: {
    sentence: (words, at, browser) => words.text('certificate_source_session', browser, words.time(at)),
    inRow: (words, at) => words.text('row_certificate_seen', words.time(at)),
  },
  log: {
    sentence: (words, at) => words.text('certificate_source_log', words.time(at)),
    inRow: (words) => words.text('row_certificate_logged'),
  },
};
