// The toolbar button: sign, icon and tooltip of a verdict, painted only when one of them changes.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BadgePainter } from '../../../../lib/platform/background/badge-adapter.ts';
import { assess } from '../../../../lib/verdict/assess.ts';
import { STATES } from '../../../../lib/verdict/verdict.ts';
import type { FoundFinding, State, Verdict } from '../../../../lib/verdict/verdict.ts';
import { UNOBSERVED } from '../../../../lib/record/record-changes.ts';
import { pageAt } from '../../../../lib/verdict/example.ts';
import { wordsIn } from '../../../fixtures/built-messages.ts';

const toolbar = vi.hoisted(() => ({
  painted: new Array<Record<string, unknown>>(),
  failure: null as Error | null,
  paint: async (details: Record<string, unknown>): Promise<void> => {
    if (toolbar.failure !== null) throw toolbar.failure;
    toolbar.painted.push(details);
  },
}));

vi.mock('../../../../lib/platform/browser.ts', () => {
  const { paint } = toolbar;
  return {
    BROWSER: 'chromium',
    browser: {
      action: { setIcon: paint, setBadgeText: paint, setBadgeBackgroundColor: paint, setTitle: paint },
    },
  };
});

const words = wordsIn('en');
const page = pageAt('http://shop.example/');
const verdict = assess(page);
/** The browser's functions that one painting calls: icon, text, colour, title. */
const CALLS = 4;

beforeEach(() => {
  toolbar.painted.length = 0;
  toolbar.failure = null;
});

/** Paths of a state's icon in every size that toolbars use. */
function icons(state: State): Record<number, string> {
  return Object.fromEntries([16, 24, 32, 48].map((size) => [size, `/icon/${state}-${size}.png`]));
}

describe('the sign', () => {
  const finding = assess(page).findings[0];
  const withFindings = (
    state: Verdict['state'],
    severities: readonly FoundFinding['severity'][],
  ): Verdict => ({
    ...verdict,
    state,
    findings: severities.flatMap((severity) => (finding === undefined ? [] : [{ ...finding, severity }])),
  });

  it.each([
    ['not-applicable', [], '–'],
    ['nothing-found', ['advice'], ''],
    ['notice', ['notice', 'advice'], '1'],
    ['warning', ['warning', 'notice', 'advice', 'advice'], '2'],
    ['warning', Array.from({ length: 99 }, () => 'warning' as const), '99'],
    ['warning', Array.from({ length: 100 }, () => 'warning' as const), '99+'],
    ['danger', ['danger', 'warning'], '!'],
  ] as const)('of the state %s counts what is not mere advice', async (state, severities, text) => {
    await new BadgePainter().paint(page, withFindings(state, severities), words);
    expect(toolbar.painted).toContainEqual({ tabId: page.tabId, text });
  });
});

it.each(STATES)('the state %s has an icon of its own in every size', async (state) => {
  await new BadgePainter().paint(page, { ...verdict, state }, words);
  expect(toolbar.painted).toContainEqual({ tabId: page.tabId, path: icons(state) });
});

describe('BadgePainter', () => {
  it('paints icon, text, colour and tooltip of the tab', async () => {
    await new BadgePainter().paint(page, verdict, words);
    const { tabId } = page;
    expect(toolbar.painted).toEqual([
      { tabId, path: icons('danger') },
      { tabId, text: '!' },
      { tabId, color: '#b3261e' },
      { tabId, title: expect.stringContaining('Not protected') },
    ]);
  });

  it('paints nothing again while nothing changes', async () => {
    const badges = new BadgePainter();
    await badges.paint(page, verdict, words);
    await badges.paint(page, verdict, words);
    expect(toolbar.painted).toHaveLength(CALLS);
    await badges.paint({ ...page, documentId: 'next' }, verdict, words);
    expect(toolbar.painted).toHaveLength(2 * CALLS);
  });

  it('paints again in another language, and after the tab was forgotten', async () => {
    const badges = new BadgePainter();
    await badges.paint(page, verdict, words);
    await badges.paint(page, verdict, wordsIn('zh_CN'));
    expect(toolbar.painted).toHaveLength(2 * CALLS);
    badges.forget(page.tabId);
    await badges.paint(page, verdict, wordsIn('zh_CN'));
    expect(toolbar.painted).toHaveLength(3 * CALLS);
  });

  it('paints a page without a document each time, because an error page clears the button', async () => {
    const badges = new BadgePainter();
    const failed = { ...page, documentId: UNOBSERVED };
    await badges.paint(failed, verdict, words);
    await badges.paint(failed, verdict, words);
    expect(toolbar.painted).toHaveLength(2 * CALLS);
  });

  it('paints missing access as a dash', async () => {
    await new BadgePainter().paintNoAccess(page, words);
    expect(toolbar.painted).toContainEqual({ tabId: page.tabId, text: '–' });
  });

  it('accepts that the tab was closed, and paints it if it exists after all', async () => {
    const badges = new BadgePainter();
    toolbar.failure = new Error(`No tab with id: ${page.tabId}.`);
    await badges.paint(page, verdict, words);
    toolbar.failure = null;
    await badges.paint(page, verdict, words);
    expect(toolbar.painted).toHaveLength(CALLS);
  });

  it('rejects for any other error', async () => {
    toolbar.failure = new Error('icon could not be read');
    await expect(new BadgePainter().paint(page, verdict, words)).rejects.toThrow('icon');
  });
});
