// Drafts: texts that were typed and not submitted are stored, and nothing else.
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DRAFT_NAMES, MAX_DRAFT, OF_A_SITE } from '../../../../lib/settings/drafts.ts';
import { openDrafts } from '../../../../lib/platform/views/draft-storage.ts';
import { MemoryArea } from '../memory-area.ts';
import { stage } from '../memory-browser.ts';

vi.mock('../../../../lib/platform/browser.ts', () => import('../memory-browser.ts'));

/** The page's session storage. */
let own: Map<string, string>;

beforeEach(() => {
  stage.local = new MemoryArea();
  own = new Map();
});

/** The options page as it is loaded. */
const load = (isPrivate = false): ReturnType<typeof openDrafts> =>
  openDrafts({
    isPrivate,
    memory: {
      getItem: (key) => own.get(key) ?? null,
      setItem: (key, value) => void own.set(key, value),
      removeItem: (key) => void own.delete(key),
    },
  });

/** The drafts that a page finds when it is loaded. */
async function found(): Promise<readonly (readonly [string, string | undefined])[]> {
  const drafts = await load();
  return DRAFT_NAMES.map((name) => [name, drafts.read(name)] as const).filter(
    ([, text]) => text !== undefined,
  );
}

describe('drafts', () => {
  it('return the written text of each field', async () => {
    const { write } = await load();
    await write('addresses', 'https://a.example\n');
    await write('campaign-name', '');
    await write('host', 'shop.example');
    expect(await found()).toEqual([
      ['host', 'shop.example'],
      ['addresses', 'https://a.example\n'],
      ['campaign-name', ''],
    ]);
    expect([...stage.local.items.keys()]).toEqual(['draft:addresses', 'draft:campaign-name']);
    await write('addresses', null);
    await write('host', null);
    expect(await found()).toEqual([['campaign-name', '']]);
  });

  it.each([
    ['no text', { 'draft:trial-day': 7 }],
    ['too long', { 'draft:trial-day': 'x'.repeat(MAX_DRAFT + 1) }],
    ['another key', { 'draft:password': 'x', host: 'x' }],
  ])('ignore a stored value that is not a draft: %s', async (_, bad) => {
    await stage.local.set({ ...bad, 'draft:trial-site': 'shop.example' });
    expect(await found()).toEqual([['trial-site', 'shop.example']]);
  });

  it('keep the beginning of a text that is too long', async () => {
    const { read, write } = await load();
    await write('addresses', 'x'.repeat(MAX_DRAFT + 1));
    expect(read('addresses')).toHaveLength(MAX_DRAFT + 1);
    expect((await load()).read('addresses')).toHaveLength(MAX_DRAFT);
  });

  it('of a private window are not stored', async () => {
    const { read, write } = await load(true);
    for (const name of DRAFT_NAMES) await write(name, 'secret.example');
    expect(read('host')).toBe('secret.example');
    expect(stage.local.items.size + own.size).toBe(0);
  });

  it("about a site are stored only in the page's session storage", async () => {
    const { write } = await load();
    for (const name of OF_A_SITE) await write(name, 'shop.example');
    expect(stage.local.items.size).toBe(0);
    expect(own.size).toBe(OF_A_SITE.length);
  });

  it('can be opened with any stored value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        stage.local = new MemoryArea();
        await stage.local.set(Object.fromEntries(DRAFT_NAMES.map((name) => [`draft:${name}`, value])));
        const texts = (await found()).map(([, text]) => text);
        expect(texts.every((text) => text === value)).toBe(true);
      }),
    );
  });
});
