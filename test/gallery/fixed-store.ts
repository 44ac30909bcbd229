// Stores of the gallery. A changed state renders the whole view again, so a store never changes.
import type { Store } from '../../components/ui/use-store.ts';

export function fixedStore<T>(value: T): Store<T> {
  return { get: () => value, subscribe: () => () => undefined };
}
