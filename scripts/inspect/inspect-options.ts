// The options of `npm run inspect`; docs/inspect.md explains them.
import { parseArgs } from 'node:util';
import { CaFileError, readCaFile } from '../browser/ca-file.ts';
import { parseHostRules, HostRuleError } from '../browser/host-rules.ts';
import { readBrowser, readNumber, readSecurityInfo, UsageError } from '../command-line.ts';
import type { BrowserName } from '../setup/find-browser.ts';

export const INSPECT_USAGE = `Usage: npm run inspect -- [OPTIONS] URL…

  --file LIST              addresses from a file, one a line (# comments; - reads standard input)
  --json                   one JSON line for each address instead of a table
  --browser chromium|firefox
  --ca FILE                trust this CA (PEM, DER or PKCS#7), in the run's own profile
  --map "RULES"            host and port mapping: "MAP *:443 127.0.0.1:8443, EXCLUDE example.com"
  --deep                   check mixed content with a report-only policy: all that the browser tells
  --security-info on|off   Chromium's feature that tells extensions of certificates
  --tabs N                 pages at a time (2)
  --timeout MS             for each page, and for the browser's start (30000)
  --stay MS                watch each page so long after its load, at least (2000)
  --screenshot DIR         a picture of each page beside its popup
  --help

Exit code: 0 nothing found, 1 something found, 2 wrong usage or something could not be inspected.`;

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

/** Null: help was asked for. Throws a UsageError, or parseArgs' own error. */
export function readInspectOptions(args: readonly string[]): InspectOptions | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      file: { type: 'string' },
      json: { type: 'boolean', default: false },
      browser: { type: 'string', default: 'chromium' },
      ca: { type: 'string' },
      map: { type: 'string' },
      deep: { type: 'boolean', default: false },
      'security-info': { type: 'string' },
      tabs: { type: 'string', default: '2' },
      timeout: { type: 'string', default: '30000' },
      stay: { type: 'string', default: '2000' },
      screenshot: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  if (positionals.length === 0 && values.file === undefined) {
    throw new UsageError('Name at least one address, or a file with addresses.');
  }
  const browser = readBrowser(values.browser);
  checkRules(values.map);
  checkCaFile(values.ca);
  return {
    urls: positionals,
    file: values.file ?? null,
    json: values.json,
    browser,
    caFile: values.ca,
    map: values.map,
    deep: values.deep,
    securityInfo: readSecurityInfo(values['security-info'], browser),
    tabs: readNumber('--tabs', values.tabs, [1, 16]),
    timeout: readNumber('--timeout', values.timeout, [1000, 3_600_000]),
    stay: readNumber('--stay', values.stay, [0, 3_600_000]),
    screenshots: values.screenshot ?? null,
  };
}

function checkRules(map: string | undefined): void {
  try {
    if (map !== undefined) parseHostRules(map);
  } catch (error) {
    if (error instanceof HostRuleError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

/** Before a browser is opened, where the fault would come late and without the option's name. */
function checkCaFile(file: string | undefined): void {
  try {
    if (file !== undefined) readCaFile(file);
  } catch (error) {
    if (error instanceof CaFileError) throw new UsageError(`--ca ${error.message}`, { cause: error });
    throw error;
  }
}
