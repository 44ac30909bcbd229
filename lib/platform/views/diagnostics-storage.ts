// Reads the diagnostics that the background stores, and clears them.
import { readDiagnostics } from '../../diagnostics/diagnostics.ts';
import type { DiagnosticsOrigin } from '../../diagnostics/diagnostics-text.ts';
import { browser } from '../browser.ts';
import { DIAGNOSTICS_KEY } from '../storage-keys.ts';
import { defineItem, repairedBy } from '../storage.ts';
import { sendCommand } from './send-command.ts';

/** Oldest first. */
export const storedDiagnostics = defineItem(DIAGNOSTICS_KEY, {
  area: 'session',
  schema: repairedBy(readDiagnostics),
  fallback: [],
});

/** The version of the extension, and the browser. */
export function diagnosticsOrigin(): DiagnosticsOrigin {
  return { version: browser.runtime.getManifest().version, userAgent: navigator.userAgent };
}

/** Rejects when the background, which is the only writer, did not carry it out. */
export async function clearDiagnostics(): Promise<void> {
  if (!(await sendCommand('clear-diagnostics', {}))) throw new Error('The background did not answer.');
}
