// Values that change while a view is open: settings, words, the page's record. The page that composes the view passes them as stores.
import { useSyncExternalStore } from 'react';

export interface Store<T> {
  /** Returns the same value until it changes. */
  readonly get: () => T;
  /** Calls back after every change; returns a function that stops. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** The value of a store; the component is rendered again when it changes. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}
