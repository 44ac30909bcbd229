// Composes docs/screenshot.png from the pictures of `npm start -- --once`, so that the README shows real results.
//
//   npm start -- --once && node scripts/run.mjs scripts/readme-picture.ts
import { join } from 'node:path';
import sharp from 'sharp';

const ROOT = join(import.meta.dirname, '..');
/** Two by two: a page that requests a password over http, mixed content, a refused certificate, nothing found. */
const PAGES = ['http-password', 'very', 'expired', 'https-clean'];
const COLUMNS = 2;
/** Pixels. */
const WIDTH = 960;

const pictures = await Promise.all(
  PAGES.map((page) =>
    sharp(join(ROOT, 'artifacts', 'lab', `${page}-chromium.png`))
      .resize({ width: WIDTH })
      .toBuffer({ resolveWithObject: true }),
  ),
);
const height = Math.max(...pictures.map(({ info }) => info.height));
const rows = Math.ceil(pictures.length / COLUMNS);

await sharp({
  create: {
    width: COLUMNS * WIDTH,
    height: rows * height,
    channels: 4,
    background: { r: 0, g: 0, b: 0, alpha: 0 },
  },
})
  .composite(
    pictures.map(({ data }, index) => ({
      input: data,
      left: (index % COLUMNS) * WIDTH,
      top: Math.floor(index / COLUMNS) * height,
    })),
  )
  .png({ palette: true, colours: 128 })
  .toFile(join(ROOT, 'docs', 'screenshot.png'));
