// The diagnostics as plain text for a report to the makers of the extension. It is not translated, because the makers and scripts read it.
import type { Diagnostic, Incident } from './diagnostics.ts';

/** The extension and the browser that the diagnostics are about. */
export interface DiagnosticsOrigin {
  readonly version: string;
  /** The browser's user agent. */
  readonly userAgent: string;
}

/** One line for the extension, one for the browser, one for each entry, the last one at the end. Times are UTC. */
export function writeDiagnostics(
  diagnostics: readonly Diagnostic[],
  { version, userAgent }: DiagnosticsOrigin,
): string {
  const lines = diagnostics.map(
    ({ incident, at, count }) => `${new Date(at).toISOString()} ${describe(incident)} (${count}×)`,
  );
  return [`HTTPS Trust Inspector ${version}`, userAgent, ...lines, ''].join('\n');
}

function describe(incident: Incident): string {
  switch (incident.kind) {
    case 'refused':
      return `refused message: type ${incident.type ?? 'unknown'}, ${incident.why}, from ${incident.sender}`;
    case 'error':
      return `error: ${incident.text}${incident.place === null ? '' : ` at ${incident.place}`}`;
  }
}
