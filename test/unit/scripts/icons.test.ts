// The toolbar's icons: every state in every size, distinguishable by shape alone, on light and dark toolbars.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STATES } from '../../../lib/verdict/verdict.ts';
import { ICON_NAMES, ICON_SIZES, writeIcons } from '../../../scripts/icons.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icons-'));
  await writeIcons(folder);
});
afterAll(() => rm(folder, { recursive: true }));

/** Red, green, blue, alpha of every pixel. */
function pixels(name: string, size: number): Promise<Buffer> {
  return sharp(join(folder, `${name}-${size}.png`))
    .ensureAlpha()
    .raw()
    .toBuffer();
}

function linear(value: number): number {
  return value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance (WCAG 2.2). */
function luminance([red = 0, green = 0, blue = 0]: readonly number[]): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('icons', () => {
  it.each(ICON_NAMES)('has %s in every size', async (name) => {
    for (const size of ICON_SIZES) {
      const { width, height, format } = await sharp(join(folder, `${name}-${size}.png`)).metadata();
      expect({ width, height, format }).toEqual({ width: size, height: size, format: 'png' });
    }
  });

  it('distinguishes states by their outline, without colour, at the smallest size', async () => {
    // Ink is every opaque pixel except the white of a mark.
    const outlines = await Promise.all(
      STATES.map(async (state) => {
        const data = await pixels(state, 16);
        return Array.from({ length: 256 }, (_, at) => {
          const [red = 0, , blue = 0, alpha = 0] = data.subarray(at * 4, at * 4 + 4);
          return alpha > 127 && (red < 200 || blue < 200);
        });
      }),
    );
    outlines.forEach((one, index) =>
      outlines.slice(index + 1).forEach((other) => {
        const different = one.filter((ink, at) => ink !== other[at]).length;
        expect(different).toBeGreaterThan(20);
      }),
    );
  });

  it.each(STATES)('shows %s on light and on dark toolbars', async (state) => {
    const data = await pixels(state, 128);
    // The main colour of the shape.
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] !== 255) continue;
      const color = data.subarray(at, at + 3).join();
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    const [main = ''] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    const color = main.split(',').map(Number);
    expect(contrast(color, [255, 255, 255])).toBeGreaterThanOrEqual(3);
    expect(contrast(color, [0x20, 0x21, 0x24])).toBeGreaterThanOrEqual(3);
  });
});
