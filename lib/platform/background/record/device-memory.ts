// Certificate errors that outlive the session: after an update of the extension or a restart of the browser the session's storage is empty, while the
// browser still remembers that a visitor overrode a warning. Origins are stored as salted hashes, never from private windows.
import type { DeviceErrors, OriginError } from '../../../record/origin-error.ts';
import { toHex } from '../../../text/hex.ts';
import type { StoredItem } from '../../stored-item.ts';

export interface DeviceMemoryPorts {
  readonly stored: Pick<StoredItem<DeviceErrors | null>, 'get' | 'change'>;
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

export class DeviceMemory {
  readonly #ports: DeviceMemoryPorts;

  constructor(ports: DeviceMemoryPorts) {
    this.#ports = ports;
  }

  /** Returns the error remembered for an origin; null when there is none, or it is too old. */
  async recall(origin: string): Promise<OriginError | null> {
    const stored = await this.#ports.stored.get();
    const known = this.#notTooOld(stored);
    if (stored === null || known.length === 0) return null;
    const hash = await hashOrigin(stored.salt, origin);
    return known.find(([each]) => each === hash)?.[1] ?? null;
  }

  /** Remembers an error for an origin; null forgets it. */
  async remember(origin: string, error: OriginError | null): Promise<void> {
    await this.#ports.stored.change(async (stored) => {
      if (stored === null && error === null) return stored;
      const salt = stored?.salt ?? toHex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
      const hash = await hashOrigin(salt, origin);
      const known = this.#notTooOld(stored);
      const others = known.filter(([each]) => each !== hash);
      if (error === null && others.length === known.length) return stored;
      const errors = error === null ? others : [...others, [hash, error] as const].slice(-MAX_ORIGINS);
      return { salt, errors };
    });
  }

  #notTooOld(stored: DeviceErrors | null): DeviceErrors['errors'] {
    const oldest = this.#ports.now() - KEPT;
    return stored?.errors.filter(([, { at }]) => at > oldest) ?? [];
  }
}

/** Returns SHA-256 as hex. Each installation has its own salt, so that hashes of known sites cannot be computed in advance. */
async function hashOrigin(salt: string, origin: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${origin}`));
  return toHex(new Uint8Array(digest));
}
