// What this project's commands share in reading their options: a mistake is one sentence, never a stack.
import { parseHost } from '../lib/address/host.ts';
import { withoutCredentialsIn, withoutTypedCredentials } from '../lib/address/credentials.ts';
import { BROWSER_NAMES } from './setup/find-browser.ts';
import type { BrowserName } from './setup/find-browser.ts';

/** A person's mistake in an option. */
export class UsageError extends Error {}

/** One of `choices`. */
export function readChoice<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  throw new UsageError(`${option} is one of ${choices.join(', ')}, not ${quote(value)}.`);
}

export function readBrowser(value: string): BrowserName {
  return readChoice('--browser', value, BROWSER_NAMES);
}

/** `on` or `off`; without the option as the browser has it. */
export function readSecurityInfo(value: string | undefined, browser: BrowserName): boolean | undefined {
  if (value === undefined) return undefined;
  if (browser === 'firefox')
    throw new UsageError('--security-info switches a feature that only Chromium has.');
  return readChoice('--security-info', value, ['on', 'off']) === 'on';
}

/** A whole number between two bounds. */
export function readNumber(option: string, value: string, [least, most]: readonly [number, number]): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new UsageError(`${option} is a whole number from ${least} to ${most}, not ${quote(value)}.`);
}

/**
 * A host as a person names one: a name, an IP address, or an address (with scheme, user, port, path, also in full-width signs) to take it from.
 * Throws a UsageError.
 */
export function readHostName(option: string, value: string): string {
  const text = value.trim().replaceAll('：', ':').replaceAll('／', '/').replaceAll('。', '.');
  if (parseHost(text) !== null) return text;
  const url = URL.parse(
    /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`,
  );
  // A scheme that is not special keeps its host as it is written.
  const host = url === null ? '' : decodeURIComponent(url.hostname);
  if (parseHost(host) !== null) return host;
  throw new UsageError(`${option} is a host such as www.example.com or 192.0.2.1, not ${quote(value)}.`);
}

/** What was given instead; an address may stand there by mistake. */
function quote(value: string): string {
  return `"${withoutTypedCredentials(value)}"`;
}

/** Runs a command's main function and sets the exit code: what it returns, or 2 when it fails. */
export async function runCommand(usage: string, main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = 2;
    if (error instanceof UsageError || isOptionError(error)) {
      console.error(`${withoutCredentialsIn(error.message)}\n\n${usage}`);
    } else {
      console.error(withoutCredentialsIn(error instanceof Error ? error.message : String(error)));
    }
  }
}

/** What node:util's parseArgs throws for an option that it does not know, or one without its value. */
function isOptionError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
