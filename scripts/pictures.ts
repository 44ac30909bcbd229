// Takes pictures of a page beside its popup, and composes sheets of several of them.
import { writeFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import type { OpenBrowser, Tab } from './browser/browser-options.ts';
import { until, within } from './browser/until.ts';

/** CSS pixels of a popup; its height follows its content, up to the browsers' limit. */
const POPUP_WIDTH = 380;
const MAX_POPUP_HEIGHT = 600;
/** Narrow enough that its text stays readable beside the popup. */
const PAGE_WIDTH = 640;
/** Device pixels for each CSS pixel. */
const SCALE = 2;
/** Device pixels around and between pictures. */
const GAP = 48;
const GROUND = '#8d939b';
const COLUMNS = 2;
/** The time limit for the picture of a page, ms. A hanging page is left out. */
const PATIENCE = 10_000;

export interface Pictures {
  /** PNG; null when no picture of the page could be taken. */
  readonly page: Buffer | null;
  readonly popup: Buffer;
}

/** Takes a picture of a tab and of its popup. */
export async function takePictures(open: OpenBrowser, tab: Tab): Promise<Pictures> {
  const page = await within(takePage(tab.page), PATIENCE, null);
  const popup = await takePopup(open, tab.tabId);
  return { page, popup };
}

/** Writes a PNG with the page and the popup to its right. */
export async function writePair(file: string, pictures: Pictures): Promise<void> {
  await writeFile(file, await joinPair(pictures));
}

/** One PNG with the page and the popup to its right; without a page the popup alone. */
export async function joinPair({ page, popup }: Pictures): Promise<Buffer> {
  return joinRow(page === null ? [popup] : [page, popup]);
}

/** Writes several pairs as a sheet of two columns; `width`: of the sheet, in device pixels. */
export async function writeSheet(file: string, pairs: readonly Pictures[], width: number): Promise<void> {
  const cellWidth = Math.floor(width / COLUMNS);
  const cells = await Promise.all(
    pairs.map(async (pair) =>
      sharp(await joinPair(pair))
        .resize({ width: cellWidth })
        .png()
        .toBuffer(),
    ),
  );
  const heights = await Promise.all(cells.map(async (cell) => (await sharp(cell).metadata()).height));
  const cellHeight = Math.max(...heights);
  const layers = cells.map((input, index) => ({
    input,
    left: (index % COLUMNS) * cellWidth,
    top: Math.floor(index / COLUMNS) * cellHeight,
  }));
  const height = Math.ceil(cells.length / COLUMNS) * cellHeight;
  await sharp({ create: { width, height, channels: 3, background: GROUND } })
    .composite(layers)
    .png({ compressionLevel: 9, palette: true })
    .toFile(file);
}

async function takePage(page: Page): Promise<Buffer | null> {
  try {
    await page.setViewport({ width: PAGE_WIDTH, height: MAX_POPUP_HEIGHT, deviceScaleFactor: SCALE });
    return Buffer.from(await page.screenshot());
  } catch {
    // Some of the browser's own pages allow no picture.
    return null;
  } finally {
    await within(
      page.setViewport(null).catch(() => {}),
      PATIENCE,
      null,
    );
  }
}

async function takePopup(open: OpenBrowser, tabId: number): Promise<Buffer> {
  const page = await open.openExtensionPage(`popup.html?tab=${tabId}`);
  const size = { width: POPUP_WIDTH, deviceScaleFactor: SCALE };
  try {
    // Low at first: a document is never lower than its window.
    await page.setViewport({ ...size, height: 100 });
    await until(() => page.evaluate(() => document.querySelector('h1') !== null), {
      what: 'the popup to show its verdict',
      timeout: PATIENCE,
    });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewport({ ...size, height: Math.min(height, MAX_POPUP_HEIGHT) });
    return Buffer.from(await page.screenshot());
  } finally {
    await page.close();
  }
}

async function joinRow(pictures: readonly Buffer[]): Promise<Buffer> {
  const sizes = await Promise.all(pictures.map((picture) => sharp(picture).metadata()));
  const width = sizes.reduce((sum, size) => sum + size.width + GAP, GAP);
  const height = Math.max(...sizes.map((size) => size.height)) + 2 * GAP;
  let left = GAP;
  const layers = pictures.map((input, index) => {
    const layer = { input, left, top: GAP };
    left += (sizes[index]?.width ?? 0) + GAP;
    return layer;
  });
  return sharp({ create: { width, height, channels: 3, background: GROUND } })
    .composite(layers)
    .png()
    .toBuffer();
}
