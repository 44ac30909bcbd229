// Chromium's network log: every request of the browser, with its initiator.
import { readFileSync } from 'node:fs';

/** The used part of the format: https://www.chromium.org/developers/design-documents/network-stack/netlog/ */
interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly params?: { readonly url?: string; readonly initiator?: string };
  }[];
}

export interface LoggedRequest {
  readonly url: string;
  /** The initiator's origin as in Chromium's log; empty without an initiator, e.g. for a typed address. */
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
