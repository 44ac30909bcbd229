// What of a page was not scanned or not reported: "not scanned" must never look like "nothing found".
import type { PageRecord, ScanState } from '../page/record.ts';
import type { Gap, GapKind } from './verdict.ts';

const SCAN_GAPS: Readonly<Record<ScanState, GapKind | null>> = {
  running: 'scan-running',
  done: null,
  'gave-up': 'scan-gave-up',
  deaf: 'frame-deaf',
};

/** Every gap of a page, each kind at most once; empty when the page was wholly checked. */
export function findGaps({
  frames,
  framesDropped,
  mixedDropped,
  framesUnheard,
  refused: others,
}: PageRecord): readonly Gap[] {
  const counts = new Map<GapKind, number>();
  const add = (kind: GapKind, count: number): void => {
    if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
  };
  for (const { scan, refused } of Object.values(frames)) {
    const kind = SCAN_GAPS[scan];
    if (kind !== null) add(kind, 1);
    add('reports-refused', refused);
  }
  add('reports-refused', others);
  add('sightings-dropped', mixedDropped);
  add('frames-dropped', framesDropped);
  add('frames-unheard', Number(framesUnheard));
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
