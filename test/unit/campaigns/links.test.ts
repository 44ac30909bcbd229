// A campaign's links: one for every plan, level and channel, with nothing in them but marketing's values.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../../../lib/campaigns/channels.ts';
import { campaignLinks, writeLinksCsv } from '../../../lib/campaigns/links.ts';
import type { CampaignInput } from '../../../lib/campaigns/links.ts';
import { qrCode, writeQrSvg } from '../../../lib/campaigns/qr.ts';
import { parseCatalogue } from '../../../lib/plans/read-catalogue.ts';
import { TrialLinkError } from '../../../lib/plans/trial-template.ts';
import { languageOf } from '../../../lib/text/language.ts';

const catalogue = parseCatalogue(
  readFileSync(new URL('../../../public/plans.json', import.meta.url), 'utf8'),
);
const INPUT: CampaignInput = {
  template:
    'https://seller.example/try?plan={plan}&level={level}&years={term}&lang={lang}&utm_source={utm_source}&utm_medium={utm_medium}&utm_campaign={utm_campaign}&utm_content={utm_content}&for={domain}',
  catalogue,
  language: languageOf('en'),
  term: 3,
  name: ' autumn 2026 ',
  content: '',
};

describe('campaignLinks', () => {
  const variants = catalogue.plans.reduce((sum, plan) => sum + plan.variants.length, 0);

  it('makes one for every plan, level and channel', () => {
    const links = campaignLinks(INPUT);
    expect(links).toHaveLength(variants * CHANNELS.length);
    expect(new Set(links.map(({ url }) => url)).size).toBe(links.length);
    expect(links[0]?.url).toBe(
      'https://seller.example/try?plan=basic&level=DV&years=3&lang=en&utm_source=newsletter&utm_medium=email&utm_campaign=autumn%202026',
    );
  });

  it('keeps hostile names in their field, or rejects them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
        for (const url of urlsOf(name)) {
          const { origin, searchParams } = new URL(url);
          expect(origin).toBe('https://seller.example');
          const keys = [...searchParams.keys()].filter(
            (key) => !/^(?:plan|level|years|lang|utm_\w+)$/.test(key),
          );
          expect(keys).toEqual([]);
          expect(searchParams.get('utm_campaign') ?? '').toBe(name.trim());
        }
      }),
    );
  });

  it('reports that no address is set', () => {
    expect(() => campaignLinks({ ...INPUT, template: '' })).toThrow(TrialLinkError);
  });

  it('writes a table for spreadsheets', () => {
    const lines = writeLinksCsv(campaignLinks(INPUT)).split('\r\n');
    expect(lines[0]).toBe('channel,plan,level,link');
    expect(lines).toHaveLength(variants * CHANNELS.length + 2);
    expect(lines[1]).toMatch(/^email,basic,DV,https:\/\/seller\.example\//);
  });
});

describe('qrCode', () => {
  it('has three finders and a quiet zone', () => {
    const code = qrCode(campaignLinks(INPUT)[0]?.url ?? '');
    if (code === null) throw new Error('There is no code.');
    const dark = rasterize(code.path, code.size);
    const isDark = (x: number, y: number): boolean => dark[y]?.[x] ?? false;
    const last = code.size - 1;
    for (let at = 0; at < code.size; at += 1) {
      for (let near = 0; near < 4; near += 1)
        expect([
          isDark(at, near),
          isDark(near, at),
          isDark(at, last - near),
          isDark(last - near, at),
        ]).toEqual([false, false, false, false]);
    }
    for (const [x, y] of [
      [4, 4],
      [code.size - 11, 4],
      [4, code.size - 11],
    ] as const) {
      // ISO/IEC 18004, 6.3.3: a ring of 7, light within, a square of 3.
      const row = Array.from({ length: 7 }, (_, step) => isDark(x + step, y + 3));
      expect(row).toEqual([true, false, true, true, true, false, true]);
    }
  });

  it('returns null when a text is too long for any code', () => {
    expect(qrCode('x'.repeat(2331))).not.toBeNull();
    expect(qrCode('x'.repeat(2332))).toBeNull();
    expect(qrCode('长'.repeat(800))).toBeNull();
  });

  it('is a file of its own without text in it', () => {
    const code = qrCode('https://seller.example/?a=<script>');
    expect(code === null ? '' : writeQrSvg(code)).toMatch(
      /^<svg [^<]*><path [^<]*\/><path d="[MHVhvz0-9 -]+"\/><\/svg>\n$/,
    );
  });
});

/** The links of a campaign with this name; none when it is rejected. */
function urlsOf(name: string): readonly string[] {
  try {
    return campaignLinks({ ...INPUT, name }).map(({ url }) => url);
  } catch (error) {
    if (error instanceof TrialLinkError) return [];
    throw error;
  }
}

/** The modules that a path fills. */
function rasterize(path: string, size: number): readonly (readonly boolean[])[] {
  const dark = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(length); step += 1) {
      const row = dark[Number(y)];
      if (row !== undefined) row[Number(x) + step] = true;
    }
  }
  return dark;
}
