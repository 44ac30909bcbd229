// What the background remembers of hosts: bounded, checked, and never in the way of anything else.
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { SessionStore } from '../../../../../lib/platform/background/record/session-store.ts';
import { SessionMap } from '../../../../../lib/platform/background/record/session-map.ts';
import { MemoryArea } from '../../memory-area.ts';

const MAP = new SessionMap('things', v.string(), 3);
let area: MemoryArea;
let store: SessionStore;
beforeEach(() => {
  area = new MemoryArea();
  store = new SessionStore(area);
});

describe('SessionMap', () => {
  it('gives back what was put there, from a new worker too', async () => {
    await MAP.put(store, false, 'a', 'one');
    expect(await MAP.get(new SessionStore(area), false, 'a')).toBe('one');
    expect(await MAP.get(store, true, 'a')).toBeNull();
  });

  it('lets the oldest make room, and one that is put again is new', async () => {
    for (const id of ['a', 'b', 'c', 'a', 'd']) await MAP.put(store, false, id, id);
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((id) => MAP.get(store, false, id)))).toEqual([
      'a',
      null,
      'c',
      'd',
    ]);
    expect([...area.items.keys()].sort()).toEqual(['things', 'things:a', 'things:c', 'things:d']);
  });

  it('forgets private windows alone', async () => {
    await MAP.put(store, false, 'a', 'one');
    await MAP.put(store, true, 'a', 'two');
    await MAP.clear(store, true);
    expect([await MAP.get(store, false, 'a'), await MAP.get(store, true, 'a')]).toEqual(['one', null]);
    expect([...area.items.keys()].sort()).toEqual(['things', 'things:a']);
  });

  it('takes garbage for nothing', async () => {
    await area.set({ things: { not: 'a list' }, 'things:a': 7 });
    expect(await MAP.get(store, false, 'a')).toBeNull();
    await MAP.put(store, false, 'a', 'one');
    expect(await MAP.get(store, false, 'a')).toBe('one');
  });

  it('empties itself when the storage is full', async () => {
    await MAP.put(store, false, 'a', 'one');
    area.quota = 10;
    await MAP.put(store, false, 'b', 'x'.repeat(100));
    expect([...area.items.keys()]).toEqual([]);
  });
});
