// The queue of changes: serial, each with a transaction of its own that ends with it.
import { beforeEach, expect, it } from 'vitest';
import { SessionStore } from '../../../../../lib/platform/background/record/session-store.ts';
import type { SessionTransaction } from '../../../../../lib/platform/background/record/session-transaction.ts';
import { MemoryArea } from '../../memory-area.ts';

let area: MemoryArea;
let store: SessionStore;
beforeEach(() => {
  area = new MemoryArea();
  store = new SessionStore(area);
});

async function add(tx: SessionTransaction, value: string): Promise<void> {
  const all = (await tx.read('list')) as readonly string[] | undefined;
  await tx.write({ list: [...(all ?? []), value] });
}

it('runs changes one after the other, so that none overwrites another', async () => {
  await Promise.all(['a', 'b', 'c'].map((value) => store.change((tx) => add(tx, value))));
  expect(area.items.get('list')).toBe('["a","b","c"]');
});

it('runs calls from a change inside that change', async () => {
  await Promise.all([
    store.change(async (tx) => {
      await add(tx, 'a');
      await add(tx, 'b');
    }),
    store.change((tx) => add(tx, 'c')),
  ]);
  expect(area.items.get('list')).toBe('["a","b","c"]');
});

it('rejects for a failed change and runs those behind it', async () => {
  const failed = store.change(() => Promise.reject(new Error('failed')));
  const next = store.change((tx) => add(tx, 'b'));
  await expect(failed).rejects.toThrow('failed');
  await next;
  expect(area.items.get('list')).toBe('["b"]');
});

it('reads a value from the browser once, and after a restart of the background again', async () => {
  await area.set({ key: 1 });
  expect(await store.change((tx) => tx.read('key'))).toBe(1);
  await area.set({ key: 2 });
  expect(await store.change((tx) => tx.read('key'))).toBe(1);
  expect(await new SessionStore(area).change((tx) => tx.read('key'))).toBe(2);
});

it('keeps the old copy when the browser could not store the new value', async () => {
  await store.change((tx) => tx.write({ key: 'old' }));
  area.quota = 20;
  await expect(store.change((tx) => tx.write({ key: 'x'.repeat(100) }))).rejects.toThrow('quota');
  expect(await store.change((tx) => tx.read('key'))).toBe('old');
});

it('rejects every call of a transaction whose change is over', async () => {
  const late = await store.change((tx) => Promise.resolve({ tx }));
  const calls = [
    late.tx.read('key'),
    late.tx.write({ key: 1 }),
    late.tx.remove(['key']),
    late.tx.tab(1),
    late.tx.page(1, 'a'),
    late.tx.currentPage(1),
    late.tx.forgetPage(1, 'a'),
    late.tx.framedTabs(),
    late.tx.pending(1),
    late.tx.putPending(1, []),
    late.tx.forgetTab(1),
  ];
  for (const call of calls) await expect(call).rejects.toThrow('The change of the store is over.');
  expect([...area.items.keys()]).toEqual([]);
});

it('has no way to read or write outside of a change', async () => {
  // @ts-expect-error: only a transaction has it.
  expect(store.read).toBeUndefined();
  // @ts-expect-error: only a transaction has it.
  expect(store.write).toBeUndefined();
  await store.change(async (tx) => {
    // @ts-expect-error: a change inside of a change would wait for itself.
    expect(tx.change).toBeUndefined();
  });
});
