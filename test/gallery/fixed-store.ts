// Stores of the gallery: a state that changes is shown anew as a whole, so no store ever changes.
import type { Store } from '../../components/ui/use-store.ts';

export function fixedStore<T>(value: T): Store<T> {
  return { get: () => value, subscribe: () => () => undefined };
}
