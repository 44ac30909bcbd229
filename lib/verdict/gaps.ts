// The parts of a page that were not scanned or not reported: "not scanned" must not look like "nothing found".
import { classifyAddress } from '../address/address.ts';
import type { PageRecord } from '../record/record.ts';
import type { Gap, GapKind } from './verdict.ts';
import type { ScanState } from '../record/sightings/observer-report.ts';

const SCAN_GAPS: Readonly<Record<ScanState, GapKind | null>> = {
  running: 'scan-running',
  done: null,
  'gave-up': 'scan-gave-up',
  deaf: 'frame-deaf',
};

/** Returns every gap of a page, each kind at most once; empty when the page was checked completely. */
export function findGaps(record: PageRecord): readonly Gap[] {
  const { frames, framesDropped, mixedDropped, framesUnheard, refused: others } = record;
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
  const isUnseen = isNavigationUnseen(record);
  const isOpened = record.refusal === null && record.absence === null;
  add('navigation-not-seen', Number(isUnseen));
  add('redirects-not-seen', Number(isOpened && !isUnseen && record.navigation?.hopsUnseen === true));
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

/** Whether a gap is in the page's content, not only in its navigation. */
export function hasContentGaps(gaps: readonly Gap[]): boolean {
  return gaps.some(({ kind }) => kind !== 'navigation-not-seen' && kind !== 'redirects-not-seen');
}

/** Whether a page came over the network and its navigation or its headers were not seen: it is older than the extension, or an event was lost. */
function isNavigationUnseen({ url, refusal, absence, servedByWorker, navigation }: PageRecord): boolean {
  if (refusal !== null || absence !== null || servedByWorker) return false;
  switch (classifyAddress(url)) {
    case 'https':
    case 'http-public':
    case 'http-private':
    case 'local':
      return navigation === null || navigation.headers === null;
    case 'browser':
    case 'file':
    case 'blank':
    case 'other':
      return false;
  }
}
