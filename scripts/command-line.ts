// The commands' shared parsing of options: a user's mistake is reported in one sentence, never as a stack.
import { Command, CommanderError, Option } from '@commander-js/extra-typings';
import type { OptionValues } from '@commander-js/extra-typings';
import { parseHost } from '../lib/address/host.ts';
import { withoutCredentialsIn, withoutTypedCredentials } from '../lib/address/credentials.ts';
import { BROWSER_NAMES } from './setup/find-browser.ts';
import type { BrowserName } from './setup/find-browser.ts';

/** Columns of a usage text on every terminal, because documents show it too. */
const USAGE_WIDTH = 110;

/** A user's mistake in an option. */
export class UsageError extends Error {}

/** A command's options and usage. `name`: as npm runs it, e.g. `npm start`. It prints nothing while it parses: see readCommand(). */
export function createCommand(name: string): Command {
  return new Command(`${name} --`)
    .helpOption('--help', 'print this')
    .exitOverride()
    .configureOutput({
      getOutHelpWidth: () => USAGE_WIDTH,
      writeOut: () => undefined,
      writeErr: () => undefined,
    });
}

/** What `--help` prints, ending with a newline. */
export function usageOf<A extends unknown[], O extends OptionValues>(command: Command<A, O>): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
}

/** Parses a command line into `command`. False: the user requested help. Throws a UsageError. */
export function readCommand<A extends unknown[], O extends OptionValues>(
  command: Command<A, O>,
  args: readonly string[],
): boolean {
  try {
    command.parse([...args], { from: 'user' });
    return true;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return false;
    throw new UsageError(error.message.replace(/^error: /, ''), { cause: error });
  }
}

export function browserOption(): Option<
  '--browser <name>',
  undefined,
  'chromium',
  undefined,
  false,
  BrowserName
> {
  return new Option('--browser <name>', 'the browser').choices(BROWSER_NAMES).default('chromium');
}

export function securityInfoOption(): Option<
  '--security-info <state>',
  undefined,
  undefined,
  undefined,
  false,
  'on' | 'off'
> {
  return new Option(
    '--security-info <state>',
    "Chromium's feature that reports certificates to extensions",
  ).choices(['on', 'off']);
}

/** The browser's default when missing. */
export function readSecurityInfo(value: 'on' | 'off' | undefined, browser: BrowserName): boolean | undefined {
  if (value === undefined) return undefined;
  if (browser === 'firefox')
    throw new UsageError('--security-info switches a feature that only Chromium has.');
  return value === 'on';
}

/** Parses an integer between two bounds. */
export function wholeNumber(
  option: string,
  [least, most]: readonly [number, number],
): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new UsageError(`${option} is a whole number from ${least} to ${most}, not ${quote(value)}.`);
  };
}

/**
 * Returns the host in a user's argument: a name, an IP address, or the host of an address (with scheme, user, port, path, also in full-width
 * characters). Throws a UsageError.
 */
export function readHostName(option: string, value: string): string {
  const text = value.trim().replaceAll('：', ':').replaceAll('／', '/').replaceAll('。', '.');
  if (parseHost(text) !== null) return text;
  const url = URL.parse(
    /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`,
  );
  // A non-special scheme keeps its host as it is written.
  const host = url === null ? '' : decodeURIComponent(url.hostname);
  if (parseHost(host) !== null) return host;
  throw new UsageError(`${option} is a host such as www.example.com or 192.0.2.1, not ${quote(value)}.`);
}

/** The argument in the error; it may be an address by mistake. */
function quote(value: string): string {
  return `"${withoutTypedCredentials(value)}"`;
}

/** Runs a command's main function and sets the exit code to its result, or to 2 when it fails. */
export async function runCommand(usage: string, main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = 2;
    if (error instanceof UsageError) {
      console.error(`${withoutCredentialsIn(error.message)}\n\n${usage.trimEnd()}`);
    } else {
      console.error(withoutCredentialsIn(error instanceof Error ? error.message : String(error)));
    }
  }
}
