// `npm run certificate -- [--host NAME] [--now TIME] FILE…`: reads certificates (lib/certificate/read/read-file.ts has the kinds of files, `-` is standard
// input) and prints one JSON line for each. The schema is docs/certificate-schema.md. Exit code 1: something could not be read; 2: wrong usage.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { DerError } from '../lib/der/der-error.ts';
import { FileKindError } from '../lib/certificate/read/file-kind.ts';
import { PemError } from '../lib/certificate/read/pem.ts';
import { withoutCredentialsIn } from '../lib/address/credentials.ts';
import { readCertificate } from '../lib/certificate/read/read-certificate.ts';
import { splitFile } from '../lib/certificate/read/read-file.ts';
import type { FilePart } from '../lib/certificate/read/read-file.ts';
import { SUMMARY_SCHEMA, summarize } from '../lib/certificate/judge/summary.ts';
import { createCommand, readCommand, readHostName, runCommand, usageOf, UsageError } from './command-line.ts';

// The type of its options is inferred from the calls below.
function certificateCommand() {
  return createCommand('npm run certificate')
    .argument('[file...]', 'PEM, DER, PKCS#7 or base64; - reads standard input')
    .option(
      '--host <name>',
      'does the certificate cover this host? A name, an IP address, or an address to take it from',
      (value) => readHostName('--host', value),
    )
    .option('--now <time>', 'judge dates at this time (ISO 8601, e.g. 2027-01-31)', readTime)
    .addHelpText(
      'after',
      `
Prints one JSON line for each certificate (docs/certificate-schema.md).
Exit code: 0 all read, 1 something could not be read, 2 wrong usage.`,
    );
}

const USAGE = usageOf(certificateCommand());
/** Lines are collected up to this size: one write per line would cost more than the parsing. */
const FLUSH_AT = 1 << 16;

interface Options {
  readonly host: string | undefined;
  readonly now: number;
  readonly files: readonly string[];
}

/** Null: the user requested help. Throws a UsageError. */
function readOptions(args: readonly string[]): Options | null {
  const command = certificateCommand();
  if (!readCommand(command, args)) return null;
  const [files] = command.processedArgs;
  if (files.length === 0) throw new UsageError('Name at least one file, or - for standard input.');
  const { host, now = Date.now() } = command.opts();
  return { host, now, files };
}

/** ms since epoch. */
function readTime(value: string): number {
  const time = Date.parse(value);
  if (!Number.isNaN(time)) return time;
  throw new UsageError(`--now is a time in ISO 8601, such as 2027-01-31, not "${value}".`);
}

interface Line {
  readonly text: string;
  readonly failed: boolean;
}

function failure(file: string, index: number, error: object): Line {
  // The argument may be an address.
  const text = withoutCredentialsIn(JSON.stringify({ file, index, schema: SUMMARY_SCHEMA, error }));
  return { text, failed: true };
}

function inspect(part: FilePart, file: string, index: number, { host, now }: Options): Line {
  try {
    if (part instanceof Error) throw part;
    const sha256 = createHash('sha256').update(part).digest('hex');
    const summary = summarize(readCertificate(part), { sha256, der: part, now, host });
    return { text: JSON.stringify({ file, index, ...summary }), failed: false };
  } catch (error) {
    if (error instanceof DerError || error instanceof PemError || error instanceof FileKindError) {
      const { name, code, message, offset } = error;
      return failure(file, index, { name, code, message, offset });
    }
    // A fault of this program: it must be visible, and must not affect the thousands of other certificates.
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
    // Only the file system's own errors have a code; anything else is a fault of this program and must be visible.
    if (!(error instanceof Error && 'code' in error)) throw error;
    return [failure(file, 0, { name: 'FileError', code: error.code, message: error.message, offset: null })];
  }
}

// The reader has closed the pipe, as `head` does: that is not an error.
process.stdout.on('error', (error: Error & { readonly code?: string }) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(USAGE);
    return 0;
  }
  let code = 0;
  let pending = '';
  for (const file of options.files) {
    for (const { text, failed } of await inspectFile(file, options)) {
      pending += `${text}\n`;
      if (failed) code = 1;
    }
    if (pending.length >= FLUSH_AT) {
      process.stdout.write(pending);
      pending = '';
    }
  }
  process.stdout.write(pending);
  return code;
}

await runCommand(USAGE, main);
