// Look-ups: one at a time per host, never for a page that is no longer shown, and none lost with a stopped background.
import { describe, expect, it } from 'vitest';
import type { LookUp } from '../../../../lib/look-up/look-up.ts';
import type { PageRecord } from '../../../../lib/record/record.ts';
import { lookUp } from '../../../../lib/platform/background/look-up-service.ts';
import { pageAt } from '../../../../lib/verdict/example.ts';

const SERVER = 'https://logs.example/v1/issuances';
const NOW = 1_000_000_000;

/** The service for one tab that shows `record`. */
function setUp(record: PageRecord | null, server: string | null = SERVER) {
  let page = record;
  const stored: LookUp[] = [];
  const asked: string[] = [];
  return {
    stored,
    asked,
    leave: () => {
      page = pageAt('https://elsewhere.example/');
    },
    ports: {
      now: () => NOW,
      currentPage: async () => page,
      store: async (_tabId: number, state: LookUp) => {
        if (page === null || new URL(page.url).hostname !== state.host) return null;
        stored.push(state);
        page = { ...page, lookUp: state };
        return page;
      },
      server: async () => server,
      takeNote: async () => null,
      ask: async (address: string, host: string): Promise<LookUp> => {
        asked.push(`${address} ${host}`);
        return {
          state: 'answered',
          host,
          server: 'logs.example',
          at: NOW,
          certificates: [],
          leftOut: 0,
          isComplete: true,
        };
      },
    },
  };
}

const PAGE = pageAt('https://www.example.com/');

describe('lookUp', () => {
  it('stores that it is running, sends the query, and stores the result', async () => {
    const { ports, stored, asked } = setUp(PAGE);
    await lookUp(ports, 1, 'www.example.com');
    expect(asked).toEqual([`${SERVER} www.example.com`]);
    expect(stored.map(({ state }) => state)).toEqual(['asking', 'answered']);
  });

  it('sends one query at a time', async () => {
    const { ports, asked } = setUp({
      ...PAGE,
      lookUp: { state: 'asking', host: 'www.example.com', server: 'logs.example', at: NOW - 1000 },
    });
    await lookUp(ports, 1, 'www.example.com');
    expect(asked).toEqual([]);
  });

  it('sends a new query when the earlier one was stopped with the background', async () => {
    const { ports, asked } = setUp({
      ...PAGE,
      lookUp: { state: 'asking', host: 'www.example.com', server: 'logs.example', at: NOW - 60_000 },
    });
    await lookUp(ports, 1, 'www.example.com');
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['the tab shows another host', setUp(pageAt('https://other.example/'))],
    ['the tab is gone', setUp(null)],
    ['it is switched off', setUp(PAGE, null)],
    ['the page is not encrypted', setUp(pageAt('http://www.example.com/'))],
  ])('sends nothing when %s', async (_when, { ports, asked, stored }) => {
    await lookUp(ports, 1, 'www.example.com');
    expect([asked, stored]).toEqual([[], []]);
  });
});
