// The data of tabs that were closed while the background was stopped.
import { expect, it } from 'vitest';
import { CleanupService } from '../../../../lib/platform/background/cleanup-service.ts';
import { SessionStore } from '../../../../lib/platform/background/record/session-store.ts';
import type { MemoryArea } from '../memory-area.ts';
import { open, resetStage, stage, TAB } from '../writer-stage.ts';

async function clean(area: MemoryArea, ...tabs: readonly number[]): Promise<void> {
  await new CleanupService({
    store: new SessionStore(area),
    errors: { forget: () => Promise.reject(new Error('not asked')) },
    keys: async () => [...area.items.keys()],
    tabs: async () => tabs.map((id) => ({ id, incognito: false })),
  }).closeLostTabs();
}

it('is removed, and nothing else', async () => {
  resetStage();
  await open('https://one.example/', 'a');
  const { area } = stage;
  await area.set({
    'outline:9': {},
    'probe:9': {},
    'pending:9': [],
    'page:9:b': {},
    'tab:9': {},
    origins: {},
  });
  await clean(area, TAB);
  expect([...area.items.keys()].filter((key) => key.includes('9'))).toEqual([]);
  expect((await new SessionStore(area).change((tx) => tx.currentPage(TAB)))?.documentId).toBe('a');
  expect(area.items.has('origins')).toBe(true);
  await clean(area);
  expect([...area.items.keys()].filter((key) => /^(?:tab|page|pending):/.test(key))).toEqual([]);
});
