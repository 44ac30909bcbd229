// The bounded map by host or origin: its values, its limit, and its behaviour in a full storage.
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { SessionStore } from '../../../../../lib/platform/background/record/session-store.ts';
import type { SessionTransaction } from '../../../../../lib/platform/background/record/session-transaction.ts';
import { SessionMap } from '../../../../../lib/platform/background/record/session-map.ts';
import { MemoryArea } from '../../memory-area.ts';

const MAP = new SessionMap('things', v.string(), 3);
let area: MemoryArea;
beforeEach(() => {
  area = new MemoryArea();
});

/** Runs a change in a background that was just started. */
function change<T>(task: (tx: SessionTransaction) => Promise<T>): Promise<T> {
  return new SessionStore(area).change(task);
}

describe('SessionMap', () => {
  it('returns stored values, also in a new worker', async () => {
    await change((tx) => MAP.put(tx, false, 'a', 'one'));
    expect(await change((tx) => MAP.get(tx, false, 'a'))).toBe('one');
    expect(await change((tx) => MAP.get(tx, true, 'a'))).toBeNull();
  });

  it('drops the oldest value; a value that is stored again is new', async () => {
    await change(async (tx) => {
      for (const id of ['a', 'b', 'c', 'a', 'd']) await MAP.put(tx, false, id, id);
      expect(await Promise.all(['a', 'b', 'c', 'd'].map((id) => MAP.get(tx, false, id)))).toEqual([
        'a',
        null,
        'c',
        'd',
      ]);
    });
    expect([...area.items.keys()].sort()).toEqual(['things', 'things:a', 'things:c', 'things:d']);
  });

  it('removes the values of private windows only', async () => {
    await change(async (tx) => {
      await MAP.put(tx, false, 'a', 'one');
      await MAP.put(tx, true, 'a', 'two');
      await MAP.clear(tx, true);
      expect([await MAP.get(tx, false, 'a'), await MAP.get(tx, true, 'a')]).toEqual(['one', null]);
    });
    expect([...area.items.keys()].sort()).toEqual(['things', 'things:a']);
  });

  it('treats invalid data as empty', async () => {
    await area.set({ things: { not: 'a list' }, 'things:a': 7 });
    await change(async (tx) => {
      expect(await MAP.get(tx, false, 'a')).toBeNull();
      await MAP.put(tx, false, 'a', 'one');
      expect(await MAP.get(tx, false, 'a')).toBe('one');
    });
  });

  it('empties itself when the storage is full', async () => {
    await change((tx) => MAP.put(tx, false, 'a', 'one'));
    area.quota = 10;
    await change((tx) => MAP.put(tx, false, 'b', 'x'.repeat(100)));
    expect([...area.items.keys()]).toEqual([]);
  });
});
