// Values that views subscribe to: a view reads a store and is called back after every change.
//
//   const settings = await openStore(readSettings, watchSettings);
//   const stop = settings.subscribe(() => show(settings.get()));

export interface Store<T> {
  /** Returns the same value until it changes. */
  readonly get: () => T;
  /** Calls back after every change; returns a function that stops. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface WritableStore<T> extends Store<T> {
  readonly set: (value: T) => void;
}

export function createStore<T>(initial: T): WritableStore<T> {
  const listeners = new Set<() => void>();
  let value = initial;
  return {
    get: () => value,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
  };
}

/**
 * A store of the value that `read` resolves to, read again whenever `watch` calls back. An older value never replaces a newer one. Rejects when the first
 * reading fails; a later failure is reported and leaves the value as it was.
 */
export async function openStore<T>(
  read: () => Promise<T>,
  watch: (onChange: () => void) => unknown,
): Promise<WritableStore<T>> {
  let readAgain: (() => void) | null = null;
  let isStale = false;
  // Watching starts before the first reading, so that no change in between is missed.
  watch(() => {
    if (readAgain === null) isStale = true;
    else readAgain();
  });
  const store = createStore<T>(await read());
  let turns = 0;
  const readNewest = async (): Promise<void> => {
    turns += 1;
    const turn = turns;
    const value = await read();
    if (turn === turns) store.set(value);
  };
  readAgain = () => void readNewest().catch((error: unknown) => reportError(error));
  if (isStale) readAgain();
  return store;
}
