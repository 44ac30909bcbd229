// The toolbar is painted in the order of the changes, by the record's verdict or by the missing access.
import { expect, it } from 'vitest';
import { repaintAll, ToolbarService } from '../../../../lib/platform/background/toolbar-service.ts';
import { pageAt } from '../../../../lib/verdict/example.ts';
import { languageOf } from '../../../../lib/text/language.ts';
import { createWords } from '../../../../lib/words/words.ts';

function start(isAllowed: (url: string) => Promise<boolean>) {
  const painted: string[] = [];
  const service = new ToolbarService({
    badges: {
      paint: async ({ url }, { state }) => void painted.push(`${url} ${state}`),
      paintNoAccess: async ({ url }) => void painted.push(`${url} without access`),
      forget: (tabId) => void painted.push(`forget ${tabId}`),
    },
    isAllowed,
    words: async () => createWords({}, languageOf('en')),
  });
  return { painted, service };
}

it('paints one after the other, also when an earlier one is slower', async () => {
  let release: (() => void) | undefined;
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { painted, service } = start(async (url) => {
    if (url.includes('first')) await slow;
    return true;
  });
  const done = [
    service.paint(pageAt('http://first.example/')),
    service.paint(pageAt('http://second.example/')),
  ];
  release?.();
  await Promise.all(done);
  expect(painted.map((each) => each.split(' ')[0])).toEqual([
    'http://first.example/',
    'http://second.example/',
  ]);
});

it('paints missing access, and continues after a failure', async () => {
  const { painted, service } = start(async (url) => {
    if (url.includes('broken')) throw new Error('broken');
    return false;
  });
  await expect(service.paint(pageAt('http://broken.example/'))).rejects.toThrow('broken');
  await service.paint(pageAt('http://next.example/'));
  service.forget(7);
  expect(painted).toEqual(['http://next.example/ without access', 'forget 7']);
});

it('repaintAll has every tab painted again', async () => {
  const tabs: number[] = [];
  await repaintAll({ repaint: async (tabId) => void tabs.push(tabId) }, async () => [1, 2, 3]);
  expect(tabs).toEqual([1, 2, 3]);
});
