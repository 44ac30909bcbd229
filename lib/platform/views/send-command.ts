// Sends a command of the table (lib/platform/commands.ts) from a page of the extension to the background.
import { browser } from '../browser.ts';
import type { Command, PageCommandType } from '../commands.ts';

/** Resolves when the command has finished; to false when the background did not start it. Rejects when the background cannot be reached. */
export async function sendCommand<Type extends PageCommandType>(
  type: Type,
  command: Command<Type>,
): Promise<boolean> {
  return (await browser.runtime.sendMessage({ type, ...command })) === true;
}
