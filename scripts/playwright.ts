// Runs browser tests in this terminal.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `args`: those of `playwright test`; returns the exit code. */
export function runPlaywrightHere(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): number {
  const playwright = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
  const { status } = spawnSync(process.execPath, [playwright, 'test', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}
