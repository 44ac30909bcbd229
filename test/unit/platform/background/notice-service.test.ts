// When the notice is shown, once and where it is allowed, and the actions on the user's answer.
import { beforeEach, describe, expect, it } from 'vitest';
import { NoticeService } from '../../../../lib/platform/background/notice-service.ts';
import type { PageRecord } from '../../../../lib/record/record.ts';
import type { FieldCounts } from '../../../../lib/record/sightings/observer-report.ts';
import { pageAt, withFields } from '../../../../lib/verdict/example.ts';
import { languageOf } from '../../../../lib/text/language.ts';
import { createWords } from '../../../../lib/words/words.ts';

const calls: string[] = [];
const stage = { isWanted: true, isNew: true };
beforeEach(() => {
  calls.length = 0;
  Object.assign(stage, { isWanted: true, isNew: true });
});

const service = new NoticeService({
  writer: {
    markNoticed: async (tabId, documentId) => {
      calls.push(`mark ${tabId} ${documentId}`);
      return stage.isNew;
    },
  },
  isWanted: async (host, isPrivate) => {
    calls.push(`wanted ${host} ${isPrivate}`);
    return stage.isWanted;
  },
  show: async (tabId, finding) => void calls.push(`show ${tabId} ${finding}`),
  words: async () => createWords({}, languageOf('en')),
  mute: async (host, isPrivate) => void calls.push(`mute ${host} ${isPrivate}`),
  explain: async (tabId) => void calls.push(`explain ${tabId}`),
});

/** A page with one field of a kind. */
function page(url: string, field: keyof FieldCounts): PageRecord {
  return withFields(pageAt(url), { [field]: 1 });
}

const STATE = { documentId: 'd', private: false, noticed: null };

describe('consider', () => {
  it.each([
    ['password', 'password-over-http'],
    ['card', 'card-over-http'],
    ['oneTimeCode', 'one-time-code-over-http'],
  ] as const)('shows it for a page with a field of kind %s', async (field, finding) => {
    const record = page('http://shop.example/', field);
    await service.consider(record, STATE);
    expect(calls).toEqual([
      'wanted shop.example false',
      `mark ${record.tabId} ${record.documentId}`,
      `show ${record.tabId} ${finding}`,
    ]);
  });

  it.each([
    ['an encrypted page', page('https://shop.example/', 'password')],
    ['a page with another field', page('http://shop.example/', 'text')],
  ])('does nothing for %s', async (_what, record) => {
    await service.consider(record, STATE);
    expect(calls).toEqual([]);
  });

  it('shows it once per document', async () => {
    const record = page('http://shop.example/', 'password');
    await service.consider(record, { ...STATE, noticed: record.documentId });
    expect(calls).toEqual([]);
    stage.isNew = false;
    await service.consider(record, STATE);
    expect(calls.some((call) => call.startsWith('show'))).toBe(false);
  });

  it('shows nothing where the user turned it off, and marks nothing', async () => {
    stage.isWanted = false;
    await service.consider(page('http://shop.example/', 'password'), { ...STATE, private: true });
    expect(calls).toEqual(['wanted shop.example true']);
  });
});

it('act opens the explanation, or turns the notice off for the host of the page', async () => {
  const source = { tabId: 3, frameId: 0, url: 'http://shop.example:8080/a', private: true };
  await service.act('why', source);
  await service.act('mute', source);
  expect(calls).toEqual(['explain 3', 'mute shop.example true']);
});
