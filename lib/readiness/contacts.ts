// What a page shows when a user asks to check it: the origins that it loaded from and the filing numbers that it prints. It comes from the page, so it
// is hostile input. It is joined with what the browser reported of the page's own connection.
import * as v from 'valibot';
import { parseAddress } from '../address/address.ts';
import { connectionOf } from '../record/certificates.ts';
import type { PageRecord } from '../record/record.ts';
import type { ReadinessInput } from './check.ts';
import type { CertificateFact } from './platform-rules.ts';
import { parseTarget } from './target.ts';

/** The most origins that are taken from a page. */
export const MAX_ORIGINS = 500;

/** The contents of one frame of the page. */
export interface FrameContacts {
  /** e.g. `https://cdn.example.com` */
  readonly origins: readonly string[];
  /** Texts in the form of a filing number. */
  readonly numbers: readonly string[];
  /** Whether it links the ministry's site. */
  readonly linksMinistry: boolean;
}

export const frameContactsSchema: v.GenericSchema<unknown, FrameContacts> = v.object({
  origins: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(MAX_ORIGINS)),
  numbers: v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(20)),
  linksMinistry: v.boolean(),
});

export interface PageContacts {
  /** The main frame first. */
  readonly frames: readonly FrameContacts[];
  /** What the browser reported of the page; null: nothing. */
  readonly record: PageRecord | null;
}

/** The facts of a page that the check needs. */
export function fromPage({ frames, record }: PageContacts): Pick<ReadinessInput, 'targets' | 'certificates'> {
  const origins = frames.flatMap((frame) => frame.origins);
  // Requests that the browser blocked or upgraded to https are in the record under the requested address.
  const mixed = (record?.mixed ?? []).map(({ url }) => parseAddress(url)?.origin ?? '');
  const hosts = (record?.hosts ?? []).map((host) => `https://${host}`);
  const targets = [...new Set([...origins, ...mixed, ...hosts])]
    .slice(0, MAX_ORIGINS)
    .map(parseTarget)
    .filter((target) => target !== null);
  return { targets, certificates: certificatesOf(record) };
}

function certificatesOf(record: PageRecord | null): ReadonlyMap<string, CertificateFact> {
  const host = record === null ? null : parseTarget(record.url)?.host;
  const fact = record === null ? 'unknown' : judgeConnection(record);
  return host == null || fact === 'unknown' ? new Map() : new Map([[host, fact]]);
}

function judgeConnection(record: PageRecord): CertificateFact {
  const { refusal, override } = record;
  const connection = connectionOf(record);
  if (refusal !== null || override !== null) return 'refused';
  if (connection?.rootIsBuiltIn === false) return 'private-root';
  return /^(?:SSL|TLSv1(?:\.[01])?$)/.test(connection?.protocol ?? '') ? 'old-protocol' : 'unknown';
}
