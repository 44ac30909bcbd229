// Defines items of the browser's storage. Their keys are in storage-keys.ts.
//
//   const visits = defineItem('visits', { schema: v.number(), fallback: 0 });
//   await visits.change((n) => n + 1);
import * as v from 'valibot';
import { browser } from './browser.ts';
import { StoredItem } from './stored-item.ts';
import type { ItemOptions, StoragePorts } from './stored-item.ts';

const PORTS: StoragePorts = {
  area: (name) => browser.storage[name],
  // One lock per key for the background and all pages. https://developer.mozilla.org/docs/Web/API/Web_Locks_API
  alone: (name, work) => navigator.locks.request(name, work),
};

/** An item of the browser's own storage. */
export function defineItem<T>(key: string, options: ItemOptions<T>): StoredItem<T> {
  return new StoredItem(key, options, PORTS);
}

/** A schema that repairs a value instead of rejecting it, e.g. a list whose entries are checked separately. */
export function repairedBy<T>(read: (stored: unknown) => T): v.GenericSchema<unknown, T> {
  return v.pipe(v.unknown(), v.transform(read));
}
