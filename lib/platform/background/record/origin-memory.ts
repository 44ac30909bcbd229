// Certificate errors by origin: a browser that does not report an overridden error first refused the origin, which shows the override. The session's
// storage is read before the device's; private windows have a storage of their own, in the session only.
import * as v from 'valibot';
import type { DeviceMemory } from './device-memory.ts';
import { originsKey } from '../../storage-keys.ts';
import { originErrorSchema } from '../../../record/origin-error.ts';
import type { OriginError } from '../../../record/origin-error.ts';
import type { SessionTransaction } from './session-transaction.ts';

const MAX_ORIGINS = 200;
const schema = v.record(v.string(), originErrorSchema);

export class OriginMemory {
  readonly #device: Pick<DeviceMemory, 'recall' | 'remember'>;

  constructor(device: Pick<DeviceMemory, 'recall' | 'remember'>) {
    this.#device = device;
  }

  /** The error remembered for an origin, or null. */
  async recall(tx: SessionTransaction, isPrivate: boolean, origin: string): Promise<OriginError | null> {
    const known = (await readAll(tx, isPrivate))[origin];
    return known ?? (isPrivate ? null : this.#device.recall(origin));
  }

  /** Remembers an error for an origin; null forgets it. */
  async remember(
    tx: SessionTransaction,
    isPrivate: boolean,
    origin: string,
    error: OriginError | null,
  ): Promise<void> {
    const { [origin]: _known, ...others } = await readAll(tx, isPrivate);
    const entries = Object.entries(others).slice(error === null ? 0 : 1 - MAX_ORIGINS);
    if (error !== null) entries.push([origin, error]);
    await tx.write({ [originsKey(isPrivate)]: Object.fromEntries(entries) });
    if (!isPrivate) await this.#device.remember(origin, error);
  }

  /** Forgets the session's errors of windows that are not private. */
  async forget(tx: SessionTransaction): Promise<void> {
    await tx.remove([originsKey(false)]);
  }
}

async function readAll(
  tx: SessionTransaction,
  isPrivate: boolean,
): Promise<Readonly<Record<string, OriginError>>> {
  const result = v.safeParse(schema, await tx.read(originsKey(isPrivate)));
  return result.success ? result.output : {};
}
