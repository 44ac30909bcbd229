// Certificate errors that outlive the session: after an update of the extension or a restart of the browser the session's memory is empty, while
// the browser still remembers that a visitor clicked through a warning. Origins are kept as salted hashes, never from private windows.
import * as v from 'valibot';
import { toHex } from '../../../text/hex.ts';
import { originErrorSchema } from './origin-error.ts';
import type { OriginError } from './origin-error.ts';
import { DEVICE_ERRORS_KEY } from '../../storage-keys.ts';

/** The part of `storage.local` that is used: a port for tests. */
export interface DeviceArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export interface DeviceMemoryPorts {
  readonly area: DeviceArea;
  /** ms since epoch. */
  readonly now: () => number;
}

/**
 * ms that an error is kept: a day longer than Chromium remembers a click on "Proceed".
 * https://source.chromium.org/chromium/chromium/src/+/main:components/security_interstitials/content/stateful_ssl_host_state_delegate.cc
 */
export const KEPT = 8 * 24 * 3_600_000;
const MAX_ORIGINS = 200;
const SALT_BYTES = 16;

const schema = v.object({
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  /** Oldest first, by hash. */
  errors: v.array(v.tuple([v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), originErrorSchema])),
});
type Stored = v.InferOutput<typeof schema>;

export class DeviceMemory {
  readonly #ports: DeviceMemoryPorts;

  constructor(ports: DeviceMemoryPorts) {
    this.#ports = ports;
  }

  /** The error remembered for an origin; null when there is none, or it is too old. */
  async recall(origin: string): Promise<OriginError | null> {
    const stored = await this.#read();
    if (stored === null || stored.errors.length === 0) return null;
    const hash = await hashOrigin(stored.salt, origin);
    return stored.errors.find(([known]) => known === hash)?.[1] ?? null;
  }

  /** Remembers an error for an origin; null forgets it. Call from one writer, one call after the other. */
  async remember(origin: string, error: OriginError | null): Promise<void> {
    const stored = await this.#read();
    if (stored === null && error === null) return;
    const salt = stored?.salt ?? toHex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
    const hash = await hashOrigin(salt, origin);
    const known = stored?.errors ?? [];
    const others = known.filter(([each]) => each !== hash);
    if (error === null && others.length === known.length) return;
    const errors = error === null ? others : [...others, [hash, error] as const].slice(-MAX_ORIGINS);
    await this.#ports.area.set({ [DEVICE_ERRORS_KEY]: { salt, errors } });
  }

  async #read(): Promise<Stored | null> {
    const { [DEVICE_ERRORS_KEY]: value } = await this.#ports.area.get(DEVICE_ERRORS_KEY);
    const result = v.safeParse(schema, value);
    if (!result.success) return null;
    const oldest = this.#ports.now() - KEPT;
    return { ...result.output, errors: result.output.errors.filter(([, { at }]) => at > oldest) };
  }
}

/** SHA-256 as hex. The salt is of this installation alone, so that nobody can prepare the hashes of known sites. */
async function hashOrigin(salt: string, origin: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${origin}`));
  return toHex(new Uint8Array(digest));
}
