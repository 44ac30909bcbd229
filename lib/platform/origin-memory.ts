// Certificate errors met in this session, by origin: a browser that does not tell extensions that an error was overridden can be caught at
// it, because it refused the origin first. Bounded, in memory, and for private windows apart.
import * as v from 'valibot';
import { CERTIFICATE_ERROR_KINDS } from '../page/certificate-error.ts';
import type { CertificateErrorKind } from '../page/certificate-error.ts';
import { originsKey } from './keys.ts';
import type { SessionStore } from './session-store.ts';

/** An error met at an origin. */
export interface OriginError {
  readonly kind: CertificateErrorKind;
  readonly code: string;
  /** ms since epoch. */
  readonly at: number;
  /** The page was opened all the same. */
  readonly overridden: boolean;
}

const MAX_ORIGINS = 200;
const schema = v.record(
  v.string(),
  v.object({
    kind: v.picklist(CERTIFICATE_ERROR_KINDS),
    code: v.string(),
    at: v.number(),
    overridden: v.boolean(),
  }),
);

/** The error remembered for an origin, or null. Call within a change of the store. */
export async function recallError(
  store: SessionStore,
  isPrivate: boolean,
  origin: string,
): Promise<OriginError | null> {
  return (await readAll(store, isPrivate))[origin] ?? null;
}

/** Remembers an error for an origin; null forgets it. Call within a change of the store. */
export async function rememberError(
  store: SessionStore,
  isPrivate: boolean,
  origin: string,
  error: OriginError | null,
): Promise<void> {
  const { [origin]: _known, ...others } = await readAll(store, isPrivate);
  const entries = Object.entries(others).slice(error === null ? 0 : 1 - MAX_ORIGINS);
  if (error !== null) entries.push([origin, error]);
  await store.write({ [originsKey(isPrivate)]: Object.fromEntries(entries) });
}

async function readAll(
  store: SessionStore,
  isPrivate: boolean,
): Promise<Readonly<Record<string, OriginError>>> {
  const result = v.safeParse(schema, await store.read(originsKey(isPrivate)));
  return result.success ? result.output : {};
}
