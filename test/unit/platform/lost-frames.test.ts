// Frames that went without a word: out of the record with them, and with nothing else.
import { describe, expect, it, vi } from 'vitest';
import { NO_FIELDS } from '../../../lib/page/report.ts';
import type { FrameFacts, PageRecord } from '../../../lib/page/record.ts';
import { dropLostFrames } from '../../../lib/platform/lost-frames.ts';
import { pageAt } from '../../../lib/verdict/example.ts';

// Not the browser's own list of frames: that is in the lab (`worker-killed-frame`).
vi.mock('../../../lib/platform/browser.ts', () => ({ browser: {} }));

const URL = 'https://shop.example/';

function frame(url = URL): FrameFacts {
  return { url, secureContext: true, fields: { ...NO_FIELDS, password: 1 }, dropped: 0 };
}

/** A tab with frames 0, 5 and 6; `meanwhile`: what becomes of its page while the browser lists the frames that are there. */
async function dropWith(
  there: readonly number[],
  meanwhile: (page: PageRecord) => PageRecord | null = (page) => page,
): Promise<readonly string[] | null> {
  let page: PageRecord | null = pageAt(URL, { frames: { '0': frame(), '5': frame(), '6': frame() } });
  await dropLostFrames(
    {
      currentPage: async () => page,
      framesIn: async () => {
        page = page && meanwhile(page);
        return there;
      },
      keeper: {
        amend: async (_tabId, change) => {
          const next = page && change(page);
          if (next === null) return 'not-concerned';
          page = next;
          return 'amended';
        },
      },
    },
    1,
  );
  return page && Object.keys(page.frames);
}

describe('frames that are no longer there', () => {
  it('leave the page', async () => expect(await dropWith([0, 6])).toEqual(['0', '6']));

  it('are none where all are there', async () =>
    expect(await dropWith([0, 5, 6, 7])).toEqual(['0', '5', '6']));

  it('stay when they have come back meanwhile, or another document in their place', async () =>
    expect(
      await dropWith([0, 6], (page) => ({
        ...page,
        frames: { ...page.frames, '5': frame('https://b.example/') },
      })),
    ).toEqual(['0', '5', '6']));

  it('are not looked for in the page that came meanwhile', async () =>
    expect(await dropWith([0], (page) => ({ ...page, documentId: 'next' }))).toEqual(['0', '5', '6']));

  it('are not looked for where there is no page', async () =>
    expect(await dropWith([0], () => null)).toBeNull());
});
