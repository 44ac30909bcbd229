// Rasterises the drawings in components/ui/icons for the toolbar and the manifest: Chromium accepts no SVG there, and browsers select the size
// nearest to the screen's pixels. The build calls it, so that the repository contains no PNG.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { STATES } from '../lib/verdict/verdict.ts';

const SOURCE = join(import.meta.dirname, '..', 'components', 'ui', 'icons');

/** The drawings are on a grid of this many units, at 72 dpi one pixel each. */
const GRID = 32;

/** Toolbar: 16, 19, 24, 32, 38, 48 (1×, 1.5×, 2×, 3×, old Edge); lists and stores: 48, 64, 96, 128. */
export const ICON_SIZES = [16, 19, 24, 32, 38, 48, 64, 96, 128] as const;

/** One drawing per state, and the product's own. */
export const ICON_NAMES = [...STATES, 'app'] as const;

/** Writes `<name>-<size>.png` for every drawing and size into the folder `outDir`, which is created if it is missing. */
export async function writeIcons(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  for (const name of ICON_NAMES) {
    const svg = await readFile(join(SOURCE, `${name}.svg`));
    await Promise.all(
      ICON_SIZES.map(async (size) => {
        const png = await sharp(svg, { density: (72 * size) / GRID })
          .png()
          .toBuffer();
        await writeFile(join(outDir, `${name}-${size}.png`), png);
      }),
    );
  }
}
