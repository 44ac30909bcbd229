// The addresses to inspect: parses a list, and checks which of them a browser may open.
import type { InspectError } from '../../lib/report/inspect-schema.ts';

/** Everything else would start programs of the system, run scripts or write files. */
const OPENED = new Set(['http:', 'https:', 'file:', 'data:', 'about:', 'chrome:']);

/** Parses a list of addresses: one a line, `#` begins a comment at the start of a line, blank lines are left out. */
export function readList(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Why an address is not opened, or null. */
export function refuseAddress(url: string): InspectError | null {
  if (!URL.canParse(url)) {
    return {
      kind: 'address',
      message: 'This is no absolute address: write it with its scheme, as https://example.com/.',
    };
  }
  const { protocol } = new URL(url);
  if (OPENED.has(protocol)) return null;
  return { kind: 'scheme', message: `Addresses that begin with ${protocol} are not opened.` };
}
