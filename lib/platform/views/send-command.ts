// Sends a command of the table (lib/platform/commands.ts) from a page of the extension to the background.
import { browser } from '../browser.ts';
import type { Command, PageCommandType } from '../commands.ts';

/** Resolves when the command was carried out. False: the background did not begin it. Rejects when the background cannot be reached. */
export async function sendCommand<Type extends PageCommandType>(
  type: Type,
  command: Command<Type>,
): Promise<boolean> {
  return (await browser.runtime.sendMessage({ type, ...command })) === true;
}
