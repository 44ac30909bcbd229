// The diagnostics that the background stores, and clearing them.
import { readDiagnostics } from '../../diagnostics/diagnostics.ts';
import type { DiagnosticsOrigin } from '../../diagnostics/diagnostics-text.ts';
import { browser } from '../browser.ts';
import { DIAGNOSTICS_KEY } from '../storage-keys.ts';
import { defineItem, repairedBy } from '../storage.ts';
import { sendCommand } from './send-command.ts';

/** The last one at the end. */
export const storedDiagnostics = defineItem(DIAGNOSTICS_KEY, {
  area: 'session',
  schema: repairedBy(readDiagnostics),
  fallback: [],
});

/** This version of the extension, in this browser. */
export function diagnosticsOrigin(): DiagnosticsOrigin {
  return { version: browser.runtime.getManifest().version, userAgent: navigator.userAgent };
}

/** Rejects when the background, which is the only writer, did not do it. */
export async function clearDiagnostics(): Promise<void> {
  if (!(await sendCommand('clear-diagnostics', {}))) throw new Error('The background did not answer.');
}
