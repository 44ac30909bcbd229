// What Chromium writes down of everything that it asks the network for, by whomever.
import { readFileSync } from 'node:fs';

/** What is read of https://www.chromium.org/developers/design-documents/network-stack/netlog/ */
interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly params?: { readonly url?: string; readonly initiator?: string };
  }[];
}

export interface LoggedRequest {
  readonly url: string;
  /** The origin that asked, as Chromium names it; empty when nobody did, e.g. for an address that was typed. */
  readonly initiator: string;
}

/** Every request over the web. The file is complete once the browser has ended. */
export function readRequests(file: string): readonly LoggedRequest[] {
  // Chromium's own file.
  const log = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const start = log.constants.logEventTypes['URL_REQUEST_START_JOB'];
  return log.events.flatMap(({ type, params }) =>
    type === start && params?.url !== undefined && /^(https?|wss?):/.test(params.url)
      ? [{ url: params.url, initiator: params.initiator ?? '' }]
      : [],
  );
}
