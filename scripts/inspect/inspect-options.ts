// The options of `npm run inspect`; docs/inspect.md explains them.
import { CaFileError, readCaFile } from '../browser/ca-file.ts';
import { parseHostRules, HostRuleError } from '../browser/host-rules.ts';
import {
  browserOption,
  createCommand,
  readCommand,
  readSecurityInfo,
  securityInfoOption,
  usageOf,
  UsageError,
  wholeNumber,
} from '../command-line.ts';
import type { BrowserName } from '../setup/find-browser.ts';

const EXIT_CODES = `
Exit code: 0 nothing found, 1 something found, 2 wrong usage or something could not be inspected.`;

export const INSPECT_USAGE = usageOf(inspectCommand());

export interface InspectOptions {
  readonly urls: readonly string[];
  readonly file: string | null;
  readonly json: boolean;
  readonly browser: BrowserName;
  readonly caFile: string | undefined;
  readonly map: string | undefined;
  readonly deep: boolean;
  readonly securityInfo: boolean | undefined;
  readonly tabs: number;
  /** ms */
  readonly timeout: number;
  /** ms */
  readonly stay: number;
  readonly screenshots: string | null;
}

/** Null: the user requested help. Throws a UsageError. */
export function readInspectOptions(args: readonly string[]): InspectOptions | null {
  const command = inspectCommand();
  if (!readCommand(command, args)) return null;
  const [urls] = command.processedArgs;
  const {
    file,
    json = false,
    browser,
    ca,
    map,
    deep = false,
    securityInfo,
    screenshot,
    ...numbers
  } = command.opts();
  if (urls.length === 0 && file === undefined) {
    throw new UsageError('Name at least one address, or a file with addresses.');
  }
  return {
    urls,
    file: file ?? null,
    json,
    browser,
    caFile: ca,
    map,
    deep,
    securityInfo: readSecurityInfo(securityInfo, browser),
    ...numbers,
    screenshots: screenshot ?? null,
  };
}

// The type of its options is inferred from the calls below.
function inspectCommand() {
  return createCommand('npm run inspect')
    .argument('[address...]', 'what to open')
    .option('--file <list>', 'addresses from a file, one a line (# comments; - reads standard input)')
    .option('--json', 'one JSON line for each address instead of a table')
    .addOption(browserOption())
    .option('--ca <file>', "trust this CA (PEM, DER or PKCS#7), in the run's own profile", checkCaFile)
    .option(
      '--map <rules>',
      'host and port mapping: "MAP *:443 127.0.0.1:8443, EXCLUDE example.com"',
      checkRules,
    )
    .option('--deep', 'check mixed content with a report-only policy: all that the browser reports')
    .addOption(securityInfoOption())
    .option('--tabs <n>', 'pages at a time', wholeNumber('--tabs', [1, 16]), 2)
    .option(
      '--timeout <ms>',
      "for each page, and for the browser's start",
      wholeNumber('--timeout', [1000, 3_600_000]),
      30_000,
    )
    .option(
      '--stay <ms>',
      'watch each page so long after its load, at least',
      wholeNumber('--stay', [0, 3_600_000]),
      2000,
    )
    .option('--screenshot <dir>', 'a picture of each page beside its popup')
    .addHelpText('after', EXIT_CODES);
}

function checkRules(map: string): string {
  try {
    parseHostRules(map);
    return map;
  } catch (error) {
    if (error instanceof HostRuleError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

/** Checked before a browser is opened, where the error would be late and without the option's name. */
function checkCaFile(file: string): string {
  try {
    readCaFile(file);
    return file;
  } catch (error) {
    if (error instanceof CaFileError) throw new UsageError(`--ca ${error.message}`, { cause: error });
    throw error;
  }
}
