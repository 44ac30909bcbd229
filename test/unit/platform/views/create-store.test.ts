import { expect, test, vi } from 'vitest';
import { createStore, openStore } from '../../../../lib/platform/views/create-store.ts';

test('calls back after every change until it is stopped', () => {
  const store = createStore(1);
  const listener = vi.fn<() => void>();
  const stop = store.subscribe(listener);
  store.set(2);
  store.set(3);
  stop();
  store.set(4);
  expect(listener).toHaveBeenCalledTimes(2);
  expect(store.get()).toBe(4);
});

test('does not call back for the same value', () => {
  const store = createStore('a');
  const listener = vi.fn<() => void>();
  store.subscribe(listener);
  store.set('a');
  expect(listener).not.toHaveBeenCalled();
});

/** A source whose readings end when a test resolves them. */
function source(): {
  readonly read: () => Promise<number>;
  readonly answer: (reading: number, value: number) => void;
  readonly change: () => void;
  readonly watch: (onChange: () => void) => void;
} {
  const answers: ((value: number) => void)[] = [];
  const listeners: (() => void)[] = [];
  return {
    read: () => new Promise((resolve) => void answers.push(resolve)),
    answer: (reading, value) => answers[reading]?.(value),
    change: () => listeners.forEach((listener) => listener()),
    watch: (listener) => void listeners.push(listener),
  };
}

test('reads again at every change', async () => {
  const { read, answer, change, watch } = source();
  const opening = openStore(read, watch);
  answer(0, 1);
  const store = await opening;
  expect(store.get()).toBe(1);
  change();
  answer(1, 2);
  await vi.waitFor(() => expect(store.get()).toBe(2));
});

test('reads again when a change came during the first reading', async () => {
  const { read, answer, change, watch } = source();
  const opening = openStore(read, watch);
  change();
  answer(0, 1);
  const store = await opening;
  answer(1, 2);
  await vi.waitFor(() => expect(store.get()).toBe(2));
});

test('never replaces a newer value with an older one', async () => {
  const { read, answer, change, watch } = source();
  const opening = openStore(read, watch);
  answer(0, 1);
  const store = await opening;
  const values: number[] = [];
  store.subscribe(() => values.push(store.get()));
  change();
  change();
  answer(2, 3);
  await vi.waitFor(() => expect(store.get()).toBe(3));
  answer(1, 2);
  // The last read ends after the outdated one was dropped.
  change();
  answer(3, 4);
  await vi.waitFor(() => expect(store.get()).toBe(4));
  expect(values).toEqual([3, 4]);
});

test('rejects when the first read fails', async () => {
  await expect(
    openStore(
      () => Promise.reject(new Error('no storage')),
      () => undefined,
    ),
  ).rejects.toThrow('no storage');
});

test('reports a later failure and keeps the value', async () => {
  const reported = vi.fn<(error: unknown) => void>();
  vi.stubGlobal('reportError', reported);
  const { change, watch } = source();
  const readings = [Promise.resolve(1), Promise.reject(new Error('gone'))];
  readings[1]?.catch(() => undefined);
  const store = await openStore(() => readings.shift() ?? Promise.resolve(2), watch);
  change();
  await vi.waitFor(() => expect(reported).toHaveBeenCalledExactlyOnceWith(new Error('gone')));
  expect(store.get()).toBe(1);
  vi.unstubAllGlobals();
});
