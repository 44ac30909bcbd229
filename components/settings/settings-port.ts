// What the settings section requires from the browser.
import type { DiagnosticsOrigin } from '../../lib/diagnostics/diagnostics-text.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostics.ts';
import type { ManagedPolicy } from '../../lib/settings/policy.ts';
import type { Settings, SettingsChange } from '../../lib/settings/settings.ts';
import type { Store } from '../ui/use-store.ts';

export interface SettingsPort {
  readonly settings: Store<Settings>;
  /** The values that the organisation's policy sets, and its invalid values. */
  readonly policy: Store<Pick<ManagedPolicy, 'settings' | 'faults'>>;
  /** Rejects when the browser did not save the change. */
  readonly change: (change: SettingsChange) => Promise<void>;
  /** Deletes the certificate warnings stored on this device. Rejects when the browser did not save the change. */
  readonly forgetWarnings: () => Promise<void>;
  /** The errors since the browser was started. */
  readonly diagnostics: Store<readonly Diagnostic[]>;
  readonly diagnosticsOrigin: DiagnosticsOrigin;
  /** Rejects when the background did not carry it out. */
  readonly clearDiagnostics: () => Promise<void>;
  /** Address of "Risks explained". */
  readonly explainUrl: string;
}
