// A browser profile for one run, in the system's folder for temporary files.
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Profile {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** Creates one. It is removed at the latest when the process exits. */
export function makeProfile(): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'https-trust-inspector-'));
  // A browser that is ending may still write: retry for a moment.
  const options = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };
  const removeNow = (): void => rmSync(folder, options);
  process.once('exit', removeNow);
  return {
    folder,
    remove: async () => {
      await rm(folder, options);
      process.off('exit', removeNow);
    },
  };
}

/** A folder that stays after the run. */
export function keptProfile(folder: string): Profile {
  return { folder, remove: async () => undefined };
}
