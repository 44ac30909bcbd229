// `npm run certificate -- [--host NAME] [--now TIME] FILE…`: reads certificates (PEM or DER, several per file, `-` for standard input) and
// prints one JSON line for each. The schema is docs/certificate-schema.md. Exit code 1: something could not be read; 2: wrong usage.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { DerError } from '../lib/der/der-error.ts';
import { PemError } from '../lib/certificate/pem.ts';
import { readCertificate } from '../lib/certificate/read-certificate.ts';
import { splitFile } from '../lib/certificate/read-file.ts';
import { SUMMARY_SCHEMA, summarize } from '../lib/certificate/summary.ts';

const USAGE =
  'Usage: npm run certificate -- [--host NAME] [--now TIME] FILE…   (- reads standard input; TIME is ISO 8601)';
/** Lines are gathered up to this size: one write per line would cost more than the reading. */
const FLUSH_AT = 1 << 16;

interface Options {
  readonly host: string | undefined;
  readonly now: number;
  readonly files: readonly string[];
}

function parseOptions(args: readonly string[]): Options | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { host: { type: 'string' }, now: { type: 'string' } },
    });
    const now = values.now === undefined ? Date.now() : Date.parse(values.now);
    if (Number.isNaN(now) || positionals.length === 0) return null;
    return { host: values.host, now, files: positionals };
  } catch {
    // parseArgs throws for an unknown option; the usage line says which ones exist.
    return null;
  }
}

interface Line {
  readonly text: string;
  readonly failed: boolean;
}

function failure(file: string, index: number, error: object): Line {
  return { text: JSON.stringify({ file, index, schema: SUMMARY_SCHEMA, error }), failed: true };
}

function inspect(part: Uint8Array | PemError, file: string, index: number, { host, now }: Options): Line {
  try {
    if (part instanceof PemError) throw part;
    const sha256 = createHash('sha256').update(part).digest('hex');
    const summary = summarize(readCertificate(part), { sha256, now, host });
    return { text: JSON.stringify({ file, index, ...summary }), failed: false };
  } catch (error) {
    if (error instanceof DerError || error instanceof PemError) {
      const { name, code, message, offset } = error;
      return failure(file, index, { name, code, message, offset });
    }
    // A fault of this program: it must be seen, and must not cost the thousands of others that were asked about.
    console.error(error);
    return failure(file, index, {
      name: 'InternalError',
      code: 'internal',
      message: String(error),
      offset: null,
    });
  }
}

async function inspectFile(file: string, options: Options): Promise<readonly Line[]> {
  try {
    const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file);
    return splitFile(bytes).map((part, index) => inspect(part, file, index, options));
  } catch (error) {
    // Only the file system's own errors have a code; anything else is a fault of this program and must be seen.
    if (!(error instanceof Error && 'code' in error)) throw error;
    return [failure(file, 0, { name: 'FileError', code: error.code, message: error.message, offset: null })];
  }
}

// Whoever reads has enough, as `head` does: that is no fault to report.
process.stdout.on('error', (error: Error & { readonly code?: string }) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const options = parseOptions(process.argv.slice(2));
if (options === null) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  let pending = '';
  for (const file of options.files) {
    for (const { text, failed } of await inspectFile(file, options)) {
      pending += `${text}\n`;
      if (failed) process.exitCode = 1;
    }
    if (pending.length >= FLUSH_AT) {
      process.stdout.write(pending);
      pending = '';
    }
  }
  process.stdout.write(pending);
}
