// An item of the browser's storage: it never returns an invalid value, and never loses what the user entered.
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { NewerVersionError, StoredItem } from '../../../lib/platform/stored-item.ts';
import type { ItemOptions } from '../../../lib/platform/stored-item.ts';
import { MemoryArea, memoryPorts } from './memory-area.ts';

const KEY = 'names';
const NAMES: ItemOptions<readonly string[]> = { schema: v.array(v.string()), fallback: [] };
/** Version 1 was one text, version 2 a text with commas, version 3 is a list. */
const NAMES_3: ItemOptions<readonly string[]> = {
  ...NAMES,
  version: 3,
  migrations: {
    2: (text) => `${v.parse(v.string(), text)},`,
    3: (text) => v.parse(v.string(), text).split(','),
  },
};

let area: MemoryArea;
let ports: ReturnType<typeof memoryPorts>;

beforeEach(() => {
  area = new MemoryArea();
  ports = memoryPorts(area);
});

function item(options = NAMES): StoredItem<readonly string[]> {
  return new StoredItem(KEY, options, ports);
}

const stored = (): unknown => JSON.parse(area.items.get(KEY) ?? 'null');
const add =
  (name: string) =>
  (names: readonly string[]): readonly string[] => [...names, name];

describe('a value', () => {
  it('is the fallback where nothing is stored', async () => {
    expect(await item().get()).toEqual([]);
  });

  it.each([7, 'a', { 0: 'a' }, ['a', 7], { $version: 'x', value: [] }, { $version: 1, value: 7 }])(
    'is the fallback where %j is stored',
    async (invalid) => {
      await area.set({ [KEY]: invalid });
      expect(await item().get()).toEqual([]);
    },
  );

  it('of version 1 is stored unchanged, for every extension without versions', async () => {
    await item().change(add('a'));
    expect(stored()).toEqual(['a']);
  });

  it('that is undefined is removed', async () => {
    await item().change(add('a'));
    await item().change(() => undefined);
    expect(area.items.size).toBe(0);
  });

  it('that is the same is not written', async () => {
    area.quota = 0;
    await item().change((names) => names);
    expect(area.items.size).toBe(0);
  });
});

describe('migrations', () => {
  it('run on reading, and their result is written back', async () => {
    await area.set({ [KEY]: 'a' });
    expect(await item(NAMES_3).get()).toEqual(['a', '']);
    expect(stored()).toEqual({ $version: 3, value: ['a', ''] });
  });

  it('run only from the version that is stored', async () => {
    await area.set({ [KEY]: { $version: 2, value: 'a,b' } });
    expect(await item(NAMES_3).get()).toEqual(['a', 'b']);
  });

  it('run before a change', async () => {
    await area.set({ [KEY]: 'a' });
    await item(NAMES_3).change(add('b'));
    expect(stored()).toEqual({ $version: 3, value: ['a', '', 'b'] });
  });

  it('are repeated the next time if the storage is full', async () => {
    await area.set({ [KEY]: 'a' });
    area.quota = 0;
    expect(await item(NAMES_3).get()).toEqual(['a', '']);
    expect(stored()).toBe('a');
  });

  it.each([
    ['throw', 7],
    ['lead to an invalid value', { $version: 3, value: 7 }],
  ])('that %s give the fallback, and reading leaves the old value', async (_, old) => {
    await area.set({ [KEY]: old });
    expect(await item(NAMES_3).get()).toEqual([]);
    expect(stored()).toEqual(old);
  });
});

describe('a value of a newer version', () => {
  const newer = { $version: 4, value: { names: ['a'] } };
  beforeEach(() => area.set({ [KEY]: newer }));

  it.each([NAMES, NAMES_3])('is read as the fallback, and no change overwrites it', async (options) => {
    expect(await item(options).get()).toEqual([]);
    await expect(item(options).change(add('b'))).rejects.toThrow(NewerVersionError);
    await expect(item(options).change(() => undefined)).rejects.toThrow(NewerVersionError);
    expect(stored()).toEqual(newer);
  });

  it('is removed or replaced as a whole by the user only', async () => {
    await item().remove();
    expect(area.items.size).toBe(0);
    await area.set({ [KEY]: newer });
    await item(NAMES_3).set(['b']);
    expect(await item(NAMES_3).get()).toEqual(['b']);
  });
});

describe('a full storage', () => {
  it('rejects, and the old value stays', async () => {
    await item().change(add('a'));
    area.quota = 20;
    await expect(item().change(add('a longer name than fits'))).rejects.toThrow('quota');
    await expect(item().set(['a longer name than fits'])).rejects.toThrow('quota');
    expect(await item().get()).toEqual(['a']);
  });

  it('does not stop the next change', async () => {
    area.quota = 0;
    await expect(item().change(add('a'))).rejects.toThrow('quota');
    area.quota = 100;
    await item().change(add('b'));
    expect(await item().get()).toEqual(['b']);
  });
});

describe('changes at the same moment', () => {
  it('are all stored, from whatever page they come', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `page ${index}`);
    await Promise.all(names.map((name) => item().change(add(name))));
    expect(await item().get()).toEqual(names);
  });

  it('wait for one that takes long', async () => {
    const slow = item().change(async (names) => {
      // Many turns of the microtask queue: a change that did not wait would be done much earlier.
      for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
      return [...names, 'slow'];
    });
    await Promise.all([slow, item().change(add('quick'))]);
    expect(await item().get()).toEqual(['slow', 'quick']);
  });

  it('wait for work under the lock, which reads and writes as often as it needs', async () => {
    const held = item().exclusively(async ({ get, put }) => {
      await put(add('first')(await get()));
      await put(undefined);
      await put(add('second')(await get()));
    });
    await Promise.all([held, item().change(add('third'))]);
    expect(await item().get()).toEqual(['second', 'third']);
  });

  it('come after a removal or before it, never in between', async () => {
    await item().change(add('a'));
    const slow = item().change(async (names) => {
      await Promise.resolve();
      return [...names, 'b'];
    });
    await Promise.all([slow, item().remove()]);
    expect(await item().get()).toEqual([]);
  });
});

describe('watch', () => {
  it('reports every change as a checked value, until it is stopped', async () => {
    const seen: (readonly string[])[] = [];
    const stop = item().watch((names) => seen.push(names));
    await item().change(add('a'));
    await area.set({ [KEY]: 'garbage', other: 1 });
    await item().set(['b']);
    await item().remove();
    stop();
    await item().change(add('c'));
    expect(seen).toEqual([['a'], [], ['b'], []]);
  });

  it('reports what an older version stored in the form of this one', async () => {
    const seen: (readonly string[])[] = [];
    item(NAMES_3).watch((names) => seen.push(names));
    await area.set({ [KEY]: { $version: 2, value: 'a,b' } });
    expect(seen).toEqual([['a', 'b']]);
  });
});
