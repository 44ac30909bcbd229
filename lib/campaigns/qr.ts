// A QR code (ISO/IEC 18004) as an SVG path: one rectangle for each row of adjacent dark modules.
import { encode } from 'uqr';

export interface QrCode {
  /** Modules on each side, with the quiet zone. */
  readonly size: number;
  /** In units of a module, for `viewBox="0 0 size size"`. */
  readonly path: string;
}

/** Light modules around the code: 4, or readers may miss it (ISO/IEC 18004, 6.3.8). */
const QUIET_ZONE = 4;
/** The most bytes that fit into the largest code at this level of error correction. */
const MAX_BYTES = 2331;

/** Makes the code for a text; null when the text is too long. */
export function qrCode(text: string): QrCode | null {
  if (new TextEncoder().encode(text).length > MAX_BYTES) return null;
  // Level M tolerates the loss of 15 %, for damage in print and on screens.
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const path = data.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  );
  return { size, path: path.join('') };
}

/** The code as an SVG file, black on white. */
export function writeQrSvg({ size, path }: QrCode): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path d="${path}"/></svg>\n`
  );
}

/** The runs of dark modules in a row: start and length of each. */
function runsOf(row: readonly boolean[]): readonly (readonly [start: number, length: number])[] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
