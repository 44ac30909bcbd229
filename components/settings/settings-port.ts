// What the section about settings needs of the browser.
import type { DiagnosticsOrigin } from '../../lib/diagnostics/diagnostics-text.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostics.ts';
import type { ManagedPolicy } from '../../lib/settings/policy.ts';
import type { Settings, SettingsChange } from '../../lib/settings/settings.ts';
import type { Store } from '../ui/use-store.ts';

export interface SettingsPort {
  readonly settings: Store<Settings>;
  /** What the organisation decided, and its values that cannot be used. */
  readonly policy: Store<Pick<ManagedPolicy, 'settings' | 'faults'>>;
  /** Rejects when the browser did not save. */
  readonly change: (change: SettingsChange) => Promise<void>;
  /** Forgets the certificate warnings remembered on this device. Rejects when the browser did not save. */
  readonly forgetWarnings: () => Promise<void>;
  /** What went wrong since the browser was started. */
  readonly diagnostics: Store<readonly Diagnostic[]>;
  readonly diagnosticsOrigin: DiagnosticsOrigin;
  /** Rejects when the background did not do it. */
  readonly clearDiagnostics: () => Promise<void>;
  /** Address of "Risks explained". */
  readonly explainUrl: string;
}
