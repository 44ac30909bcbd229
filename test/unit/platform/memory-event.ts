// An event of the browser for tests, and the end of the work that it starts.

type Listener<Args extends readonly unknown[]> = (...args: Args) => unknown;

/** Its listeners are a list, so that one that is added twice is called twice. */
export class MemoryEvent<Args extends readonly unknown[]> {
  readonly listeners = new Array<Listener<Args>>();

  readonly addListener = (listener: Listener<Args>): void => void this.listeners.push(listener);

  readonly hasListener = (listener: Listener<Args>): boolean => this.listeners.includes(listener);

  fire(...args: Args): void {
    for (const listener of this.listeners) listener(...args);
  }
}

/** Resolves after all pending work that needs no clock. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
